import type { Highs } from 'highs';
import { asMultipliers, boundOf } from '../bound.ts';
import {
  type Certificate,
  type CertificatePart,
  GAP_GOAL,
  gapOf,
  highest,
  MULTIPLIER_SCALE,
} from '../certificate.ts';
import { checkProblem } from '../check-problem.ts';
import { compareText, type Prepared, prepare, totalOf } from '../prepare.ts';
import type { Seat, SelectionProblem } from '../problem.ts';
import { isPlain, rankAndQuota } from '../rank-and-quota.ts';
import { choiceFrom } from '../reasons.ts';
import {
  type Selection,
  type SelectionOptions,
  type SelectionOutcome,
  type SelectionStep,
  usualOptions,
} from '../selection.ts';
import type { Choice } from '../swap.ts';
import { branch } from './branch.ts';
import { explainClashes } from './explain-clashes.ts';
import { inFairOrder, optimise } from './optimise.ts';
import { solveRelaxation } from './relaxation.ts';
import { loadSolver, nameSolver } from './solver.ts';

/**
 * Who gets a seat: the list with the highest total score that keeps every limit, lots deciding between equals. The same
 * problem gives the same list, in whatever order its parts come. Blocks its thread: see `selectInWorker`.
 */
export async function selectSeats(
  problem: SelectionProblem,
  options: Partial<SelectionOptions> = {},
  onStep: (step: SelectionStep) => void = () => undefined,
): Promise<SelectionOutcome> {
  const chosenOptions = { ...usualOptions, ...options };
  onStep('reading');
  const faults = checkProblem(problem);
  if (faults.length > 0) return { kind: 'faulty', faults };
  const prepared = prepare(problem);
  if (chosenOptions.plain && isPlain(prepared)) {
    const found = rankAndQuota(prepared);
    if (found) return { kind: 'selected', selection: plainSelection(prepared, found) };
  }
  const highs = await loadSolver();
  const selection = optimisedSelection(highs, prepared, chosenOptions, onStep);
  if (selection) return { kind: 'selected', selection };
  onStep('clash');
  return { kind: 'clash', clashes: explainClashes(highs, prepared) };
}

function plainSelection(
  prepared: Prepared,
  { chosen, multipliers }: { chosen: Seat[]; multipliers: CertificatePart['multipliers'] },
): Selection {
  const seats = inOrder(chosen);
  const total = totalOf(prepared, seats);
  const certificate = certify(prepared, total, [{ splits: [], multipliers }]);
  return { seats, total, way: 'rank_and_quota', proof: 'best', certificate, solver: null };
}

function optimisedSelection(
  highs: Highs,
  prepared: Prepared,
  { method, nodes, parts }: SelectionOptions,
  onStep: (step: SelectionStep) => void,
): Selection | null {
  onStep('relaxation');
  const relaxed = solveRelaxation(highs, prepared, method);
  if (!relaxed) return null;
  onStep('whole_seats');
  const found = optimise(highs, prepared, relaxed, { nodes, method });
  if (!found) return null;
  onStep('certificate');
  let seats = seatsOfChoice(prepared, found.choice);
  let { proven } = found;
  const root = asMultipliers(prepared, relaxed.prices);
  let certificate = certify(prepared, totalOf(prepared, seats), [{ splits: [], multipliers: root }]);
  if (certificate.gap > GAP_GOAL) {
    const { parts: split, list } = branch(highs, prepared, root, {
      total: certificate.total,
      targetOf,
      most: parts,
      method,
      seen: relaxed.seen,
    });
    if (list) {
      proven = false;
      seats = seatsOfChoice(prepared, inFairOrder(highs, prepared, choiceFrom(prepared, list), nodes));
    }
    certificate = certify(prepared, totalOf(prepared, seats), split);
  }
  // The solver's word alone is no proof: what the certificate cannot show to be near the best is not called the best.
  const proof = certificate.gap > GAP_GOAL ? 'wide' : proven ? 'best' : 'within_gap';
  const { total } = certificate;
  return { seats, total, way: 'optimised', proof, certificate, solver: nameSolver(highs) };
}

/** One part in ten thousand below the goal, which is five. */
const targetOf = (total: number) => (BigInt(total) * BigInt(MULTIPLIER_SCALE) * 10_004n) / 10_000n;

const seatsOfChoice = ({ contenders }: Prepared, choice: Choice): Seat[] =>
  inOrder([...choice].map(([at, { intake }]) => ({ candidate: contenders[at]!.id, intake })));

function certify(prepared: Prepared, total: number, parts: CertificatePart[]): Certificate {
  const bound = highest(parts.map((part) => boundOf(prepared, part)));
  return { total, bound: String(bound), gap: gapOf(total, bound), parts };
}

const inOrder = (seats: Seat[]) => seats.sort((a, b) => compareText(a.candidate, b.candidate));
