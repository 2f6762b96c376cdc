import { expect, test } from 'vitest';
import { draw, drawSample, lots, type SampleCandidate, seedOf } from './draw-sample.ts';

const pairs = (count: number, name: string): SampleCandidate[] =>
  Array.from({ length: count }, (_, at) => ({ pairId: `${name}-${at}`, probability: 0.5 }));
const candidates = { merged: pairs(300, 'm'), near: pairs(80, 'n') };

test('half are drawn from what was merged and half from what was not, each knowing for how many it stands', () => {
  const drawn = drawSample(candidates, '33.75 2026-Q2');
  expect(drawn.map(({ stratum, stratumSize }) => `${stratum} ${stratumSize}`)).toEqual([
    ...Array.from({ length: 5 }, () => 'merged 300'),
    ...Array.from({ length: 5 }, () => 'near 80'),
  ]);
  expect(new Set(drawn.map(({ pairId }) => pairId)).size).toBe(10);
});

test('the same quarter draws the same pairs, in whatever order they are listed, and another quarter others', () => {
  const ids = (seed: string, of = candidates) => drawSample(of, seed).map(({ pairId }) => pairId);
  const turned = { merged: candidates.merged.toReversed(), near: candidates.near.toReversed() };
  expect(ids('33.75 2026-Q2', turned)).toEqual(ids('33.75 2026-Q2'));
  expect(ids('33.75 2026-Q3')).not.toEqual(ids('33.75 2026-Q2'));
});

test('where one side has too few, the other makes up for it', () => {
  const few = { merged: pairs(2, 'm'), near: pairs(80, 'n') };
  expect(drawSample(few, 'x').filter(({ stratum }) => stratum === 'near')).toHaveLength(8);
  expect(drawSample({ merged: pairs(30, 'm'), near: [] }, 'x')).toHaveLength(10);
  expect(drawSample({ merged: pairs(1, 'm'), near: pairs(1, 'n') }, 'x')).toHaveLength(2);
});

test('every pair has the same chance', () => {
  const times = new Array<number>(10).fill(0);
  for (let quarter = 0; quarter < 4_000; quarter++)
    for (const at of draw([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 3, lots(seedOf(`q${quarter}`))))
      times[at] = (times[at] ?? 0) + 1;
  // 1,200 each are expected; five standard deviations are 145.
  for (const count of times) expect(Math.abs(count - 1_200)).toBeLessThan(145);
});
