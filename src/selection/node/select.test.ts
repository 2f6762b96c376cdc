import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCertificate } from '../check-certificate.ts';
import { smallProblems } from '../factory.ts';
import { prepare } from '../prepare.ts';
import type { Seat, SelectionProblem } from '../problem.ts';
import { isPlain } from '../rank-and-quota.ts';
import type { Selection, SelectionOptions } from '../selection.ts';
import { selectSeats } from './select.ts';

const lotOf = (seed: string, id: string) =>
  Number.parseInt(createHash('sha256').update(`${seed}:${id}`).digest('hex').slice(0, 12), 16);

async function select(
  problem: SelectionProblem,
  options?: Partial<SelectionOptions>,
): Promise<Selection | null> {
  const outcome = await selectSeats(problem, options);
  if (outcome.kind === 'faulty') throw new Error(JSON.stringify(outcome.faults));
  return outcome.kind === 'selected' ? outcome.selection : null;
}

/** Every way to give seats, tried out. */
function bestOfAll(problem: SelectionProblem): { seats: Seat[]; total: number; lots: number } | null {
  const { rows, contenders } = prepare(problem);
  const used = rows.map(() => 0);
  let best: { seats: Seat[]; total: number; lots: number } | null = null;
  const seats: Seat[] = [];
  const tryFrom = (at: number, total: number, lots: number) => {
    const one = contenders[at];
    if (!one) {
      const kept = rows.every(({ kind, limit }, row) =>
        kind === 'reserve' ? used[row]! >= limit : used[row]! <= limit,
      );
      if (kept && (!best || total > best.total || (total === best.total && lots > best.lots + 1e-9)))
        best = { seats: [...seats], total, lots };
      return;
    }
    if (!one.must) tryFrom(at + 1, total, lots);
    for (const { intake, rows: own, amounts } of one.options) {
      for (const [place, row] of own.entries()) used[row]! += amounts[place]!;
      seats.push({ candidate: one.id, intake });
      tryFrom(at + 1, total + one.score, lots + 1 - lotOf(problem.seed, one.id) / 2 ** 48);
      seats.pop();
      for (const [place, row] of own.entries()) used[row]! -= amounts[place]!;
    }
  };
  tryFrom(0, 0, 0);
  return best;
}

const names = (seats: readonly Seat[]) => seats.map(({ candidate }) => candidate).sort();
const runs = { numRuns: 150 };
/** Hundreds of problems: these take as long as the machine is busy. */
const patience = { timeout: 120_000 };

describe('a selection', patience, () => {
  test('is the best of all lists there are, by score, then by lots; and there is none only where there is none', async () => {
    await fc.assert(
      fc.asyncProperty(smallProblems, async (problem) => {
        const best = bestOfAll(problem);
        const found = await select(problem, { plain: false });
        expect(found === null).toBe(best === null);
        if (!found || !best) return;
        expect(found.total).toBe(best.total);
        expect(found.proof).toBe('best');
        expect(names(found.seats)).toEqual(names(best.seats));
      }),
      runs,
    );
  });

  test('comes with a certificate that a checker without a solver accepts', async () => {
    await fc.assert(
      fc.asyncProperty(smallProblems, async (problem) => {
        const found = await select(problem);
        if (!found) return;
        expect(checkCertificate(problem, found.seats, found.certificate, { lotOf }).faults).toEqual([]);
      }),
      runs,
    );
  });

  test('is the same whatever the order of its parts and the method of the solver', async () => {
    await fc.assert(
      fc.asyncProperty(smallProblems, fc.integer(), async (problem, turn) => {
        const turned = <T>(list: readonly T[]) => {
          const from = Math.abs(turn) % Math.max(1, list.length);
          return [...list.slice(from), ...list.slice(0, from)].reverse();
        };
        const other: SelectionProblem = {
          ...problem,
          candidates: turned(problem.candidates),
          intakes: turned(problem.intakes),
          reserves: turned(problem.reserves),
        };
        const [one, two, three] = [
          await select(problem, { plain: false }),
          await select(other, { plain: false }),
          await select(problem, { plain: false, method: 'ipm' }),
        ];
        expect(two?.seats).toEqual(one?.seats);
        expect(three?.seats).toEqual(one?.seats);
      }),
      runs,
    );
  });

  test('by rank and quota is the one that the solver finds', async () => {
    let plain = 0;
    await fc.assert(
      fc.asyncProperty(smallProblems, async (problem) => {
        if (!isPlain(prepare(problem))) return;
        const found = await select(problem);
        const solved = await select(problem, { plain: false });
        expect(found?.seats).toEqual(solved?.seats);
        if (found?.way === 'rank_and_quota') plain += 1;
        if (found?.way === 'rank_and_quota') expect(found.certificate.gap).toBeLessThan(1e-6);
      }),
      { numRuns: 600 },
    );
    expect(plain).toBeGreaterThan(10);
  });
});
