import { isOfWholeOffice } from '#kernel/actor.ts';
import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { policyInput } from '../input.ts';
import { reband } from '../pair-store.server.ts';
import { pairPermissions } from '../permissions.ts';
import { getPolicy, savePolicy } from '../policy-store.server.ts';
import { isLaxer, leastProbability } from '../rules/false-merge-target.ts';

/**
 * How much the machine may merge by itself. What waits is sorted anew; where the new choice lets more through, ten
 * examples have to be looked at again.
 */
export const setPolicy = defineCommand({
  name: 'linkage.set_policy',
  permission: pairPermissions['pair.steer'],
  input: policyInput,
  async run(context, { target }) {
    const { trx, officeCode, now, actor } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const before = await getPolicy(trx, officeCode, true);
    if (before.falseMergeTarget === target) return done({ target });
    const anew = isLaxer(target, before.falseMergeTarget);
    await savePolicy(
      trx,
      officeCode,
      {
        ...before,
        falseMergeTarget: target,
        ...(anew || target === null
          ? { examplesSince: now, releasedAt: null, releasedBy: null }
          : { examplesSince: before.examplesSince }),
      },
      { at: now, by: actor.name },
    );
    await reband(trx, officeCode, leastProbability(target));
    await context.audit({
      action: 'linkage.policy_set',
      subject: { kind: 'office', id: officeCode },
      details: { before: before.falseMergeTarget, target },
    });
    return done({ target });
  },
});
