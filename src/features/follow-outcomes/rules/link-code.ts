/** Thirty-two letters and digits, five bits each; without l and 1, o and 0. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';
const LENGTH = 16;

/** A secret of at least 16 bytes as it stands in an address: `kh7m-2qpx-9dnc-abcd`, 80 bits. */
export function writeCode(secret: Uint8Array): string {
  const letters = Array.from(secret.subarray(0, LENGTH), (byte) => ALPHABET[byte % 32]).join('');
  return letters.match(/.{4}/g)!.join('-');
}

/** As it was typed or tapped: without case, spaces and whatever a chat put behind it. Empty: no code. */
export function readCode(typed: string): string {
  const letters = typed.toLowerCase().replace(/[^a-z0-9]/g, '');
  return letters.length === LENGTH ? letters.match(/.{4}/g)!.join('-') : '';
}
