import type { Band } from './false-merge-target.ts';
import type { PairStatus } from './pair-state.ts';

export type LabelSource = 'review' | 'example' | 'sample' | 'village';

/**
 * What an answer to a waiting pair counts as. Whatever the machine would merge, or did merge before a person took it
 * apart, is an example of its work, whoever knew the answer.
 */
export function labelSourceOf({
  status,
  band,
  conflict,
}: {
  status: PairStatus;
  band: Band;
  conflict: string | null;
}): LabelSource {
  if (band === 'sure' || conflict === 'undone') return 'example';
  return status === 'asked' ? 'village' : 'review';
}
