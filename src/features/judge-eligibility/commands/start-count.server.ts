import { z } from 'zod';
import { isOfWholeOffice } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { done, refused } from '#kernel/refusal.ts';
import { type CommandContext, defineCommand } from '#platform/command.server.ts';
import { createTask, findTask, isStuck, recordProgress } from '#platform/tasks/long-task.server.ts';
import { countStanding, listTouchedRecords } from '../../register-enterprise/index.server.ts';
import { eligibilityPermissions } from '../permissions.ts';
import { liveRuleSets } from '../queries/live-rule-sets.server.ts';
import { findOpenRun, insertRun, type RunRow, updateRun } from '../run-store.server.ts';

/**
 * Has the whole register counted by these rule sets, in the background. A count that is under way is given up and its rule
 * sets are counted with the new ones: facts are read once for all of them.
 */
export async function startCount(context: CommandContext, ruleSetIds: readonly string[]): Promise<string> {
  const { trx, officeCode, now, newId, actor } = context;
  const open = await findOpenRun(trx, officeCode, true);
  if (open) await giveUp(context, open);
  const live = await liveRuleSets(trx, officeCode, plainDateInWib(now.getTime()));
  const wanted = new Set([...ruleSetIds, ...(open?.ruleSetIds ?? [])]);
  const runId = newId();
  const taskId = await createTask(trx, officeCode, {
    kind: 'eligibility',
    subjectId: runId,
    title: 'Menghitung siapa yang memenuhi syarat',
    total: await countStanding(trx, officeCode),
    createdBy: actor.name,
    at: now,
  });
  const { horizon } = await listTouchedRecords(trx, officeCode, Number.MAX_SAFE_INTEGER);
  await insertRun(trx, {
    officeCode,
    runId,
    ruleSetIds: live.map((one) => one.ruleSetId).filter((id) => wanted.has(id)),
    countedOn: plainDateInWib(now.getTime()),
    fromHorizon: horizon,
    taskId,
    startedAt: now,
  });
  await context.enqueue({ queue: 'judge-register', data: { runId } });
  return runId;
}

async function giveUp({ trx, officeCode, now }: CommandContext, run: RunRow): Promise<void> {
  await updateRun(trx, run, { finishedAt: now });
  await recordProgress(trx, officeCode, run.taskId, { state: 'cancelled', finishedAt: now });
}

/** "Hitung ulang": everything anew, whatever was counted before. */
export const countAgain = defineCommand({
  name: 'eligibility.count_again',
  permission: eligibilityPermissions['eligibility.set_conditions'],
  input: z.object({}),
  async run(context) {
    const { trx, officeCode, now } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const open = await findOpenRun(trx, officeCode);
    const task = open && (await findTask(trx, officeCode, open.taskId));
    if (task && !isStuck(task, now)) return refused('already_done');
    const live = await liveRuleSets(trx, officeCode, plainDateInWib(now.getTime()));
    const runId = await startCount(
      context,
      live.map(({ ruleSetId }) => ruleSetId),
    );
    await context.audit({ action: 'eligibility.count_started', details: { conditions: live.length } });
    return done({ runId });
  },
});
