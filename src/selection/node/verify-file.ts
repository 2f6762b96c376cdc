import { createHash } from 'node:crypto';
import { type CertificateFault, checkCertificate } from '../check-certificate.ts';
import { checkProblem, type ProblemFault } from '../check-problem.ts';
import type { SelectionFile } from '../selection-file.ts';
import { type Difference, differenceOf } from '../what-if.ts';
import { selectSeats } from './select.ts';

/**
 * @property faults of list and certificate, found without a solver
 * @property difference between the file's list and the one found again: `gain` are seats that only the new list gives
 * @property solver used now; null where none was needed
 * @property certified nothing at fault, and the gap as small as promised
 * @property identical the list found again is the same, seat by seat
 */
export type Verification = {
  problemFaults: ProblemFault[];
  faults: CertificateFault[];
  total: number;
  gap: number;
  counts: { row: string; limit: number; given: number }[];
  difference: Difference | null;
  solver: { name: string; version: string } | null;
  certified: boolean;
  identical: boolean;
};

/** The lot by Node's own SHA-256, not by the code that drew it. */
const lotOf = (seed: string, id: string): number =>
  Number.parseInt(createHash('sha256').update(`${seed}:${id}`).digest('hex').slice(0, 12), 16);

/** Adds everything up again, then makes the whole selection anew from the problem alone, and compares. */
export async function verifyFile({ problem, options, selection }: SelectionFile): Promise<Verification> {
  const problemFaults = checkProblem(problem);
  if (problemFaults.length > 0) return { ...nothing, problemFaults };
  const checked = checkCertificate(problem, selection.seats, selection.certificate, { lotOf });
  const again = await selectSeats(problem, options);
  const found = again.kind === 'selected' ? again.selection : null;
  const difference = differenceOf(selection.seats, found?.seats ?? []);
  const { gain, lose, move } = difference;
  return {
    ...checked,
    problemFaults,
    difference,
    solver: found?.solver ?? null,
    certified: checked.faults.length === 0 && selection.total === checked.total,
    identical: found !== null && gain.length + lose.length + move.length === 0,
  };
}

const nothing: Verification = {
  problemFaults: [],
  faults: [],
  total: 0,
  gap: 1,
  counts: [],
  difference: null,
  solver: null,
  certified: false,
  identical: false,
};
