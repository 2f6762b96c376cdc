import { done, type Parsed, unparsed } from './refusal.ts';

const uuidV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const maxSequence = 0xfff;

/** Milliseconds since 1970 UTC. */
export type Clock = () => number;
/** Returns that many unpredictable bytes. */
export type RandomBytes = (length: number) => Uint8Array;

/**
 * Makes a source of UUIDv7 (RFC 9562 §5.7): 48 bits of milliseconds, then a 12-bit sequence, then 62
 * random bits. Ids of one source strictly increase, also within a millisecond and when the clock is
 * set back (RFC 9562 §6.2, method 1), so rows made in one go keep their order.
 */
export function makeIdSource(clock: Clock = Date.now, random: RandomBytes = systemRandom): () => string {
  let lastMs = -1;
  let sequence = 0;
  return () => {
    const bytes = random(10);
    const now = clock();
    if (now > lastMs) {
      lastMs = now;
      // The top bit starts at 0, which leaves room to count upward within the millisecond.
      sequence = ((bytes[0]! << 8) | bytes[1]!) & 0x7ff;
    } else if (sequence < maxSequence) {
      sequence += 1;
    } else {
      lastMs += 1;
      sequence = 0;
    }
    const time = hexOf(lastMs, 12);
    const tail = hexOfByte[(bytes[2]! & 0x3f) | 0x80]! + hexOfByte[bytes[3]!]!;
    let node = '';
    for (let at = 4; at < 10; at += 1) node += hexOfByte[bytes[at]!]!;
    return `${time.slice(0, 8)}-${time.slice(8)}-${hexOf(0x7000 | sequence, 4)}-${tail}-${node}`;
  };
}

/** A new id from the system's clock and randomness. On the phone as on the server. */
export const newId: () => string = makeIdSource();

/** Whether `text` is a UUIDv7 in canonical lower case. */
export function isId(text: string): boolean {
  return uuidV7.test(text);
}

/** Reads an id; upper case is accepted. Refuses: blank, id_format. */
export function parseId(text: string): Parsed<string> {
  const id = text.trim().toLowerCase();
  if (id === '') return unparsed('blank');
  return isId(id) ? done(id) : unparsed('id_format');
}

/** Randomness is drawn in large pieces: asking the system for every id costs more than the rest of it. */
const pool = new Uint8Array(8_192);
let unused = 0;

function systemRandom(length: number): Uint8Array {
  if (unused < length) {
    globalThis.crypto.getRandomValues(pool);
    unused = pool.length;
  }
  unused -= length;
  return pool.subarray(unused, unused + length);
}

/** A long import asks for a million ids. */
const hexOfByte = Array.from({ length: 256 }, (_, byte) => hexOf(byte, 2));

function hexOf(value: number, length: number): string {
  return value.toString(16).padStart(length, '0');
}
