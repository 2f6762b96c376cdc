import { expect, test } from 'vitest';
import { compareVisits } from './compare-visits.ts';

const first = {
  verdict: 'produces',
  answers: { main_product: 'batik cap', goods: 'batik food', started_year: '2015' },
};

test('a second visit that finds the same, in other words or order, bears the first one out', () => {
  const answers = { main_product: 'Cap Batik', goods: 'food batik', started_year: '2016' };
  expect(compareVisits(first, { verdict: 'produces', answers }).outcome).toBe('same');
});

test('another verdict is another finding, and so are two answers', () => {
  const closed = compareVisits(first, { verdict: 'closed', answers: {} });
  expect(closed).toEqual({
    outcome: 'differs',
    differences: [{ item: 'verdict', first: 'produces', second: 'closed' }],
  });
  const answers = { main_product: 'keripik', goods: 'food' };
  expect(compareVisits(first, { verdict: 'produces', answers }).outcome).toBe('differs');
});

test('nobody found at the second visit says nothing of the first', () => {
  expect(compareVisits(first, { verdict: 'not_found', answers: {} }).outcome).toBe('not_possible');
  expect(compareVisits(first, { verdict: null, answers: {} }).outcome).toBe('not_possible');
});
