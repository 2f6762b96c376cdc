import type { QualityLimits } from './quality-limits.ts';

/** Answers to questions with choices, by the question's name; personal answers and free text stay out. */
export type ComparedAnswers = Readonly<Record<string, string>>;

/**
 * How many of an enumerator's latest submissions, in the order of work and the last one included, have (nearly) the
 * same answers, each compared with the one before it. 1 where it stands alone; 0 where there is none.
 */
export function sameAnswerRun(inOrder: readonly ComparedAnswers[], limits: QualityLimits): number {
  let run = Math.min(1, inOrder.length);
  for (let at = inOrder.length - 1; at > 0; at--, run++) {
    if (!areAlike(inOrder[at] ?? {}, inOrder[at - 1] ?? {}, limits)) break;
  }
  return run;
}

function areAlike(a: ComparedAnswers, b: ComparedAnswers, limits: QualityLimits): boolean {
  const both = Object.keys(a).filter((question) => b[question] !== undefined);
  const same = both.filter((question) => a[question] === b[question]).length;
  return both.length >= limits.fewestComparedAnswers && same >= limits.sameAnswerShare * both.length;
}
