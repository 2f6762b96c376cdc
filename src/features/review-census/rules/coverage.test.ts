import { describe, expect, test } from 'vitest';
import { type CoverageFacts, coverageOf, type MadeFacts } from './coverage.ts';

const row = (more: Partial<CoverageFacts> = {}): CoverageFacts => ({
  villageCode: '33.75.04.1004',
  stratum: 'a',
  status: 'open',
  verdict: null,
  isRtInformed: false,
  inSample: false,
  isAssigned: false,
  rows: 1,
  ...more,
});
const visited = (verdict: string, more: Partial<CoverageFacts> = {}) =>
  row({ status: 'submitted', verdict, isAssigned: true, ...more });
const none: MadeFacts[] = [];

describe('what is counted', () => {
  test('rows not visited stay in the denominator', () => {
    const { total } = coverageOf([visited('produces'), row(), row()], none);
    expect([total.listed, total.visited, total.verdicts]).toEqual([3, 1, { produces: 1 }]);
  });
  test('what the head of an RT told is told, and never a visit', () => {
    const { total } = coverageOf([row({ isRtInformed: true })], none);
    expect([total.rtInformed, total.visited]).toEqual([1, 0]);
  });
  test('what was sent back waits to be visited again', () => {
    const { total } = coverageOf([visited('produces', { status: 'sent_back' })], none);
    expect([total.visited, total.verdicts]).toEqual([0, {}]);
  });
  test('each village by itself, those of no known village together', () => {
    const rows = [row(), row({ villageCode: null }), visited('closed', { villageCode: null })];
    const { villages } = coverageOf(rows, none);
    expect(villages.map(({ villageCode, listed, visited: seen }) => [villageCode, listed, seen])).toEqual([
      ['33.75.04.1004', 1, 0],
      [null, 2, 1],
    ]);
  });
});

describe('what is likely of the rest', () => {
  const sample = (count: number, verdict: string | null) =>
    Array.from({ length: count }, () =>
      verdict === null ? row({ inSample: true }) : visited(verdict, { inSample: true }),
    );
  test('a small round with known truth: 40 of 100 produce, and the interval holds it', () => {
    const rows = [
      ...sample(12, 'produces'),
      ...sample(18, 'closed'),
      ...Array.from({ length: 70 }, () => row()),
    ];
    const { estimate } = coverageOf(rows, none);
    if (estimate.state !== 'estimated') throw new Error(estimate.state);
    expect([estimate.listed, estimate.visited, estimate.around]).toEqual([100, 30, 40]);
    expect(estimate.low).toBeLessThan(40);
    expect(estimate.high).toBeGreaterThan(40);
    expect(estimate.low).toBeGreaterThanOrEqual(12);
  });
  test('nothing is estimated while a drawn row has no answer', () => {
    const rows = [...sample(12, 'produces'), ...sample(1, null), row()];
    expect(coverageOf(rows, none).estimate).toMatchObject({ state: 'not_yet', missing: 1, sample: 13 });
  });
  test('all visited: it is known', () => {
    expect(coverageOf([visited('produces'), visited('closed')], none).estimate).toMatchObject({
      state: 'known',
      found: 1,
    });
  });
  test('by what is made: each line of business out of all rows, those nobody visited among them', () => {
    const rows = [...sample(12, 'produces'), ...sample(18, 'closed'), row({ rows: 70 })];
    const made = [
      { product: 'food', stratum: 'a', inSample: true, rows: 3 },
      { product: 'batik', stratum: 'a', inSample: true, rows: 12 },
    ];
    const { products, estimate: all } = coverageOf(rows, made);
    expect(products.map(({ product, found }) => [product, found])).toEqual([
      ['batik', 12],
      ['food', 3],
    ]);
    // All who produce make batik: as many as produce. A quarter of them makes food as well.
    expect(products[0]?.estimate).toEqual(all);
    expect(products[1]?.estimate).toMatchObject({ state: 'estimated', listed: 100, found: 3, around: 10 });
  });
  test('a double that was taken out of the visits stays in the list, and is known not to produce', () => {
    const rows = [
      ...sample(10, 'produces'),
      row({ status: 'set_aside', verdict: 'duplicate', inSample: true }),
    ];
    expect(coverageOf(rows, none).estimate).toEqual({ state: 'known', listed: 11, visited: 11, found: 10 });
  });
  test('rows put together are counted as many as they are', () => {
    const apart = coverageOf([...sample(12, 'produces'), ...sample(18, 'closed'), row(), row(), row()], none);
    const together = coverageOf(
      [
        visited('produces', { inSample: true, rows: 12 }),
        visited('closed', { inSample: true, rows: 18 }),
        row({ rows: 3 }),
      ],
      none,
    );
    expect(together).toEqual(apart);
  });
});
