import type { Answers } from '#questionnaire/engine/answers.ts';

/** `not_possible`: at the second visit nobody could say anything. */
export type RecheckOutcome = 'same' | 'differs' | 'not_possible';
export type Visit = { verdict: string | null; answers: Answers };
export type Difference = { item: string; first: string; second: string };

/** What does not change within weeks, and is not told otherwise on another day. */
const steady = ['goods', 'main_product', 'made_by', 'nib', 'started_year'] as const;
const saysNothing = new Set(['not_found', 'refused']);

const text = (given: Answers[string] | undefined): string =>
  typeof given === 'string' ? given.trim() : (given?.answer ?? '');
const words = (given: string): string => given.toLocaleLowerCase('id').split(/\s+/).sort().join(' ');

/**
 * Whether a second visit found what the first one did: the verdict, and those answers that stay as they are. One of the
 * answers may be told otherwise; another verdict, or two answers, is another matter.
 */
export function compareVisits(
  first: Visit,
  second: Visit,
): { outcome: RecheckOutcome; differences: Difference[] } {
  const differences: Difference[] = [];
  if (second.verdict === null || (saysNothing.has(second.verdict) && second.verdict !== first.verdict))
    return { outcome: 'not_possible', differences };
  if (first.verdict !== second.verdict)
    differences.push({ item: 'verdict', first: first.verdict ?? '', second: second.verdict });
  for (const item of steady) {
    const [one, other] = [text(first.answers[item]), text(second.answers[item])];
    if (one !== '' && other !== '' && words(one) !== words(other))
      differences.push({ item, first: one, second: other });
  }
  const isOther = first.verdict !== second.verdict || differences.length > 1;
  return { outcome: isOther ? 'differs' : 'same', differences };
}
