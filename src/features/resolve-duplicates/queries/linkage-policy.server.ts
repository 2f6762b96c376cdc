import type { QueryContext } from '#platform/command.server.ts';
import { listExamples } from '../label-store.server.ts';
import { getPolicy } from '../policy-store.server.ts';
import {
  examplesNeeded,
  leastProbability,
  type ReleaseState,
  releaseState,
} from '../rules/false-merge-target.ts';

/** What the machine may do in this office. */
export type LinkagePolicy = {
  /** At most one wrong merge in so many; null: the machine never merges. */
  falseMergeTarget: number | null;
  /** From this probability on a pair is sure. */
  leastProbability: number;
  release: ReleaseState;
};

export async function linkagePolicy({
  trx,
  officeCode,
}: Pick<QueryContext, 'trx' | 'officeCode'>): Promise<LinkagePolicy> {
  const policy = await getPolicy(trx, officeCode);
  const examples = await listExamples(trx, officeCode, policy.examplesSince, examplesNeeded);
  return {
    falseMergeTarget: policy.falseMergeTarget,
    leastProbability: leastProbability(policy.falseMergeTarget),
    release: releaseState(
      { falseMergeTarget: policy.falseMergeTarget, released: policy.releasedAt !== null },
      examples,
    ),
  };
}
