import type { SupportTopic } from '#kernel/support-terms.ts';

/** Evidence whose grade may earn points. */
export const plannedEvidences = ['nib', 'pirt', 'halal', 'brand'] as const;
export type PlannedEvidence = (typeof plannedEvidences)[number];

/**
 * What may earn points: a closed list that the register and the applications can answer. Whether somebody came to earlier
 * intakes is shown beside the name and is not among them.
 * @property kind `conditions`: meets the programme's conditions; `never_served`: nothing on record that it ever received;
 * `fewer_supports`: received little since the year, of the topic or of any; `assessment`: levels of the rubric together;
 * `verified`: seen by somebody within so many months; `produces`: makes its own goods; `years`: years in business;
 * `evidence`: holds the permit, the better proven the more; `order`: applied early
 */
export type Criterion =
  | { kind: 'conditions' }
  | { kind: 'never_served' }
  | { kind: 'fewer_supports'; sinceYear: number; topic: SupportTopic | null }
  | { kind: 'assessment'; rubricId: string; name: { id: string; en: string } }
  | { kind: 'verified'; withinMonths: number }
  | { kind: 'produces' }
  | { kind: 'years'; prefer: 'longer' | 'shorter' }
  | { kind: 'evidence'; evidence: PlannedEvidence }
  | { kind: 'order' };

/** @property weight whole points that the full value earns, 1–100 */
export type WeightedCriterion = Criterion & { weight: number };

/** Who may be counted. Sectors are `sector:batik`. `proposed`: put forward by somebody else (diusulkan oleh). */
export type Tag = 'never_served' | 'women' | 'disability' | 'new_village' | 'proposed' | `sector:${string}`;

/** Seats, or a whole percentage of them. */
export type Share = { seats: number } | { percent: number };

/** @property intakeId of one intake; null: of all of the selection together */
export type Reserve = { tag: Tag; intakeId: string | null; atLeast: Share };
export type Quota = { tag: Tag; intakeId: string | null; atMost: Share };

/**
 * How seats are given, as it is published.
 * @property takePart who does not meet the conditions: `no_out` stays out with one clear no or more; `many_out` stays out
 * with two or more; `all` takes part. Whoever is not known well enough always takes part and earns nothing for it
 * @property servedSince year from which help counts, for the tags `new_village` and the sentence beside a name
 * @property answerDays days to answer an offer
 * @property moveUpDays days after the first day until which the waiting list still moves up
 */
export type SelectionPlan = {
  criteria: readonly WeightedCriterion[];
  reserves: readonly Reserve[];
  quotas: readonly Quota[];
  takePart: 'no_out' | 'many_out' | 'all';
  servedSince: number;
  answerDays: number;
  moveUpDays: number;
};

/** Names a criterion within a plan and in the published file. */
export function criterionCode(criterion: Criterion): string {
  return criterion.kind === 'evidence' ? `evidence:${criterion.evidence}` : criterion.kind;
}

/** Names a reserve in the published file. */
export const reserveCode = ({ tag, intakeId }: Pick<Reserve, 'tag' | 'intakeId'>): string =>
  intakeId === null ? tag : `${tag}@${intakeId}`;

/** What an office begins with: conditions first, then those never helped; nothing reserved. */
export function usualPlan({ year, hasConditions }: { year: number; hasConditions: boolean }): SelectionPlan {
  return {
    criteria: [
      ...(hasConditions ? [{ kind: 'conditions' as const, weight: 40 }] : []),
      { kind: 'never_served', weight: 25 },
      { kind: 'verified', withinMonths: 12, weight: 15 },
      { kind: 'produces', weight: 10 },
      { kind: 'evidence', evidence: 'nib', weight: 10 },
    ],
    reserves: [],
    quotas: [],
    takePart: 'no_out',
    servedSince: year - 2,
    answerDays: 3,
    moveUpDays: 0,
  };
}
