let beforeLast = new Int32Array(65);
let last = new Int32Array(65);
let current = new Int32Array(65);

/**
 * Optimal string alignment distance of two values: letters left out, added, replaced, or swapped with their neighbour,
 * each counted once. Above `limit` the answer is `limit + 1`.
 */
export function damerauLevenshtein(
  letters: Uint16Array,
  fromOne: number,
  toOne: number,
  others: Uint16Array,
  fromOther: number,
  toOther: number,
  limit: number,
): number {
  while (fromOne < toOne && fromOther < toOther && letters[fromOne] === others[fromOther]) {
    fromOne += 1;
    fromOther += 1;
  }
  while (fromOne < toOne && fromOther < toOther && letters[toOne - 1] === others[toOther - 1]) {
    toOne -= 1;
    toOther -= 1;
  }
  const one = toOne - fromOne;
  const other = toOther - fromOther;
  if (Math.abs(one - other) > limit) return limit + 1;
  if (one === 0 || other === 0) return Math.min(one + other, limit + 1);
  if (last.length <= other) {
    beforeLast = new Int32Array(other + 65);
    last = new Int32Array(other + 65);
    current = new Int32Array(other + 65);
  }
  const tooFar = limit + 1;
  for (let j = 0; j <= other; j += 1) last[j] = j;
  for (let i = 1; i <= one; i += 1) {
    // Beyond the band the distance is above the limit anyway.
    const from = Math.max(1, i - limit);
    const to = Math.min(other, i + limit);
    current[from - 1] = from === 1 ? i : tooFar;
    let best = current[from - 1]!;
    const letter = letters[fromOne + i - 1]!;
    for (let j = from; j <= to; j += 1) {
      const opposite = others[fromOther + j - 1]!;
      let cost = last[j - 1]! + (letter === opposite ? 0 : 1);
      if (last[j]! + 1 < cost) cost = last[j]! + 1;
      if (current[j - 1]! + 1 < cost) cost = current[j - 1]! + 1;
      if (
        i > 1 &&
        j > 1 &&
        letter === others[fromOther + j - 2] &&
        letters[fromOne + i - 2] === opposite &&
        beforeLast[j - 2]! + 1 < cost
      )
        cost = beforeLast[j - 2]! + 1;
      current[j] = cost;
      if (cost < best) best = cost;
    }
    if (best > limit) return tooFar;
    if (to < other) current[to + 1] = tooFar;
    const spare = beforeLast;
    beforeLast = last;
    last = current;
    current = spare;
  }
  return Math.min(last[other]!, limit + 1);
}
