import { z } from 'zod';
import { isOfWholeOffice } from '#kernel/actor.ts';
import { done, refused } from '#kernel/refusal.ts';
import { type CommandContext, defineCommand } from '#platform/command.server.ts';
import { createTask, findTask, isStuck, recordProgress } from '#platform/tasks/long-task.server.ts';
import { runIdInput } from '../input.ts';
import { deleteProposed, openProposed } from '../pair-store.server.ts';
import { pairPermissions } from '../permissions.ts';
import { findLatestRun, insertRun, lockRun, type RunRow, updateRun } from '../run-store.server.ts';
import { mergeNewSurePairs } from './release-sure-pairs.server.ts';

const permission = pairPermissions['pair.steer'];

/** "Periksa seluruh daftar": looks for duplicates in the whole register, in the background; nothing changes yet. */
export const startRegisterRun = defineCommand({
  name: 'linkage.start_run',
  permission,
  input: z.object({}),
  async run(context) {
    const { trx, officeCode, now, actor, newId } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const latest = await findLatestRun(trx, officeCode);
    if (latest?.status === 'previewed') return refused('wrong_state');
    if (latest?.status === 'running') {
      if (await isAlive(context, latest)) return refused('already_done');
      await endRun(context, latest, 'failed');
    }
    const runId = newId();
    const taskId = await createTask(trx, officeCode, {
      kind: 'linkage',
      subjectId: runId,
      title: 'Memeriksa seluruh daftar',
      total: null,
      createdBy: actor.name,
      at: now,
    });
    await insertRun(trx, officeCode, {
      runId,
      kind: 'register',
      taskId,
      startedAt: now,
      foundBy: actor.name,
    });
    await context.enqueue({ queue: 'link-register', data: { runId } });
    await context.audit({ action: 'linkage.run_started', subject: { kind: 'linkage_run', id: runId } });
    return done({ runId });
  },
});

async function isAlive({ trx, officeCode, now }: CommandContext, { taskId }: RunRow): Promise<boolean> {
  const task = taskId ? await findTask(trx, officeCode, taskId) : undefined;
  return task !== undefined && !isStuck(task, now);
}

async function endRun(
  { trx, officeCode, now }: CommandContext,
  { runId, taskId }: RunRow,
  status: 'failed' | 'discarded',
): Promise<void> {
  await deleteProposed(trx, officeCode, runId);
  await updateRun(trx, officeCode, runId, { status, finishedAt: now });
  if (taskId) await recordProgress(trx, officeCode, taskId, { state: 'cancelled', finishedAt: now });
}

/** What the search found goes into the queue. */
export const takeOverRun = defineCommand({
  name: 'linkage.take_over_run',
  permission,
  input: runIdInput,
  async run(context, { runId }) {
    const { trx, officeCode } = context;
    const run = isOfWholeOffice(context) ? await lockRun(trx, officeCode, runId) : null;
    if (!run) return refused('not_found');
    if (run.status === 'taken_over') return refused('already_done');
    if (run.status !== 'previewed') return refused('wrong_state');
    await openProposed(trx, officeCode, runId);
    await updateRun(trx, officeCode, runId, { status: 'taken_over' });
    await mergeNewSurePairs(context);
    await context.audit({
      action: 'linkage.run_taken_over',
      subject: { kind: 'linkage_run', id: runId },
      details: { sure: run.counts?.sure, review: run.counts?.review },
    });
    return done({ runId });
  },
});

/** Gives a search up, while it runs or after its preview; nothing of it comes into the queue. */
export const discardRun = defineCommand({
  name: 'linkage.discard_run',
  permission,
  input: runIdInput,
  async run(context, { runId }) {
    const { trx, officeCode } = context;
    const run = isOfWholeOffice(context) ? await lockRun(trx, officeCode, runId) : null;
    if (!run) return refused('not_found');
    if (run.status === 'discarded') return refused('already_done');
    if (run.status !== 'previewed' && run.status !== 'running') return refused('wrong_state');
    await endRun(context, run, 'discarded');
    await context.audit({ action: 'linkage.run_discarded', subject: { kind: 'linkage_run', id: runId } });
    return done({ runId });
  },
});
