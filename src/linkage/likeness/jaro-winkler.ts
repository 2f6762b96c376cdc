/** A stretch of letters: the value between two positions of a pool. */
type Letters = Uint16Array;

const WIDEST = 32;
const asciiMasks = new Int32Array(256);
const rareMasks = new Map<number, number>();
const matchedOfOne = new Uint16Array(512);
const matchedOfOther = new Uint16Array(512);
const usedFlags = new Uint8Array(512);

/**
 * Jaro–Winkler likeness of two values, 0 to 1 (Winkler 1990: up to four equal letters at the start count extra by 0.1
 * each). Values of up to 32 letters are matched by bit masks; of longer ones the first 512 letters count.
 */
export function jaroWinkler(
  letters: Letters,
  fromOne: number,
  toOne: number,
  others: Letters,
  fromOther: number,
  toOther: number,
): number {
  const jaro = jaroOf(letters, fromOne, toOne, others, fromOther, toOther);
  const most = Math.min(4, toOne - fromOne, toOther - fromOther);
  let prefix = 0;
  while (prefix < most && letters[fromOne + prefix] === others[fromOther + prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

function jaroOf(
  letters: Letters,
  fromOne: number,
  toOne: number,
  others: Letters,
  fromOther: number,
  toOther: number,
): number {
  const one = Math.min(toOne - fromOne, 512);
  const other = Math.min(toOther - fromOther, 512);
  if (one === 0 || other === 0) return one === other ? 1 : 0;
  const reach = Math.max(0, (Math.max(one, other) >> 1) - 1);
  const matches =
    one <= WIDEST && other <= WIDEST
      ? matchByBits(letters, fromOne, one, others, fromOther, other, reach)
      : matchByFlags(letters, fromOne, one, others, fromOther, other, reach);
  if (matches === 0) return 0;
  let moved = 0;
  for (let at = 0; at < matches; at += 1) if (matchedOfOne[at] !== matchedOfOther[at]) moved += 1;
  return (matches / one + matches / other + (matches - (moved >> 1)) / matches) / 3;
}

/** Where each letter of the other value stands is a mask; the lowest unused place in reach is taken. */
function matchByBits(
  letters: Letters,
  fromOne: number,
  one: number,
  others: Letters,
  fromOther: number,
  other: number,
  reach: number,
): number {
  let hasRare = false;
  for (let at = 0; at < other; at += 1) {
    const letter = others[fromOther + at]!;
    if (letter < 256) asciiMasks[letter]! |= 1 << at;
    else {
      hasRare = true;
      rareMasks.set(letter, (rareMasks.get(letter) ?? 0) | (1 << at));
    }
  }
  let unused = -1;
  let used = 0;
  let matches = 0;
  for (let at = 0; at < one; at += 1) {
    const letter = letters[fromOne + at]!;
    const places = letter < 256 ? asciiMasks[letter]! : (rareMasks.get(letter) ?? 0);
    if (places === 0) continue;
    const low = at - reach;
    const high = at + reach;
    const below = high >= 31 ? -1 : (1 << (high + 1)) - 1;
    const above = low <= 0 ? -1 : low >= 32 ? 0 : -1 << low;
    const free = places & unused & below & above;
    if (free === 0) continue;
    const lowest = free & -free;
    unused &= ~lowest;
    used |= lowest;
    matchedOfOne[matches] = letter;
    matches += 1;
  }
  let written = 0;
  for (let at = 0; at < other; at += 1) {
    const letter = others[fromOther + at]!;
    if ((used >>> at) & 1) {
      matchedOfOther[written] = letter;
      written += 1;
    }
    if (letter < 256) asciiMasks[letter] = 0;
  }
  if (hasRare) rareMasks.clear();
  return matches;
}

function matchByFlags(
  letters: Letters,
  fromOne: number,
  one: number,
  others: Letters,
  fromOther: number,
  other: number,
  reach: number,
): number {
  usedFlags.fill(0, 0, other);
  let matches = 0;
  for (let at = 0; at < one; at += 1) {
    const letter = letters[fromOne + at]!;
    const last = Math.min(other - 1, at + reach);
    for (let place = Math.max(0, at - reach); place <= last; place += 1) {
      if (usedFlags[place] || others[fromOther + place] !== letter) continue;
      usedFlags[place] = 1;
      matchedOfOne[matches] = letter;
      matches += 1;
      break;
    }
  }
  let written = 0;
  for (let place = 0; place < other; place += 1) {
    if (!usedFlags[place]) continue;
    matchedOfOther[written] = others[fromOther + place]!;
    written += 1;
  }
  return matches;
}
