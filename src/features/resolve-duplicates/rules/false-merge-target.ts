import { bearsOut, type Decision } from './decisions.ts';

/** Of how many merges made by the machine at most one may be wrong; what an office may choose from. */
export const falseMergeTargets = [100, 1_000, 10_000] as const;

/** Where an office has not chosen, and where it never lets the machine merge: what "almost certain" means. */
export const usualTarget = 1_000;

export type Band = 'sure' | 'review';

/**
 * Whether a pair is so surely one that merging it keeps to "at most one in `target` is wrong". A contradiction in the
 * records (`conflict`) always wants a person.
 */
export function bandOf(
  { probability, conflict }: { probability: number; conflict: string | null },
  target: number | null,
): Band {
  return conflict === null && probability >= leastProbability(target) ? 'sure' : 'review';
}

/** From this probability on a pair is sure. */
export function leastProbability(target: number | null): number {
  return 1 - 1 / (target ?? usualTarget);
}

/** Pairs of the pile that a person looks at before it is merged. */
export const examplesNeeded = 10;

export type Example = { decision: Decision; suggests: 'same' | 'same_owner' };

export type ReleaseState =
  /** The office never lets the machine merge. */
  | { state: 'never' }
  | { state: 'needs_examples'; seen: number }
  /** Of the last ten examples a person found some to be something else. */
  | { state: 'doubted'; wrong: number; seen: number }
  | { state: 'may_release' }
  | { state: 'released' };

/**
 * Whether the surely alike may be merged in one go. `examples`: those that were looked at, newest first. One that is
 * wrong among ten is a hundred times more than one in a thousand: then ten more in a row have to be right.
 */
export function releaseState(
  policy: { falseMergeTarget: number | null; released: boolean },
  examples: readonly Example[],
): ReleaseState {
  if (policy.falseMergeTarget === null) return { state: 'never' };
  // `unsure` is no word against the pile, nor one for it.
  const last = examples.filter(({ decision }) => decision !== 'unsure').slice(0, examplesNeeded);
  const wrong = last.filter(({ decision, suggests }) => !bearsOut(decision, suggests));
  if (wrong.length > 0) return { state: 'doubted', wrong: wrong.length, seen: last.length };
  if (policy.released) return { state: 'released' };
  return last.length < examplesNeeded
    ? { state: 'needs_examples', seen: last.length }
    : { state: 'may_release' };
}

/** Whether a new target lets more through than the old one: then the pile is another, and to be looked at anew. */
export function isLaxer(now: number | null, before: number | null): boolean {
  return now !== null && (before === null || now < before);
}
