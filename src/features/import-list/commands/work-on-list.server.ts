import { systemActor } from '#kernel/actor.ts';
import { inOneTransaction } from '#platform/command.server.ts';
import { oneAtATime } from '#platform/jobs/one-at-a-time.server.ts';
import { isConnectionLost } from '#platform/lost-connection.ts';
import type { Services } from '#platform/services.server.ts';
import { recordProgress } from '#platform/tasks/long-task.server.ts';
import { findImport } from '../import-store.server.ts';
import type { ImportStatus } from '../rules/import-kinds.ts';
import { applyList } from './apply-list.server.ts';
import { dropListFile, dropReadFile } from './drop-staged.server.ts';
import { inspectList } from './inspect-list.server.ts';
import { type ListWork, WorkTakenAway, workOn } from './list-work.server.ts';
import { stageList } from './stage-list.server.ts';
import { stageTyped } from './stage-typed.server.ts';
import { takeBackList } from './take-back.server.ts';

const steps: Partial<Record<ImportStatus, (work: ListWork) => Promise<void>>> = {
  inspecting: inspectList,
  staging: (work) => (work.list.entry === 'typed' ? stageTyped(work) : stageList(work)),
  applying: applyList,
  taking_back: takeBackList,
  cancelled: dropListFile,
  refused: dropListFile,
  applied: dropReadFile,
};

/**
 * Does the next stretch of work on a list, whatever its state asks for; nothing where a person has to look first.
 * May be run again at any time: it goes on where it stopped. A fault that trying again will not mend marks the task as
 * failed, for a person to see; lost connections and shut-downs are thrown for the queue to try again.
 */
export async function workOnList(
  services: Services,
  officeCode: string,
  importId: string,
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  await oneAtATime(services.db, `list ${importId}`, signal, () =>
    nextStep(services, officeCode, importId, signal),
  );
}

async function nextStep(
  services: Services,
  officeCode: string,
  importId: string,
  signal: AbortSignal,
): Promise<void> {
  const actor = systemActor(officeCode, 'Gawangan');
  const list = await inOneTransaction(services, actor, ({ trx }) => findImport(trx, officeCode, importId));
  const step = list && steps[list.status];
  if (!step) return;
  try {
    await step(workOn(services, list, signal));
  } catch (error) {
    if (error instanceof WorkTakenAway) return;
    const { taskId } = list;
    if (signal.aborted || isConnectionLost(error) || taskId === null) throw error;
    services.log.error({ err: error, importId, step: list.status }, 'work on a list failed');
    await inOneTransaction(services, actor, ({ trx, now }) =>
      recordProgress(trx, officeCode, taskId, { state: 'failed', beatAt: now }),
    );
  }
}
