import { done, refused } from '#kernel/refusal.ts';
import { type CommandContext, defineCommand } from '#platform/command.server.ts';
import { createTask, findTask, isStuck, recordProgress } from '#platform/tasks/long-task.server.ts';
import { createSourceList } from '../../register-enterprise/index.server.ts';
import { roundIdInput } from '../input.ts';
import { censusPermissions } from '../permissions.ts';
import { type RoundRow, updateRound } from '../round-store.server.ts';
import { roundInReach } from './find-round.server.ts';

const permission = censusPermissions['census.plan'];

/** Starts a round: its rows are gathered in the background, and the random sub-sample is drawn. */
export const startRound = defineCommand({
  name: 'census.start_round',
  permission,
  input: roundIdInput,
  async run(context, { roundId }) {
    const { trx, officeCode, now } = context;
    const round = await roundInReach(context, roundId, true);
    if (!round) return refused('not_found');
    if (round.status === 'preparing' || round.status === 'running') return refused('already_done');
    if (round.status !== 'planned') return refused('wrong_state');
    const sourceListId = await createSourceList(context, {
      name: round.name,
      kind: 'census',
      asOf: round.startsOn,
      legalBasis: round.legalBasis,
    });
    await updateRound(trx, officeCode, roundId, { status: 'preparing', sourceListId, startedAt: now });
    await gatherRows(context, round);
    await context.audit({ action: 'census.round_started', subject: { kind: 'census_round', id: roundId } });
    return done({ roundId });
  },
});

/** Tambah baris baru: enterprises that came onto the round's lists, or into its villages, since it started. */
export const addNewRows = defineCommand({
  name: 'census.add_rows',
  permission,
  input: roundIdInput,
  async run(context, { roundId }) {
    const round = await roundInReach(context, roundId, true);
    if (!round) return refused('not_found');
    if (round.status !== 'running') return refused('wrong_state');
    if (await isGathering(context, round)) return refused('already_done');
    await gatherRows(context, round);
    await context.audit({ action: 'census.rows_asked', subject: { kind: 'census_round', id: roundId } });
    return done({ roundId });
  },
});

/** Goes on with gathering that had given up; it starts where it stopped. */
export const retryRound = defineCommand({
  name: 'census.retry_round',
  permission,
  input: roundIdInput,
  async run(context, { roundId }) {
    const { trx, officeCode, now } = context;
    const round = await roundInReach(context, roundId, true);
    if (!round) return refused('not_found');
    const task = round.taskId ? await findTask(trx, officeCode, round.taskId) : undefined;
    if (!task || task.state === 'done' || !isStuck(task, now)) return refused('wrong_state');
    await recordProgress(trx, officeCode, task.taskId, { state: 'waiting', message: null });
    await context.enqueue({ queue: 'prepare-round', data: { roundId } });
    return done({ roundId });
  },
});

/** Ends the field work: nothing more is handed out. What phones still hold is received all the same. */
export const closeRound = defineCommand({
  name: 'census.close_round',
  permission,
  input: roundIdInput,
  async run(context, { roundId }) {
    const { trx, officeCode, now } = context;
    const round = await roundInReach(context, roundId, true);
    if (!round) return refused('not_found');
    if (round.status === 'closed') return refused('already_done');
    if (round.status !== 'running' || (await isGathering(context, round))) return refused('wrong_state');
    await updateRound(trx, officeCode, roundId, { status: 'closed', closedAt: now });
    await context.audit({ action: 'census.round_closed', subject: { kind: 'census_round', id: roundId } });
    return done({ roundId });
  },
});

/** Closed too early, or by mistake. */
export const reopenRound = defineCommand({
  name: 'census.reopen_round',
  permission,
  input: roundIdInput,
  async run(context, { roundId }) {
    const { trx, officeCode } = context;
    const round = await roundInReach(context, roundId, true);
    if (!round) return refused('not_found');
    if (round.status === 'running') return refused('already_done');
    if (round.status !== 'closed') return refused('wrong_state');
    await updateRound(trx, officeCode, roundId, { status: 'running', closedAt: null });
    await context.audit({ action: 'census.round_reopened', subject: { kind: 'census_round', id: roundId } });
    return done({ roundId });
  },
});

async function isGathering({ trx, officeCode, now }: CommandContext, { taskId }: RoundRow): Promise<boolean> {
  const task = taskId ? await findTask(trx, officeCode, taskId) : undefined;
  return task !== undefined && (task.state === 'waiting' || task.state === 'running') && !isStuck(task, now);
}

/** One task at a time: its id on the round says which one holds. */
async function gatherRows(context: CommandContext, { roundId, name }: RoundRow): Promise<void> {
  const { trx, officeCode, actor, now } = context;
  const taskId = await createTask(trx, officeCode, {
    kind: 'census',
    subjectId: roundId,
    title: name,
    total: null,
    createdBy: actor.name,
    at: now,
  });
  await updateRound(trx, officeCode, roundId, { taskId });
  await context.enqueue({ queue: 'prepare-round', data: { roundId } });
}
