import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lotOf } from './lots.ts';
import { sha256 } from './sha-256.ts';

const hex = (text: string) => [...sha256(text)].map((word) => word.toString(16).padStart(8, '0')).join('');
const byNode = (text: string) => createHash('sha256').update(text).digest('hex');

test('the hash is the one of the standard, for texts of any length and script', () => {
  expect(hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  for (let length = 0; length < 140; length += 1)
    expect(hex('é'.repeat(length))).toBe(byNode('é'.repeat(length)));
  fc.assert(
    fc.property(fc.string(), (text) => hex(text) === byNode(text)),
    { numRuns: 50 },
  );
});

test('a lot can be drawn again with any tool: the first twelve hexadecimal digits of seed:id', () => {
  expect(lotOf('2026-1', 'u7')).toBe(Number.parseInt(byNode('2026-1:u7').slice(0, 12), 16));
});
