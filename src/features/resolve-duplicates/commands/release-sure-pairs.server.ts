import { z } from 'zod';
import { isOfWholeOffice } from '#kernel/actor.ts';
import { done, refused } from '#kernel/refusal.ts';
import { type CommandContext, defineCommand } from '#platform/command.server.ts';
import { createTask, findTask, isStuck, recordProgress } from '#platform/tasks/long-task.server.ts';
import { pairPermissions } from '../permissions.ts';
import { getPolicy, type PolicyRow, savePolicy } from '../policy-store.server.ts';
import { countWaiting } from '../queries/count-waiting.server.ts';
import { linkagePolicy } from '../queries/linkage-policy.server.ts';

/** "Gabungkan … pasangan yang hampir pasti": once ten examples were right, the pile is merged in the background. */
export const releaseSurePairs = defineCommand({
  name: 'linkage.release',
  permission: pairPermissions['pair.steer'],
  input: z.object({}),
  async run(context) {
    const { trx, officeCode, now, actor } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const policy = await getPolicy(trx, officeCode, true);
    const { state } = (await linkagePolicy(context)).release;
    if (state !== 'may_release' && state !== 'released') return refused('wrong_state');
    if (await isUnderWay(context, policy)) return refused('already_done');
    const { sure } = await countWaiting(context);
    if (sure === 0) return refused('already_done');
    const released = policy.releasedAt ?? now;
    const by = policy.releasedBy ?? actor.name;
    await startMerging(context, { ...policy, releasedAt: released, releasedBy: by }, sure);
    await context.audit({
      action: 'linkage.released',
      subject: { kind: 'office', id: officeCode },
      details: { pairs: sure, target: policy.falseMergeTarget },
    });
    return done({ pairs: sure });
  },
});

async function isUnderWay({ trx, officeCode, now }: CommandContext, { taskId }: PolicyRow): Promise<boolean> {
  const task = taskId ? await findTask(trx, officeCode, taskId) : undefined;
  if (!task || task.state === 'done' || task.state === 'cancelled') return false;
  return !isStuck(task, now);
}

async function startMerging(context: CommandContext, policy: PolicyRow, total: number): Promise<void> {
  const { trx, officeCode, now, actor } = context;
  // Work that gave up is taken over by the new task.
  if (policy.taskId)
    await recordProgress(trx, officeCode, policy.taskId, { state: 'cancelled', finishedAt: now });
  const taskId = await createTask(trx, officeCode, {
    kind: 'linkage',
    subjectId: null,
    title: 'Menggabungkan pasangan yang hampir pasti',
    total,
    createdBy: actor.name,
    at: now,
  });
  await savePolicy(trx, officeCode, { ...policy, taskId }, { at: now, by: actor.name });
  await context.enqueue({ queue: 'merge-sure-pairs', data: { taskId } });
}

/** After new sure pairs came in: they are merged too where the office has released the pile and nothing speaks against. */
export async function mergeNewSurePairs(context: CommandContext): Promise<void> {
  if ((await linkagePolicy(context)).release.state !== 'released') return;
  const singletonKey = `sure ${context.officeCode}`;
  await context.enqueue({ queue: 'merge-sure-pairs', data: {}, singletonKey });
}
