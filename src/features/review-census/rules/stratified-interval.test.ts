import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Sampled, stratifiedInterval } from './stratified-interval.ts';

test('of one long list the interval is Wilson’s', () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3: 81 of 263.
  const { low, high } = stratifiedInterval([{ rows: 1_000_000_000, sampled: 263, sampledYes: 81 }]);
  expect(low).toBeCloseTo(0.2553, 2);
  expect(high).toBeCloseTo(0.3662, 2);
});

test('where all rows were drawn the share is known', () => {
  const { share, low, high } = stratifiedInterval([{ rows: 40, sampled: 40, sampledYes: 10 }]);
  expect([share, low, high]).toEqual([0.25, 0.25, 0.25]);
});

test('of nought out of forty the upper end is not nought', () => {
  const { low, high } = stratifiedInterval([{ rows: 1_000, sampled: 40, sampledYes: 0 }]);
  expect(low).toBe(0);
  expect(high).toBeGreaterThan(0.07);
});

test('villages that differ make the interval narrower than one pile of the same rows', () => {
  const apart = stratifiedInterval([
    { rows: 1_000, sampled: 50, sampledYes: 5 },
    { rows: 1_000, sampled: 50, sampledYes: 45 },
  ]);
  const pile = stratifiedInterval([{ rows: 2_000, sampled: 100, sampledYes: 50 }]);
  expect(apart.share).toBeCloseTo(pile.share, 10);
  expect(apart.high - apart.low).toBeLessThan(0.7 * (pile.high - pile.low));
});

test('a few rare rows that fall into one village do not make the interval vanish', () => {
  const strata = Array.from(
    { length: 20 },
    (_, at): Sampled => ({ rows: 100, sampled: 2, sampledYes: at === 0 ? 2 : 0 }),
  );
  const { low, high } = stratifiedInterval(strata);
  expect(high - low).toBeGreaterThan(0.1);
});

test('larger strata weigh more', () => {
  const { share } = stratifiedInterval([
    { rows: 900, sampled: 10, sampledYes: 10 },
    { rows: 100, sampled: 10, sampledYes: 0 },
  ]);
  expect(share).toBeCloseTo(0.9, 10);
});

test('strata with one drawn row or none are put together, with the largest where need be', () => {
  const thin = { rows: 50, sampled: 1, sampledYes: 1 };
  const none = { rows: 50, sampled: 0, sampledYes: 0 };
  const whole = { rows: 900, sampled: 20, sampledYes: 5 };
  expect(stratifiedInterval([whole, thin, none]).share).toBeCloseTo(6 / 21, 10);
  expect(stratifiedInterval([whole, thin, thin, none]).share).toBeCloseTo((900 * 0.25 + 150) / 1_050, 10);
});

test('a share always lies inside its interval, and the interval between none and all', () => {
  const stratum = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.nat(30), fc.nat(500)).map(
    ([sampled, yes, more]): Sampled => ({
      rows: sampled + more + 1,
      sampled,
      sampledYes: Math.min(yes, sampled),
    }),
  );
  fc.assert(
    fc.property(fc.array(stratum, { minLength: 1, maxLength: 12 }), (strata) => {
      fc.pre(strata.reduce((sum, { sampled }) => sum + sampled, 0) >= 5);
      const { share, low, high } = stratifiedInterval(strata);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(share + 1e-9);
      expect(high).toBeGreaterThanOrEqual(share - 1e-9);
    }),
  );
});
