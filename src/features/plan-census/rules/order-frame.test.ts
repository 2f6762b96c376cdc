import { expect, test } from 'vitest';
import { placeNew } from './order-frame.ts';

const row = (name: string, more: object = {}) => ({
  name,
  ownerName: null,
  rw: '01',
  rt: '02',
  address: null,
  ...more,
});

test('rows stand as one walks: by RW, RT and house number, number 9 before number 10', () => {
  const placed = placeNew(
    [
      row('c', { address: 'Jl. Patriot No. 10' }),
      row('b', { address: 'Jl. Patriot No. 9' }),
      row('a', { rt: '10' }),
      row('d'),
    ],
    [],
  );
  expect(placed.map(({ name, place }) => [name, place])).toEqual([
    ['b', 1],
    ['c', 2],
    ['d', 3],
    ['a', 1],
  ]);
});

test('RT 007 and RT 7 are one; RT 0 is an RT that nobody knows', () => {
  const placed = placeNew([row('a', { rt: '007' }), row('b', { rt: '7' }), row('c', { rt: '0' })], []);
  expect(placed.map(({ rt, place }) => [rt, place])).toEqual([
    ['07', 1],
    ['07', 2],
    [null, 1],
  ]);
});

test('what stands on a printed sheet keeps its place: new rows come behind', () => {
  expect(placeNew([row('Aan')], [{ rw: '01', rt: '02', place: 14 }])).toMatchObject([
    { name: 'Aan', place: 15 },
  ]);
});
