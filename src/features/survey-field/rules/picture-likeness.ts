/** Greys of a picture scaled to this size are compared, each with its right neighbour: 64 bits. */
export const likenessWidth = 9;
export const likenessHeight = 8;

/**
 * Difference hash (dHash) of a picture: alike pictures differ in few bits, however they were scaled or compressed.
 * `greys`: 9 × 8 bytes, row by row. 8 bytes.
 */
export function likenessOf(greys: Uint8Array): Uint8Array {
  if (greys.length !== likenessWidth * likenessHeight) throw new RangeError('expected 9 × 8 greys');
  const hash = new Uint8Array(likenessHeight);
  for (let row = 0; row < likenessHeight; row++) {
    for (let column = 0; column < likenessWidth - 1; column++) {
      const at = row * likenessWidth + column;
      if (greys[at]! < greys[at + 1]!) hash[row]! |= 0x80 >> column;
    }
  }
  return hash;
}

/** Bits in which two hashes differ: 0 the same picture, up to about 6 nearly so, about 32 two that have nothing in common. */
export function bitsApart(one: Uint8Array, other: Uint8Array): number {
  let bits = 0;
  for (const [at, byte] of one.entries()) {
    for (let differing = byte ^ (other[at] ?? 0); differing > 0; differing &= differing - 1) bits++;
  }
  return bits;
}
