import type { Seat, SelectionProblem } from '#selection/problem.ts';
import { type Reason, reasonsOf } from '#selection/reasons.ts';
import { SCORE_SCALE } from '#selection/score.ts';
import type { LeftOut } from './build-problem.ts';
import type { Applicant, SelectionFacts } from './candidate-facts.ts';
import type { EarnedPoints, Limit, ResultReason } from './result-reason.ts';
import { criterionCode, type SelectionPlan, type Tag } from './selection-plan.ts';

export type Result = {
  intakeId: string;
  enterpriseId: string;
  applicationId: string;
  rank: number | null;
  score: number | null;
  seated: boolean;
  waitingPlace: number | null;
  reason: ResultReason;
};

/** What a list says to each applicant, one result for each intake applied for. */
export function makeResults(
  plan: SelectionPlan,
  facts: SelectionFacts,
  problem: SelectionProblem,
  leftOut: readonly LeftOut[],
  seats: readonly Seat[],
): Result[] {
  const reasons = new Map(reasonsOf(problem, seats).map((reason) => [reason.candidate, reason]));
  const outBy = new Map(leftOut.map(({ applicant, why }) => [applicant.enterpriseId, why]));
  const valuesOf = new Map(problem.candidates.map(({ id, values }) => [id, values]));
  const nameOf = new Map(facts.intakes.map(({ intakeId, name }) => [intakeId, name]));
  const seatsOf = new Map(problem.intakes.map(({ code, seats: count }) => [code, count]));
  const tagOf = new Map([...problem.reserves, ...problem.quotas].map(({ code, tag }) => [code, tag as Tag]));
  const takers = problem.candidates.length;

  return facts.applicants.flatMap((applicant) => {
    const { enterpriseId } = applicant;
    return firstOfEach(applicant).map(({ intakeId, applicationId }): Result => {
      const about = { takers, seats: seatsOf.get(intakeId) ?? 0 };
      const base = { intakeId, enterpriseId, applicationId, seated: false, waitingPlace: null };
      const why = outBy.get(enterpriseId);
      if (why) {
        const none = { ...about, rank: null, score: null, points: [] };
        const reason: ResultReason =
          why.kind === 'held'
            ? { ...none, outcome: 'held' }
            : { ...none, outcome: 'out', lacking: why.kind === 'out' ? why.lacking : [] };
        return { ...base, rank: null, score: null, reason };
      }
      const found = reasons.get(enterpriseId);
      if (!found) throw new Error(`no reason for ${enterpriseId}`);
      const { rank, score } = found;
      const points = pointsOf(plan, valuesOf.get(enterpriseId)!);
      const reason: ResultReason = { ...about, rank, score, points, ...outcomeAt(found, intakeId) };
      const place = reason.outcome === 'waiting' ? reason.place : null;
      return { ...base, rank, score, seated: reason.outcome === 'seated', waitingPlace: place, reason };
    });
  });

  function outcomeAt(found: Reason, intakeId: string) {
    if (found.outcome === 'chosen') {
      if (found.intake !== intakeId)
        return { outcome: 'elsewhere' as const, intake: nameOf.get(found.intake) ?? '' };
      const reserves = found.by.kind === 'reserve' ? found.by.reserves.map((code) => tagOf.get(code)!) : [];
      return { outcome: 'seated' as const, by: found.by.kind, reserves: [...new Set(reserves)] };
    }
    const at = found.intakes.find(({ intake }) => intake === intakeId);
    if (!at) throw new Error(`${found.candidate} is not on the list of ${intakeId}`);
    const limits = at.limits.map(({ kind, code }): Limit => ({ kind, tag: tagOf.get(code) ?? null }));
    return { outcome: 'waiting' as const, place: at.place, lowestScore: at.lowestScore, limits };
  }
}

function firstOfEach({ applications }: Applicant): Applicant['applications'] {
  const seen = new Set<string>();
  return applications
    .toSorted((a, b) => a.seq - b.seq)
    .filter(({ intakeId }) => !seen.has(intakeId) && seen.add(intakeId));
}

function pointsOf(plan: SelectionPlan, values: Readonly<Record<string, number | null>>): EarnedPoints[] {
  return plan.criteria.map((criterion) => {
    const value = values[criterionCode(criterion)] ?? null;
    return {
      criterion,
      value,
      points: value === null ? 0 : criterion.weight * Math.round(value * SCORE_SCALE),
    };
  });
}
