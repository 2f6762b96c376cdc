import { type Actor, systemActor } from '#kernel/actor.ts';
import { done, type Outcome } from '#kernel/refusal.ts';
import { defineCommand, execute, inOneTransaction } from '#platform/command.server.ts';
import { isConnectionLost } from '#platform/lost-connection.ts';
import type { Services } from '#platform/services.server.ts';
import { createTask, findTask, recordProgress } from '#platform/tasks/long-task.server.ts';
import { whileBeating } from '#platform/tasks/while-beating.server.ts';
import { listApplications } from '../../take-applications/index.server.ts';
import { runSelectionInput } from '../input.ts';
import { selectionPermissions } from '../permissions.ts';
import { listIntakeIds } from '../selection-store.server.ts';
import { decideRun, runSelection } from './run-selection.server.ts';

/** Up to so many applicants the answer comes with the page; beyond, in the background. */
const AT_ONCE = 1_000;

/** Checks that a run may begin, and hands it to the worker where there are many applicants. */
const queueRun = defineCommand({
  name: 'selection.queue_run',
  permission: selectionPermissions['selection.run'],
  input: runSelectionInput,
  async run(context, asked): Promise<Outcome<{ taskId: string | null }>> {
    const { trx, officeCode, now, actor } = context;
    const decision = await decideRun(context, asked);
    if (!decision.ok) return decision;
    let applicants = 0;
    for (const intakeId of await listIntakeIds(trx, officeCode, asked.selectionId))
      applicants += (await listApplications(trx, officeCode, intakeId)).length;
    if (applicants <= AT_ONCE) return done({ taskId: null });
    const taskId = await createTask(trx, officeCode, {
      kind: 'selection',
      subjectId: asked.selectionId,
      title: 'Menghitung seleksi',
      total: null,
      createdBy: actor.name,
      at: now,
    });
    await context.enqueue({ queue: 'run-selection', data: { taskId, asked: JSON.stringify(asked) } });
    return done({ taskId });
  },
});

/**
 * Runs a selection: at once, or in the background where there are thousands of applicants.
 * @returns `runId` null while the worker is at it
 */
export async function startRun(
  services: Services,
  actor: Actor,
  asked: unknown,
): Promise<Outcome<{ runId: string | null }>> {
  const queued = await execute(services, actor, queueRun, asked);
  if (!queued.ok) return queued;
  if (queued.value.taskId !== null) return done({ runId: null });
  return runSelection(services, actor, asked);
}

/** A run in the background, in the name of whoever asked for it and was allowed to. */
export async function runSelectionJob(
  services: Services,
  officeCode: string,
  taskId: string,
  asked: string,
  signal: AbortSignal,
): Promise<void> {
  const system = systemActor(officeCode, 'Gawangan');
  const report = (progress: Parameters<typeof recordProgress>[3]) =>
    inOneTransaction(services, system, ({ trx }) => recordProgress(trx, officeCode, taskId, progress));
  const beat = () => report({ state: 'running', beatAt: services.clock() });
  const task = await inOneTransaction(services, system, ({ trx }) => findTask(trx, officeCode, taskId));
  if (!task || task.state === 'done' || task.state === 'failed') return;
  await beat();
  try {
    const by = systemActor(officeCode, task.createdBy ?? system.name);
    const outcome = await whileBeating(signal, beat, (stop) =>
      runSelection(services, by, JSON.parse(asked), stop),
    );
    await report({ state: outcome.ok ? 'done' : 'failed', finishedAt: services.clock() });
  } catch (error) {
    if (signal.aborted || isConnectionLost(error)) throw error;
    services.log.error({ err: error, taskId }, 'a selection in the background failed');
    await report({ state: 'failed', finishedAt: services.clock() });
  }
}
