import { randomInt } from 'node:crypto';

/** Without letters and digits that are mixed up when read aloud or off paper: i l o, 0 1. */
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';

/** `groups` groups of `length` readable characters, such as `kh7m-2qpx-9dnc`; about 5 bits each. */
export function randomWords(groups: number, length: number): string {
  const group = () => Array.from({ length }, () => READABLE[randomInt(READABLE.length)]).join('');
  return Array.from({ length: groups }, group).join('-');
}

/** That many decimal digits, leading zeros included. */
export function randomDigits(length: number): string {
  return randomInt(10 ** length)
    .toString()
    .padStart(length, '0');
}
