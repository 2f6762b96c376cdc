import { expect, test } from 'vitest';
import { bitsApart, likenessHeight, likenessOf, likenessWidth } from './picture-likeness.ts';

const picture = (grey: (row: number, column: number) => number) =>
  Uint8Array.from({ length: likenessWidth * likenessHeight }, (_, at) =>
    grey(Math.floor(at / likenessWidth), at % likenessWidth),
  );
const rising = picture((_, column) => column * 20);

test('a picture that grows lighter to the right sets every bit; one that grows darker none', () => {
  expect([...likenessOf(rising)]).toEqual(Array(8).fill(255));
  expect([...likenessOf(picture((_, column) => 200 - column * 20))]).toEqual(Array(8).fill(0));
});

test('a lighter copy is the same picture', () => {
  expect(bitsApart(likenessOf(rising), likenessOf(picture((_, column) => 50 + column * 15)))).toBe(0);
});

test('one changed spot changes the two bits beside it at most', () => {
  const spotted = picture((row, column) => (row === 3 && column === 4 ? 0 : column * 20));
  const apart = bitsApart(likenessOf(rising), likenessOf(spotted));
  expect(apart).toBeGreaterThan(0);
  expect(apart).toBeLessThanOrEqual(2);
});
