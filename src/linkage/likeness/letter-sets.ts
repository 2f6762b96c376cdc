/** Which letters occur in each value of a pool, by 32 classes: one number a value. */
export function letterSets(letters: Uint16Array, starts: Int32Array): Int32Array {
  const sets = new Int32Array(starts.length - 1);
  for (let code = 0; code < sets.length; code += 1)
    for (let at = starts[code]!; at < starts[code + 1]!; at += 1) sets[code]! |= 1 << (letters[at]! & 31);
  return sets;
}

export function bitCount(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * The most that the Jaro–Winkler likeness of two values can be: a letter class that one of them lacks leaves a letter
 * of the other without its match.
 */
export function mostJaroWinkler(
  lengthOne: number,
  setOne: number,
  lengthOther: number,
  setOther: number,
  sameFirst: boolean,
): number {
  const one = lengthOne - bitCount(setOne & ~setOther);
  const other = lengthOther - bitCount(setOther & ~setOne);
  const matches = one < other ? one : other;
  if (matches <= 0) return 0;
  const jaro = (matches / lengthOne + matches / lengthOther + 1) / 3;
  return sameFirst ? jaro + 0.4 * (1 - jaro) : jaro;
}
