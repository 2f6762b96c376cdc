import { type Decision, mergesEnterprises } from './decisions.ts';

export type Judged = {
  levels: readonly (readonly [comparison: string, level: string])[];
  isMatch: boolean;
};

/** What people said of pairs, as linkage learns from it. Who was not sure teaches nothing; one owner is not one business. */
export function judgedPairs(taught: readonly { pattern: Judged['levels']; decision: Decision }[]): Judged[] {
  return taught.flatMap(({ pattern, decision }) =>
    decision === 'unsure' ? [] : [{ levels: pattern, isMatch: mergesEnterprises(decision) }],
  );
}
