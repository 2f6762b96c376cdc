import { describe, expect, test } from 'vitest';
import { drawSample, strataFor } from '#features/plan-census/rules/draw-sample.ts';
import { seededRandom } from '#linkage/random.ts';
import { type EstimatedRow, estimate } from './estimate.ts';

/**
 * Rounds played from beginning to end: a list whose truth is known, a sub-sample drawn from it, other rows visited in
 * whatever way an office may go about it, and the estimate asked for. 1,000 rounds on one list tell how often the
 * 95 % interval holds the truth. Everything follows from fixed seeds.
 */
const rounds = 1_000;

type Row = EstimatedRow<boolean> & { rowId: string; villageCode: string; sourceId: string; village: number };
/** Who is visited besides the sub-sample, as a chance; `seen`: share of the village's drawn rows that produce. */
type Besides = (row: { produces: boolean; village: number; seen: number }) => number;
type Scenario = {
  villages: number;
  rowsIn: (village: number) => number;
  /** Share that produces, in a village and of a source (0 or 1). */
  share: (village: number, source: number) => number;
  size: number;
  besides: Besides;
};

const anywhere: Besides = () => 0.3;
const even = { villages: 50, rowsIn: () => 400, share: () => 0.6, besides: anywhere };
/** 8,000 rows. */
const fewer = { ...even, villages: 20 };
const rising = { ...even, share: (village: number) => 0.2 + (0.6 * village) / 50 };
const small = { villages: 10, rowsIn: () => 30, share: (village: number) => 0.3 + 0.05 * village };

const scenarios: Record<string, Scenario> = {
  'even villages, 20,000 rows, 400 drawn': { ...even, size: 400 },
  'villages where nearly all produce beside others where hardly anyone does, 800 of 8,000': {
    ...fewer,
    share: (village) => [0.05, 0.95, 0.5][village % 3] ?? 0,
    size: 800,
  },
  'villages from 40 to 630 rows, sources that differ, 600 of 20,000': {
    ...even,
    villages: 60,
    rowsIn: (village) => 40 + 10 * village,
    share: (village, source) => (village / 60) * (source === 0 ? 1 : 0.4),
    size: 600,
  },
  '240 villages too small to be strata of their own, 400 of 20,000': {
    ...even,
    villages: 240,
    rowsIn: (village) => 20 + ((village * 37) % 130),
    share: (village) => ((village * 7) % 10) / 10,
    size: 400,
  },
  'visits besides the sub-sample go to workshops that are running, in lively villages, 1,000 of 20,000': {
    ...rising,
    besides: ({ produces, village }) => (0.2 + (0.6 * village) / 50) * (produces ? 0.9 : 0.2),
    size: 1_000,
  },
  'the office works through the villages where the sub-sample was promising, 800 of 8,000': {
    ...fewer,
    share: () => 0.5,
    besides: ({ seen }) => (seen > 0.5 ? 1 : 0),
    size: 800,
  },
  '3 % produce, 1,000 of 20,000': { ...even, share: () => 0.03, size: 1_000 },
  '3 % produce, all in a tenth of the villages, 600 of 8,000': {
    ...fewer,
    share: (village) => (village % 10 === 0 ? 0.3 : 0),
    size: 600,
  },
  '97 % produce, 400 of 20,000': { ...even, share: () => 0.97, size: 400 },
  'small office, 300 rows, 100 drawn': { ...small, besides: anywhere, size: 100 },
  'small office, 300 rows, 60 drawn, those running visited first': {
    ...small,
    besides: ({ produces }) => (produces ? 0.4 : 0.1),
    size: 60,
  },
  'small office, a tenth produces, 100 of 300': { ...small, share: () => 0.1, besides: anywhere, size: 100 },
};

/** A list of which somebody knows everything. */
function aList({ villages, rowsIn, share }: Scenario): { rows: Row[]; truth: boolean[] } {
  const lot = seededRandom(1_007);
  const rows: Row[] = [];
  const truth: boolean[] = [];
  for (let village = 0; village < villages; village++) {
    for (let count = rowsIn(village); count > 0; count--) {
      const source = lot() < 0.7 ? 0 : 1;
      truth.push(lot() < share(village, source));
      rows.push({
        rowId: String(rows.length).padStart(6, '0'),
        villageCode: `33.25.${String(1 + (village % 15)).padStart(2, '0')}.${2001 + village}`,
        sourceId: `source-${source}`,
        village,
        stratum: null,
        inSample: false,
        result: null,
      });
    }
  }
  return { rows, truth };
}

