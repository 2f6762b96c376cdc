import { expect, test } from 'vitest';
import { isDeeperThan, storableJson } from './storable-json.ts';

const read = (json: string) => JSON.parse(storableJson(json)) as unknown;

test('what a phone’s keyboard cut in two, or never should have sent, costs a letter and not the visit', () => {
  expect(read('{"name":"Batik \\ud83d"}')).toEqual({ name: 'Batik \ufffd' });
  expect(read('{"name":"Batik \\uDE00\\u0000 Siti"}')).toEqual({ name: 'Batik \ufffd Siti' });
  expect(read('{"na\\u0000me":1}')).toEqual({ name: 1 });
});

test('whole letters stay, and a backslash that somebody typed is a backslash', () => {
  const odd = { name: 'C:\\u0000 \\ud83d "😀" \u00e9\n' };
  expect(read(JSON.stringify(odd))).toEqual(odd);
  expect(read('{"name":"\\ud83d\\ude00"}')).toEqual({ name: '😀' });
});

test('answers stand in one another a few deep, and no deeper', () => {
  const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
  expect(isDeeperThan(5, { a: [{ b: ['x'] }] })).toBe(false);
  expect(isDeeperThan(5, nested(5))).toBe(false);
  expect(isDeeperThan(5, nested(6))).toBe(true);
  expect(isDeeperThan(50, nested(100_000))).toBe(true);
});
