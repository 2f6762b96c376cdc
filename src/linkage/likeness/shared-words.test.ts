import { expect, test } from 'vitest';
import { columnOf } from '../factory.ts';
import { sharedWords } from './shared-words.ts';

// 64 records: "siti" in 32 of them (1 bit), "batik" in 16 (2 bits), every other word in one (6 bits).
const crowd = [
  'siti wastinah',
  'wastinah siti',
  'siti wastina',
  's wastinah',
  'siti rohmah',
  'budi',
  ...Array.from({ length: 28 }, (_, at) => `siti q${String.fromCharCode(97 + at)}${at}zz`),
];
const rest = Array.from({ length: 64 - crowd.length }, (_, at) => (at < 16 ? `batik ${at}` : `x${at}y`));
const column = columnOf([...crowd, ...rest]);
const shared = sharedWords(column);
const of = (one: string, other: string) => shared(place(one), place(other));
const place = (text: string) => {
  const at = [...crowd, ...rest].indexOf(text);
  return column.codes[at]!;
};
const bits = (held: number) => -Math.log2(held / 64);

test('shared words count by how rare they are', () => {
  expect(of('siti wastinah', 'siti rohmah').bits).toBeCloseTo(bits(32), 9);
  expect(of('batik 0', 'batik 1').bits).toBeCloseTo(bits(16), 9);
});

test('their order does not matter', () => {
  const { bits: found, share } = of('siti wastinah', 'wastinah siti');
  expect(found).toBeCloseTo(bits(32) + bits(3), 9);
  expect(share).toBe(1);
});

test('a word spelled a little otherwise counts in part', () => {
  const { bits: found, share } = of('siti wastinah', 'siti wastina');
  expect(found).toBeCloseTo(bits(32) + 0.7 * Math.min(bits(3), bits(1)), 9);
  expect(share).toBeLessThan(1);
});

test('an initial stands for a word that begins with it, by two bits', () => {
  expect(of('siti wastinah', 's wastinah').bits).toBeCloseTo(2 + bits(3), 9);
});

test('nothing shared is nothing', () => {
  expect(of('budi', 'siti rohmah')).toEqual({ bits: 0, share: 0 });
});

test('the share is of the value that says less', () => {
  const own = columnOf(['budi', 'budi santosa', 'ani', 'eko']);
  expect(sharedWords(own)(0, 1)).toEqual({ bits: 1, share: 1 });
});
