import { systemActor } from '#kernel/actor.ts';
import { inOneTransaction } from '#platform/command.server.ts';
import { oneAtATime } from '#platform/jobs/one-at-a-time.server.ts';
import { isConnectionLost } from '#platform/lost-connection.ts';
import type { Services } from '#platform/services.server.ts';
import { recordProgress } from '#platform/tasks/long-task.server.ts';
import { whileBeating } from '#platform/tasks/while-beating.server.ts';
import { listProposed } from '../pair-store.server.ts';
import { countFound } from '../rules/linkage-run.ts';
import { findRun, lockRun, type RunRow, updateRun } from '../run-store.server.ts';
import { insertCandidatePairs } from './insert-candidate-pairs.server.ts';
import { keepLearned, type LinkedRecords, linkRecords, readRegister } from './link-records.server.ts';

/** Somebody gave the search up while it ran: stop quietly. */
class RunGivenUp extends Error {}

/**
 * Looks for duplicates in the whole register: what a run shows for a person to take over. Nothing is written before the
 * end, so that a run whose worker was killed simply starts anew.
 */
export async function linkRegister(
  services: Services,
  officeCode: string,
  runId: string,
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  const actor = systemActor(officeCode, 'Gawangan');
  const find = () => inOneTransaction(services, actor, ({ trx }) => findRun(trx, officeCode, runId));
  await oneAtATime(services.db, `run ${runId}`, signal, async () => {
    const run = await find();
    if (run?.status !== 'running') return;
    try {
      await search(services, run, signal);
    } catch (error) {
      if (error instanceof RunGivenUp) return;
      if (signal.aborted || isConnectionLost(error) || run.taskId === null) throw error;
      services.log.error({ err: error, runId }, 'search for duplicates failed');
      await tell(services, run, { state: 'failed' });
    }
  });
}

type Progress = Parameters<typeof recordProgress>[3];

/** A sign of life; throws when nobody waits for the run any more. */
function tell(services: Services, { officeCode, runId, taskId }: RunRow, progress: Progress): Promise<void> {
  return inOneTransaction(services, systemActor(officeCode, 'Gawangan'), async ({ trx, now }) => {
    if ((await findRun(trx, officeCode, runId))?.status !== 'running') throw new RunGivenUp(runId);
    if (taskId) await recordProgress(trx, officeCode, taskId, { beatAt: now, ...progress });
  });
}

async function search(services: Services, run: RunRow, signal: AbortSignal): Promise<void> {
  const { officeCode } = run;
  let share = 0;
  let total: number | null = null;
  const onProgress = (now: number) => {
    share = now;
  };
  const progress = () => ({
    doneCount: total === null ? 0 : Math.floor(share * total),
    totalCount: total,
  });
  await tell(services, run, { state: 'running', startedAt: services.clock(), ...progress() });
  await whileBeating(
    signal,
    () => tell(services, run, progress()),
    async (stop) => {
      const control = { signal: stop, onProgress };
      const register = await readRegister(services, officeCode, control);
      total = register.length;
      const linked = await linkRecords(services, officeCode, null, register, control);
      await show(services, run, register.length, linked);
    },
  );
}

/** What was found, for a person to look at and take over. */
function show(
  services: Services,
  { officeCode, runId, taskId }: RunRow,
  enterprises: number,
  { pairs, compared, learned }: LinkedRecords,
): Promise<void> {
  return inOneTransaction(services, systemActor(officeCode, 'Gawangan'), async (context) => {
    const { trx, now } = context;
    if ((await lockRun(trx, officeCode, runId))?.status !== 'running') throw new RunGivenUp(runId);
    await insertCandidatePairs(context, pairs, { foundBy: 'register', runId, proposed: true });
    await keepLearned(context, learned);
    const proposed = await listProposed(trx, officeCode, runId);
    const counts = countFound(proposed, { enterprises, compared, alike: pairs.length });
    await updateRun(trx, officeCode, runId, { status: 'previewed', counts, finishedAt: now });
    if (taskId)
      await recordProgress(trx, officeCode, taskId, {
        state: 'done',
        doneCount: enterprises,
        totalCount: enterprises,
        beatAt: now,
        finishedAt: now,
      });
  });
}
