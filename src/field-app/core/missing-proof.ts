import { verdictFacts } from '#features/plan-census/rules/verdict-facts.ts';
import { missingProof, type Proof } from '#features/plan-census/rules/verdicts.ts';
import type { WorkRow } from '#features/survey-field/rules/wire.ts';
import { addDays, plainDateInWib } from '#kernel/calendar.ts';
import type { Draft } from './draft-content.ts';

/** What the verdict of a settled draft still needs. Said before it is finished; a visit is never held up by it. */
export function proofMissing(draft: Draft, row: Pick<WorkRow, 'tries'> | undefined, now: number): Proof[] {
  const today = plainDateInWib(now);
  // Of earlier tries the list tells only how many there were; they count as another day.
  const triedOn = (row?.tries ?? 0) > 0 ? [addDays(today, -1), today] : [today];
  const seen = { photos: draft.photos.length, hasPosition: draft.position !== undefined, triedOn };
  const facts = verdictFacts(draft.answers, seen);
  return facts ? missingProof(facts) : [];
}
