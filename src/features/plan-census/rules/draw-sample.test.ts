import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawSample, type SampleFrameRow, sampleSizeFor, strataFor } from './draw-sample.ts';

/** `sizes`: rows of each village, in turn of district 01 and 02. */
const aFrame = (sizes: readonly number[], sources = 1): SampleFrameRow[] =>
  sizes.flatMap((size, village) =>
    Array.from({ length: size }, (_, row) => ({
      rowId: `${String(village).padStart(3, '0')}-${String(row).padStart(4, '0')}`,
      villageCode: `33.25.0${1 + (village % 2)}.${2001 + village}`,
      sourceId: `list-${row % sources}`,
    })),
  );
const villageOf = (rowId: string) => Number(rowId.slice(0, 3));

test.each([
  // The number of Cochran's table: ± 5 % of a very long list.
  [{ rows: 10_000_000, halfWidth: 500_000 }, 385],
  [{ rows: 105_000, halfWidth: 1_750 }, 3_348],
  [{ rows: 20_000, halfWidth: 600 }, 1_014],
  [{ rows: 20_000, halfWidth: 600, expectedShare: 0.9 }, 377],
  // No fewer than thirty, no more than there are.
  [{ rows: 20_000, halfWidth: 9_000 }, 30],
  [{ rows: 12, halfWidth: 6 }, 12],
  [{ rows: 300, halfWidth: 0 }, 300],
  [{ rows: 0, halfWidth: 10 }, 0],
])('for %o as many rows are drawn as the wanted width needs', (wanted, size) => {
  expect(sampleSizeFor(wanted)).toBe(size);
});

test('every village and list has its share, in proportion', () => {
  const rows = aFrame([100, 200, 300, 400], 2);
  const drawn = drawSample(strataFor(rows, 100), { seed: 1, size: 100 });
  const counts = [0, 0, 0, 0];
  for (const rowId of drawn) counts[villageOf(rowId)] = (counts[villageOf(rowId)] ?? 0) + 1;
  expect(counts).toEqual([10, 20, 30, 40]);
});

test('villages too small for two drawn rows are put together by list and district, and nobody is left out', () => {
  const rows = aFrame([400, 400, 5, 5, 5, 5, 5, 5]);
  const strata = strataFor(rows, 83);
  expect(strata.map(({ name, rowIds }) => [name, rowIds.length])).toEqual([
    ['*/*', 30],
    ['33.25.01.2001/list-0', 400],
    ['33.25.02.2002/list-0', 400],
  ]);
  const larger = strataFor(rows, 160).map(({ name }) => name);
  expect(larger).toContain('33.25.01/list-0');
});

test('rows of which the list names no village are drawn as well', () => {
  const rows = aFrame([50]).map((row) => ({ ...row, villageCode: '' }));
  expect(drawSample(strataFor(rows, 10), { seed: 1, size: 10 })).toHaveLength(10);
});

test('a row too much for any stratum joins the smallest, so that it can be drawn like all others', () => {
  const strata = strataFor(aFrame([500, 300, 1]), 40);
  expect(strata.map(({ name, rowIds }) => [name, rowIds.length])).toEqual([
    ['*/*', 301],
    ['33.25.01.2001/list-0', 500],
  ]);
});

test('the same seed draws the same rows in the same order, however the list is sorted; another seed others', () => {
  const rows = aFrame([60, 70, 80]);
  const draw = (from: readonly SampleFrameRow[], seed: number) =>
    drawSample(strataFor(from, 40), { seed, size: 40 });
  expect(draw([...rows].reverse(), 9)).toEqual(draw(rows, 9));
  expect(draw(rows, 10)).not.toEqual(draw(rows, 9));
});

test('a drawing that is made longer begins with what was drawn before', () => {
  const rows = aFrame([60, 70, 80, 90], 3);
  const strata = strataFor(rows, 40);
  const first = drawSample(strata, { seed: 7, size: 40 });
  const longer = drawSample(strata, { seed: 7, size: 40, more: 33 });
  expect(longer.slice(0, 40)).toEqual(first);
  expect(new Set(longer).size).toBe(73);
});

test('any rows and any size: as many as wanted, none twice, all from the list', () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(
      sizes,
      fc.integer({ min: 2, max: 60 }),
      fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      (of, size, seed) => {
        const rows = aFrame(of, 2);
        const drawn = drawSample(strataFor(rows, size), { seed, size });
        expect(drawn).toHaveLength(Math.min(size, rows.length));
        expect(new Set(drawn).size).toBe(drawn.length);
        const listed = new Set(rows.map(({ rowId }) => rowId));
        expect(drawn.every((rowId) => listed.has(rowId))).toBe(true);
      },
    ),
  );
});

test('each row of a stratum is drawn as often as any other, and comes first as often', () => {
  const rows = aFrame([12, 12]);
  const strata = strataFor(rows, 8);
  const drawn = new Map<string, number>();
  const first = new Map<string, number>();
  for (let seed = 0; seed < 3_000; seed++) {
    const order = drawSample(strata, { seed: seed * 7919, size: 8 });
    for (const rowId of order) drawn.set(rowId, (drawn.get(rowId) ?? 0) + 1);
    first.set(order[0]!, (first.get(order[0]!) ?? 0) + 1);
  }
  // 1,000 and 125 expected; five standard deviations to each side.
  expect(Math.min(...drawn.values())).toBeGreaterThan(1_000 - 5 * 26);
  expect(Math.max(...drawn.values())).toBeLessThan(1_000 + 5 * 26);
  expect(first.size).toBe(24);
  expect(Math.max(...first.values())).toBeLessThan(125 + 5 * 11);
});
