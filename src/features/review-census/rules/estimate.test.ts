import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type EstimatedRow, estimate } from './estimate.ts';
import { roundedEstimate } from './rounded-estimate.ts';
import { visitsToNarrow } from './visits-to-narrow.ts';

type Row = EstimatedRow<string>;
const rows = (count: number, row: Row): Row[] => Array.from({ length: count }, () => row);
const drawn = (count: number, result: string | null): Row[] =>
  rows(count, { stratum: 'a', inSample: true, result });
const besides = (count: number, result: string | null): Row[] =>
  rows(count, { stratum: 'a', inSample: false, result });
const open = (count: number) => besides(count, null);
const produces = (result: string) => result === 'produces';
const estimated = (of: readonly Row[]) => {
  const found = estimate(of, produces);
  if (found.state !== 'estimated') throw new Error(found.state);
  return found;
};

const half = [...drawn(20, 'produces'), ...drawn(20, 'closed')];

test('while one drawn row has no answer nothing is estimated, and it is said how many are missing', () => {
  const waiting = [...drawn(39, 'produces'), ...drawn(1, null), ...besides(60, 'produces'), ...open(900)];
  expect(estimate(waiting, produces)).toEqual({
    state: 'not_yet',
    listed: 1_000,
    visited: 99,
    found: 99,
    sample: 40,
    missing: 1,
  });
});

test('refused and not found are answers, not missing ones', () => {
  expect(
    estimate([...half, ...drawn(3, 'refused'), ...drawn(2, 'not_found'), ...open(500)], produces).state,
  ).toBe('estimated');
});

test('with fewer than five drawn rows nothing is said', () => {
  expect(estimate([...drawn(4, 'produces'), ...open(20)], produces)).toMatchObject({
    state: 'not_yet',
    missing: 0,
  });
});

test('where all was visited it is counted, whether a sub-sample was complete or ever drawn', () => {
  expect(estimate([...besides(30, 'produces'), ...besides(10, 'closed')], produces)).toEqual({
    state: 'known',
    listed: 40,
    visited: 40,
    found: 30,
  });
});

test('rows visited besides the sub-sample do not move the estimate, however many of them produce', () => {
  const alone = estimated([...half, ...open(960)]);
  const lively = estimated([...half, ...besides(200, 'produces'), ...open(760)]);
  expect(alone).toMatchObject({ around: 500, found: 20, visited: 40 });
  expect(lively).toMatchObject({ around: 500, low: alone.low, high: alone.high, found: 220, visited: 240 });
});

test('the total is never less than what was found, nor more than that and all that is open', () => {
  const found = estimated([...half, ...besides(450, 'produces'), ...besides(400, 'closed'), ...open(110)]);
  expect(found).toMatchObject({ low: 470, high: 580 });
});

test('where the sub-sample and what was found exclude each other, only what is certain is said', () => {
  const luckless = [
    ...drawn(1, 'produces'),
    ...drawn(39, 'closed'),
    ...besides(400, 'produces'),
    ...open(60),
  ];
  expect(estimated(luckless)).toMatchObject({ low: 401, high: 461 });
});

test('rows known before the drawing are counted; rows listed after it may all produce or none', () => {
  const settled = rows(100, { stratum: null, inSample: false, result: 'produces' });
  const later = rows(7, { stratum: null, inSample: false, result: null });
  const alone = estimated([...half, ...open(960)]);
  const { around, low, high, listed, visited } = estimated([...half, ...open(960), ...settled, ...later]);
  expect({ listed, visited }).toEqual({ listed: 1_107, visited: 140 });
  expect([around, low, high]).toEqual([alone.around + 100 + 4, alone.low + 100, alone.high + 100 + 7]);
});

test('product types are estimated each for itself, and a workshop may make two', () => {
  const made = new Map([
    ['both', ['batik', 'craft']],
    ['batik', ['batik']],
    ['none', []],
  ]);
  const of: Row[] = [...drawn(10, 'both'), ...drawn(10, 'batik'), ...drawn(20, 'none'), ...open(360)];
  const each = (product: string) => estimate(of, (result) => made.get(result)?.includes(product) ?? false);
  expect(each('batik')).toMatchObject({ around: 200, found: 20 });
  expect(each('craft')).toMatchObject({ around: 100, found: 10 });
  expect(each('food')).toMatchObject({ around: 0, low: 0, found: 0 });
});

test('any list and any visits: what was found lies below, what is possible above', () => {
  const row = fc.record({
    stratum: fc.constantFrom('a', 'b', 'c', null),
    inSample: fc.boolean(),
    result: fc.constantFrom('produces', 'closed', null),
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 120 }), (given) => {
      const of = given.map((one) => ({
        ...one,
        inSample: one.inSample && one.stratum !== null,
        result: one.inSample && one.stratum !== null && one.result === null ? 'closed' : one.result,
      }));
      const found = estimate(of, produces);
      if (found.state !== 'estimated') return;
      expect(found.low).toBeGreaterThanOrEqual(found.found);
      expect(found.high).toBeLessThanOrEqual(found.found + found.listed - found.visited);
      expect(found.low).toBeLessThanOrEqual(found.around);
      expect(found.around).toBeLessThanOrEqual(found.high);
      const { low, high } = roundedEstimate(found);
      expect(low).toBeLessThanOrEqual(found.low);
      expect(high).toBeGreaterThanOrEqual(found.high);
      expect(low).toBeGreaterThanOrEqual(found.found);
      const more = visitsToNarrow(found, 3);
      if (more !== null) expect(more.visits).toBeLessThanOrEqual(found.listed - found.visited);
    }),
  );
});

test.each([
  // Width, and the figures that follow from it.
  [
    { low: 61_037, high: 64_482 },
    { low: 61_000, high: 64_500 },
  ],
  [
    { low: 1_234, high: 1_301 },
    { low: 1_230, high: 1_305 },
  ],
  [
    { low: 131, high: 160 },
    { low: 131, high: 160 },
  ],
  [
    { low: 3, high: 58 },
    { low: 0, high: 60 },
  ],
])('%o is said as %o', (interval, said) => {
  const found = {
    ...estimated([...half, ...open(960)]),
    listed: 105_000,
    visited: 1_000,
    found: 0,
    ...interval,
  };
  expect(roundedEstimate(found)).toEqual({ ...said, listed: 105_000, visited: 1_000 });
});

test('round figures never go below what was found, nor above what is left', () => {
  const found = {
    ...estimated([...half, ...open(960)]),
    listed: 1_000,
    visited: 500,
    found: 203,
    low: 204,
    high: 698,
  };
  expect(roundedEstimate(found)).toMatchObject({ low: 203, high: 700 });
});

test('early on a longer drawing narrows the estimate soonest, and it does narrow it so far', () => {
  const before = estimated([...half, ...open(1_960)]);
  const more = visitsToNarrow(before, 100);
  expect(more).toEqual({ how: 'lengthen', draw: 288, visits: 288 });
  const longer = [...drawn(164, 'produces'), ...drawn(164, 'closed'), ...open(1_672)];
  const after = estimated(longer);
  expect((after.high - after.low) / 2).toBeLessThanOrEqual(100);
});

test('late a drawing anew among what is open takes fewer visits', () => {
  const late = [...half, ...besides(900, 'produces'), ...besides(760, 'closed'), ...open(300)];
  const more = visitsToNarrow(estimated(late), 25);
  expect(more?.how).toBe('draw_anew');
  expect(more?.visits).toBeLessThan(160);
});

test('what is narrow enough already needs no more visits', () => {
  expect(visitsToNarrow(estimated([...half, ...open(960)]), 200)).toBeNull();
});
