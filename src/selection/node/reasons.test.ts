import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCandidate, aProblem, smallProblems } from '../factory.ts';
import type { SelectionProblem } from '../problem.ts';
import { reasonsOf } from '../reasons.ts';
import { nextInLine, waitingList } from '../waiting-list.ts';
import { changed, differenceOf } from '../what-if.ts';
import { selectSeats } from './select.ts';

async function seatsOf(problem: SelectionProblem) {
  const outcome = await selectSeats(problem);
  if (outcome.kind !== 'selected') throw new Error(outcome.kind);
  return outcome.selection.seats;
}

/** Three seats, one of them for women; two women among seven, both low. */
const withReserve = aProblem({
  intakes: [{ code: 'a', seats: 3, costPerSeat: 0, budget: null }],
  reserves: [{ code: 'women', tag: 'women', intakes: ['a'], atLeast: { seats: 1 } }],
  quotas: [{ code: 'proposed', tag: 'proposed', intakes: ['a'], atMost: { seats: 1 } }],
  candidates: [
    aCandidate('adi', 0.95, ['proposed']),
    aCandidate('budi', 0.9, ['proposed']),
    aCandidate('candra', 0.8),
    aCandidate('dedi', 0.7),
    aCandidate('eka', 0.4, ['women']),
    aCandidate('fitri', 0.3, ['women']),
    aCandidate('gani', 0.6, [], { values: {} }),
  ],
});

describe('everybody can be told why', () => {
  test('chosen by points, chosen by a reserve, passed over for a quota or a reserve, or too few points', async () => {
    const reasons = new Map(
      reasonsOf(withReserve, await seatsOf(withReserve)).map((one) => [one.candidate, one]),
    );
    expect(reasons.get('adi')).toMatchObject({
      outcome: 'chosen',
      rank: 1,
      score: 950_000,
      by: { kind: 'score' },
    });
    expect(reasons.get('eka')).toMatchObject({
      outcome: 'chosen',
      by: { kind: 'reserve', reserves: ['women'] },
    });
    expect(reasons.get('budi')).toMatchObject({
      outcome: 'waiting',
      intakes: [
        {
          place: 1,
          lowestScore: 950_000,
          passedBy: 2,
          limits: [
            { kind: 'quota', code: 'proposed' },
            { kind: 'reserve', code: 'women' },
          ],
        },
      ],
    });
    expect(reasons.get('dedi')).toMatchObject({
      intakes: [{ place: 2, passedBy: 1, limits: [{ kind: 'reserve', code: 'women' }] }],
    });
    expect(reasons.get('fitri')).toMatchObject({ intakes: [{ place: 3, passedBy: 0, limits: [] }] });
    expect(reasons.get('gani')).toMatchObject({ score: 0, unknown: ['need'], intakes: [{ place: 4 }] });
  });

  test('whoever precedes a chosen one and waits is always told what stood in the way', async () => {
    await fc.assert(
      fc.asyncProperty(smallProblems, async (problem) => {
        const outcome = await selectSeats(problem);
        if (outcome.kind !== 'selected') return;
        for (const reason of reasonsOf(problem, outcome.selection.seats))
          if (reason.outcome === 'waiting')
            for (const { passedBy, limits } of reason.intakes)
              if (passedBy > 0) expect(limits.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  }, 120_000);
});

describe('the waiting list', () => {
  test('has everybody without a seat in the published order', async () => {
    const list = waitingList(withReserve, await seatsOf(withReserve), 'a');
    expect(list.map(({ candidate }) => candidate)).toEqual(['budi', 'dedi', 'fitri', 'gani']);
  });

  test('moves up by itself: another woman when the woman of the reserve leaves, the first who fits when another does', async () => {
    const seats = await seatsOf(withReserve);
    expect(nextInLine(withReserve, seats, { candidate: 'eka', intake: 'a' })).toEqual({
      next: 'fitri',
      skipped: [
        { candidate: 'budi', limits: ['quota:proposed', 'reserve:women'] },
        { candidate: 'dedi', limits: ['reserve:women'] },
      ],
      instead: null,
    });
    expect(nextInLine(withReserve, seats, { candidate: 'adi', intake: 'a' }).next).toBe('budi');
    expect(nextInLine(withReserve, seats, { candidate: 'candra', intake: 'a' }).next).toBe('dedi');
  });

  test('says who could come instead when nobody of the reserve is left', async () => {
    const seats = await seatsOf(withReserve);
    const { next, instead } = nextInLine(withReserve, seats, { candidate: 'eka', intake: 'a' }, ['fitri']);
    expect(next).toBeNull();
    expect(instead).toEqual({ candidate: 'dedi', short: ['reserve:women'] });
  });
});

describe('what if', () => {
  test('there were one seat more: who gains it, and that nobody loses', async () => {
    const before = await seatsOf(withReserve);
    const after = await seatsOf(changed(withReserve, { seats: { a: 4 } }));
    expect(differenceOf(before, after)).toEqual({
      gain: [{ candidate: 'dedi', intake: 'a' }],
      lose: [],
      move: [],
    });
  });

  test('somebody were taken by an override: who is displaced', async () => {
    const before = await seatsOf(withReserve);
    const fixed = [{ candidate: 'gani', intake: 'a', take: true }];
    const { gain, lose } = differenceOf(before, await seatsOf({ ...withReserve, fixed }));
    expect([gain, lose]).toEqual([
      [{ candidate: 'gani', intake: 'a' }],
      [{ candidate: 'candra', intake: 'a' }],
    ]);
  });
});