/** One round on a list: draws, visits what was drawn, visits others. */
function playRound(
  rows: Row[],
  truth: readonly boolean[],
  drawn: readonly number[],
  besides: Besides,
  round: number,
) {
  const seen = new Map<number, { of: number; produce: number }>();
  for (const row of rows) {
    row.inSample = false;
    row.result = null;
  }
  for (const at of drawn) {
    const row = rows[at]!;
    row.inSample = true;
    row.result = truth[at]!;
    const village = seen.get(row.village) ?? { of: 0, produce: 0 };
    seen.set(row.village, { of: village.of + 1, produce: village.produce + (truth[at] ? 1 : 0) });
  }
  const lot = seededRandom(round * 31 + 5);
  rows.forEach((row, at) => {
    if (row.inSample) return;
    const village = seen.get(row.village);
    const chance = besides({
      produces: truth[at]!,
      village: row.village,
      seen: village ? village.produce / village.of : 0,
    });
    if (lot() < chance) row.result = truth[at]!;
  });
}

/** Plays all rounds: how many intervals held the truth, and how far the estimates were off on the whole. */
function play(scenario: Scenario) {
  const { rows, truth } = aList(scenario);
  const strata = strataFor(rows, scenario.size);
  for (const { name, rowIds } of strata) for (const rowId of rowIds) rows[Number(rowId)]!.stratum = name;
  const total = truth.filter(Boolean).length;
  let held = 0;
  let off = 0;
  let width = 0;
  for (let round = 0; round < rounds; round++) {
    const drawn = drawSample(strata, { seed: round * 7919 + 1, size: scenario.size }).map(Number);
    playRound(rows, truth, drawn, scenario.besides, round);
    const found = estimate(rows, (produces) => produces);
    if (found.state !== 'estimated') throw new Error(`round ${round}: ${found.state}`);
    if (found.low <= total && total <= found.high) held++;
    off += found.around - total;
    width += found.high - found.low;
  }
  return { coverage: held / rounds, bias: off / rounds, halfWidth: width / rounds / 2 };
}

describe('the 95 % interval holds the truth in 93 to 97 of 100 rounds, and the estimate leans to no side', () => {
  test.each(Object.keys(scenarios))(
    '%s',
    (name) => {
      const { coverage, bias, halfWidth } = play(scenarios[name]!);
      expect(coverage).toBeGreaterThanOrEqual(0.93);
      expect(coverage).toBeLessThanOrEqual(0.97);
      // The mean of 1,000 estimates itself wanders by a sixtieth of the half-width.
      expect(Math.abs(bias)).toBeLessThan(halfWidth * 0.07);
    },
    60_000,
  );
});

test('a sub-sample drawn anew among rows not visited yet holds the truth as often, however the others were chosen', () => {
  const scenario =
    scenarios[
      'visits besides the sub-sample go to workshops that are running, in lively villages, 1,000 of 20,000'
    ]!;
  const { rows, truth } = aList({ ...scenario, rowsIn: () => 80 });
  const total = truth.filter(Boolean).length;
  const size = 200;
  playRound(rows, truth, [], scenario.besides, 1);
  const left = rows.filter(({ result }) => result === null);
  const strata = strataFor(left, size);
  for (const { name, rowIds } of strata) for (const rowId of rowIds) rows[Number(rowId)]!.stratum = name;
  let held = 0;
  for (let round = 0; round < rounds; round++) {
    const drawn = drawSample(strata, { seed: round * 7919 + 1, size }).map(Number);
    for (const at of drawn) Object.assign(rows[at]!, { inSample: true, result: truth[at]! });
    const found = estimate(rows, (produces) => produces);
    if (found.state === 'estimated' && found.low <= total && total <= found.high) held++;
    for (const at of drawn) Object.assign(rows[at]!, { inSample: false, result: null });
  }
  expect(held / rounds).toBeGreaterThanOrEqual(0.93);
  expect(held / rounds).toBeLessThanOrEqual(0.97);
});
