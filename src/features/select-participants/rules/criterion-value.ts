import { addMonths, type PlainDate } from '#kernel/calendar.ts';
import type { KnownFacts } from './candidate-facts.ts';
import type { Criterion, PlannedEvidence } from './selection-plan.ts';

/** Values as the published file and every sheet hold them. */
const fourDecimals = (value: number): number => Math.round(value * 10_000) / 10_000;

/**
 * What a criterion is worth to an applicant, from 0 to 1 in four decimals; null: not known. The sentences that the public
 * reads are `criterionRule`.
 * @param place of the applicant by arrival, 0 for the first of `takers`
 */
export function criterionValue(
  criterion: Criterion,
  facts: KnownFacts,
  today: PlainDate,
  { place, takers }: { place: number; takers: number },
): number | null {
  switch (criterion.kind) {
    case 'conditions':
      return facts.standing === null || facts.standing === 3 ? null : [1, 0.5, 0][facts.standing]!;
    case 'never_served':
      return received(facts).length === 0 ? 1 : 0;
    case 'fewer_supports': {
      const { sinceYear, topic } = criterion;
      const counted = received(facts).filter(
        (one) => one.startedOn >= `${sinceYear}-01-01` && (topic === null || one.topic === topic),
      );
      return fourDecimals(1 / (1 + counted.length));
    }
    case 'assessment': {
      const levels = Object.values(
        facts.assessments.find(({ rubricId }) => rubricId === criterion.rubricId)?.levels ?? {},
      );
      if (levels.length === 0) return null;
      const HIGHEST = 4;
      return fourDecimals(levels.reduce((sum, level) => sum + level, 0) / (HIGHEST * levels.length));
    }
    case 'verified':
      if (facts.verifiedOn === null) return 0;
      return facts.verifiedOn >= addMonths(today, -criterion.withinMonths) ? 1 : 0.5;
    case 'produces':
      if (['unknown', 'refused', 'not_found'].includes(facts.operation)) return null;
      return facts.operation === 'produces' ? 1 : 0;
    case 'years':
      return yearsValue(facts.startedOn, today, criterion.prefer);
    case 'evidence':
      return evidenceValue(criterion.evidence, facts, today);
    case 'order':
      return fourDecimals((takers - place) / takers);
  }
}

/** Whoever was registered and never came received nothing. */
const received = ({ supports }: KnownFacts) => supports.filter(({ outcome }) => outcome !== 'absent');

export const wasNeverServed = (facts: KnownFacts): boolean => received(facts).length === 0;

function yearsValue(startedOn: string | null, today: PlainDate, prefer: 'longer' | 'shorter'): number | null {
  if (startedOn === null) return null;
  const band = [1, 3, 5].filter((years) => startedOn <= addMonths(today, -12 * years)).length;
  return (prefer === 'longer' ? [0.25, 0.5, 0.75, 1] : [1, 0.75, 0.5, 0.25])[band]!;
}

const worth: Record<string, number> = { declared: 0.5, seen: 0.75, documented: 1 };

function evidenceValue(
  kind: PlannedEvidence,
  { evidences, nib }: KnownFacts,
  today: PlainDate,
): number | null {
  const held = evidences.filter((one) => one.kind === kind);
  const valid = held.filter(({ expiresOn }) => expiresOn === null || expiresOn >= today);
  if (valid.length > 0) return Math.max(...valid.map(({ grade }) => worth[grade] ?? 0));
  if (held.length > 0) return 0;
  if (kind === 'nib' && nib === 'known') return worth.declared!;
  return kind === 'nib' && nib === 'none_yet' ? 0 : null;
}
