import type { Candidate, SelectionProblem } from '#selection/problem.ts';
import type { Applicant, KnownFacts, SelectionFacts } from './candidate-facts.ts';
import { criterionValue, wasNeverServed } from './criterion-value.ts';
import { criterionCode, reserveCode, type SelectionPlan, type Tag } from './selection-plan.ts';

/** Why an applicant is no candidate. */
export type LeftOut = {
  applicant: Applicant;
  why: { kind: 'gone' } | { kind: 'held' } | { kind: 'out'; lacking: KnownFacts['lacking'] };
};

/**
 * The problem that a plan and the facts of one moment make, and who is left out of it. Candidates are standing enterprise
 * ids, intakes and budget lines their ids; applications stand in the order of their arrival, as wishes. The same whatever
 * order the facts come in.
 */
export function buildProblem(
  plan: SelectionPlan,
  seed: string,
  { today, intakes, lines, applicants }: SelectionFacts,
): { problem: SelectionProblem; leftOut: LeftOut[] } {
  const byArrival = applicants.toSorted((a, b) => firstSeq(a) - firstSeq(b));
  const leftOut = byArrival.flatMap((applicant): LeftOut[] => {
    const why = whyLeftOut(plan, applicant);
    return why ? [{ applicant, why }] : [];
  });
  const out = new Set(leftOut.map(({ applicant }) => applicant));
  const taking = byArrival.filter((one) => !out.has(one));
  const candidates = taking.map((applicant, place): Candidate => {
    const facts = applicant.facts!;
    const values = plan.criteria.map((criterion) => [
      criterionCode(criterion),
      criterionValue(criterion, facts, today, { place, takers: taking.length }),
    ]);
    return {
      id: applicant.enterpriseId,
      values: Object.fromEntries(values),
      tags: tagsOf(plan, applicant, facts),
      applications: wishesOf(applicant).map((intake) => ({ intake })),
    };
  });
  const all = intakes.map(({ intakeId }) => intakeId).sort();
  const over = (intakeId: string | null) => (intakeId === null ? all : [intakeId]);
  const paid = new Map(lines.map((line) => [line.budgetLineId, line]));
  const problem: SelectionProblem = {
    seed,
    criteria: plan.criteria.map((criterion) => ({
      code: criterionCode(criterion),
      weight: criterion.weight,
    })),
    intakes: intakes
      .map(({ intakeId, seats, heldSeats, costPerSeat, budgetLineId }) => ({
        code: intakeId,
        seats: Math.max(0, seats - heldSeats),
        costPerSeat,
        budget: budgetLineId !== null && paid.has(budgetLineId) ? budgetLineId : null,
      }))
      .sort(byCode),
    budgets: lines
      .map(({ budgetLineId, free }) => ({
        code: budgetLineId,
        // Seats given before are paid from the same promise.
        ceiling: Math.max(
          0,
          free -
            intakes
              .filter((one) => one.budgetLineId === budgetLineId)
              .reduce((sum, { heldSeats, costPerSeat }) => sum + heldSeats * costPerSeat, 0),
        ),
      }))
      .sort(byCode),
    reserves: plan.reserves.map(({ tag, intakeId, atLeast }) => ({
      code: reserveCode({ tag, intakeId }),
      tag,
      intakes: over(intakeId),
      atLeast,
    })),
    quotas: plan.quotas.map(({ tag, intakeId, atMost }) => ({
      code: reserveCode({ tag, intakeId }),
      tag,
      intakes: over(intakeId),
      atMost,
    })),
    candidates: candidates.sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
  return { problem, leftOut };
}

const byCode = (a: { code: string }, b: { code: string }): number => (a.code < b.code ? -1 : 1);

const firstSeq = ({ applications }: Applicant): number => Math.min(...applications.map(({ seq }) => seq));

/** Intakes applied for in the order of arrival, each once. */
function wishesOf({ applications }: Applicant): string[] {
  return [...new Set(applications.toSorted((a, b) => a.seq - b.seq).map(({ intakeId }) => intakeId))];
}

function whyLeftOut({ takePart }: SelectionPlan, { facts, held }: Applicant): LeftOut['why'] | null {
  if (!facts) return { kind: 'gone' };
  if (held.length > 0) return { kind: 'held' };
  const most = { no_out: 0, many_out: 1, all: Number.POSITIVE_INFINITY }[takePart];
  return facts.lacking.length > most ? { kind: 'out', lacking: facts.lacking } : null;
}

/** Only tags that a reserve or quota asks for: nothing personal goes into the published file without need. */
function tagsOf({ reserves, quotas }: SelectionPlan, applicant: Applicant, facts: KnownFacts): string[] {
  const asked = new Set([...reserves, ...quotas].map(({ tag }) => tag));
  const has = (tag: Tag): boolean => {
    switch (tag) {
      case 'never_served':
        return wasNeverServed(facts);
      case 'women':
        return facts.ownerSex === 'female';
      case 'disability':
        return facts.ownerDisability === 'yes';
      case 'new_village':
        return facts.newVillage === true;
      case 'proposed':
        return applicant.applications.some(({ proposed }) => proposed);
      default:
        return tag === `sector:${facts.sector}`;
    }
  };
  return [...asked].filter(has).sort();
}
