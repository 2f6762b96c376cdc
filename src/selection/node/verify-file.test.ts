import { describe, expect, test } from 'vitest';
import { aCandidate, aProblem } from '../factory.ts';
import { makeSelectionFile, readSelectionFile, type SelectionFile } from '../selection-file.ts';
import { selectSeats } from './select.ts';
import { verifyFile } from './verify-file.ts';

/** A year's choice with everything in it: money that does not reach for all seats, reserves that overlap, equal points. */
const problem = aProblem({
  intakes: [
    { code: 'a', seats: 3, costPerSeat: 1_000_000, budget: 'apbd' },
    { code: 'b', seats: 2, costPerSeat: 1_500_000, budget: 'apbd' },
  ],
  budgets: [{ code: 'apbd', ceiling: 5_200_000 }],
  reserves: [
    { code: 'women', tag: 'women', intakes: ['a', 'b'], atLeast: { percent: 30 } },
    { code: 'new', tag: 'new', intakes: ['a'], atLeast: { seats: 1 } },
  ],
  candidates: Array.from({ length: 30 }, (_, at) =>
    aCandidate(`u${at}`, ((at * 7) % 10) / 10, at % 3 === 0 ? ['women', ...(at % 2 ? ['new'] : [])] : [], {
      applications: at % 2 ? [{ intake: 'a' }, { intake: 'b' }] : [{ intake: 'b', cost: 1_600_000 }],
    }),
  ),
});

const outcome = await selectSeats(problem);

function fileOf(): SelectionFile {
  if (outcome.kind !== 'selected') throw new Error(outcome.kind);
  const { file } = readSelectionFile(JSON.stringify(makeSelectionFile(problem, outcome.selection)));
  return file!;
}

describe('a selection file', { timeout: 60_000 }, () => {
  test('proves itself: the same list is found again, and the certificate holds', async () => {
    const { identical, certified, faults, gap, solver } = await verifyFile(fileOf());
    expect({ identical, certified, faults }).toEqual({ identical: true, certified: true, faults: [] });
    expect(gap).toBeLessThanOrEqual(0.0005);
    expect(solver).toMatchObject({ name: 'HiGHS' });
  });

  test('of another shape, or cut off, is not read', () => {
    expect(readSelectionFile('{"format":').where).toBe('JSON');
    expect(readSelectionFile('{"format":"something"}').where).toBe('format');
  });

  const forged: [what: string, forge: (file: SelectionFile) => void, kind: string][] = [
    [
      'a friend put in the place of somebody with more points',
      ({ selection }) => {
        const friend = problem.candidates.find(
          ({ id, tags, applications }) =>
            tags.length === 0 &&
            applications.length === 1 &&
            !selection.seats.some((one) => one.candidate === id),
        )!;
        const at = selection.seats.findIndex(({ intake }) => intake === 'b');
        selection.seats[at] = { candidate: friend.id, intake: 'b' };
      },
      'total_differs',
    ],
    [
      'a seat given twice',
      ({ selection }) => {
        selection.seats.push(selection.seats[0]!);
      },
      'two_seats',
    ],
    [
      'a seat nobody applied for',
      ({ selection }) => {
        selection.seats[0] = { candidate: 'u0', intake: 'a' };
      },
      'seat_not_applied_for',
    ],
    [
      'a bound made up',
      ({ selection: { certificate } }) => {
        certificate.bound = String(BigInt(certificate.bound) - 1n);
      },
      'bound_differs',
    ],
    [
      'a price below zero, which would prove anything',
      ({ selection: { certificate } }) => {
        certificate.parts[0]!.multipliers = { 'seats:a': -1 } as never;
      },
      'multiplier_invalid',
    ],
    [
      'a certificate that looks at a part of the lists only',
      ({ selection: { certificate } }) => {
        const [part] = certificate.parts;
        (certificate.parts as unknown[])[0] = {
          ...part,
          splits: [{ candidate: 'u1', intake: 'a', take: true }],
        };
      },
      'parts_leave_a_hole',
    ],
    [
      'a ceiling lowered after the fact',
      ({ problem: one }) => {
        (one.budgets[0] as { ceiling: number }).ceiling = 3_000_000;
      },
      'limit_broken',
    ],
  ];
  test.each(forged)('%s is found out', async (_, forge, kind) => {
    const file = fileOf();
    forge(file);
    const { certified, faults } = await verifyFile(file);
    expect(certified).toBe(false);
    expect(faults.map((one) => one.kind)).toContain(kind);
  });

  test('with another seed gives another list where points are equal, and that is told', async () => {
    const equals = aProblem({ candidates: ['1', '2', '3', '4', '5', '6'].map((id) => aCandidate(id, 1)) });
    const drawn = await selectSeats(equals);
    if (drawn.kind !== 'selected') throw new Error(drawn.kind);
    const file = makeSelectionFile({ ...equals, seed: '2026-2' }, drawn.selection);
    const { identical, certified, faults, difference } = await verifyFile(file);
    expect({ identical, certified }).toEqual({ identical: false, certified: false });
    expect(faults.every(({ kind }) => kind === 'passed_over')).toBe(true);
    expect(difference!.gain.length).toBe(difference!.lose.length);
    expect(difference!.gain.length).toBeGreaterThan(0);
  });
});
