import type { Trx } from '#platform/db/connect.server.ts';
import { findTaskAbout, isStuck } from '#platform/tasks/long-task.server.ts';
import type { RunTask } from '../rules/selection-view.ts';

/** The long run of a selection, while it is under way or where it failed; null otherwise. */
export async function taskOf(trx: Trx, office: string, selectionId: string, now: Date): Promise<RunTask> {
  const task = await findTaskAbout(trx, office, { kind: 'selection', subjectId: selectionId });
  if (!task || task.state === 'done' || task.state === 'cancelled') return null;
  return { taskId: task.taskId, failed: isStuck(task, now) };
}
