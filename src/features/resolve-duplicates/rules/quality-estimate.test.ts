import fc from 'fast-check';
import { expect, test } from 'vitest';
import { estimateQuality, type JudgedSample, type Stratum, shareOfSame, wilson } from './quality-estimate.ts';

const judged = (stratum: Stratum, decision: JudgedSample['decision'], count: number, weight = 1) =>
  Array.from({ length: count }, (): JudgedSample => ({ stratum, decision, weight }));

test('Wilson’s interval agrees with the published example of 81 out of 263', () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
  const { low, high } = wilson(81 / 263, 263);
  expect(low).toBeCloseTo(0.2553, 4);
  expect(high).toBeCloseTo(0.3662, 4);
});

test('of nought out of ten the upper end is not nought', () => {
  const { low, high } = wilson(0, 10);
  expect(low).toBe(0);
  expect(high).toBeCloseTo(0.2775, 4);
});

test('with fewer than ten judged pairs nothing is said, and those of which nobody was sure do not count', () => {
  expect(shareOfSame([...judged('merged', 'same', 9), ...judged('merged', 'unsure', 5)])).toBeNull();
  expect(shareOfSame(judged('merged', 'same', 10))).toMatchObject({ share: 1, judged: 10 });
});

test('a sample from a larger pile weighs more, and unevenness widens the interval', () => {
  const uneven = [...judged('merged', 'same', 10, 10), ...judged('merged', 'different', 10, 1)];
  const found = shareOfSame(uneven);
  expect(found?.share).toBeCloseTo(100 / 110, 6);
  const asIfEven = wilson(100 / 110, 20);
  expect((found?.high ?? 0) - (found?.low ?? 0)).toBeGreaterThan(asIfEven.high - asIfEven.low);
});

test('how much was found counts what people merged, and what lies unmerged though it is one', () => {
  const samples = [
    ...judged('merged', 'same', 20),
    ...judged('near', 'same', 2, 5),
    ...judged('near', 'different', 18, 5),
  ];
  const totals = { mergedByMachine: 300, mergedByPeople: 60, notMerged: 400 };
  const { precision, recall } = estimateQuality(samples, totals);
  expect(precision?.share).toBe(1);
  // 360 merged, and a tenth of 400 missed.
  expect(recall?.share).toBeCloseTo(360 / 400, 6);
  expect(recall?.low).toBeLessThan(360 / 400);
  expect(recall?.high).toBeGreaterThan(360 / 400);
});

test('an office where only people merge has nothing to say of the machine, but of what was found', () => {
  const { precision, recall } = estimateQuality(judged('near', 'different', 10, 4), {
    mergedByMachine: 0,
    mergedByPeople: 50,
    notMerged: 40,
  });
  expect(precision).toBeNull();
  expect(recall).toMatchObject({ share: 1, high: 1 });
});

test('a share always lies inside its interval, and the interval between 0 and 1', () => {
  const decision = fc.constantFrom('same', 'different', 'same_owner', 'family_continues', 'unsure' as const);
  const sample = fc.record({
    stratum: fc.constantFrom<Stratum>('merged', 'near'),
    decision: decision as fc.Arbitrary<JudgedSample['decision']>,
    weight: fc.integer({ min: 1, max: 5_000 }),
  });
  const totals = fc.record({
    mergedByMachine: fc.nat(5_000),
    mergedByPeople: fc.nat(5_000),
    notMerged: fc.nat(5_000),
  });
  fc.assert(
    fc.property(fc.array(sample, { maxLength: 80 }), totals, (samples, of) => {
      const quality = estimateQuality(samples, of);
      for (const estimate of [quality.precision, quality.recall]) {
        if (estimate === null) continue;
        expect(estimate.low).toBeLessThanOrEqual(estimate.share + 1e-9);
        expect(estimate.high).toBeGreaterThanOrEqual(estimate.share - 1e-9);
        expect(estimate.low).toBeGreaterThanOrEqual(0);
        expect(estimate.high).toBeLessThanOrEqual(1);
      }
    }),
  );
});
