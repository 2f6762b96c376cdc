import type { CommandContext } from '#platform/command.server.ts';
import { createTask } from '#platform/tasks/long-task.server.ts';
import { updateImport } from '../import-store.server.ts';

/** Queues the next stretch of work on a list, with a task that shows how far it is; in the caller's transaction. */
export async function startWork(
  context: CommandContext,
  { importId, name, total }: { importId: string; name: string; total: number | null },
): Promise<void> {
  const { trx, officeCode, actor, now } = context;
  const taskId = await createTask(trx, officeCode, {
    kind: 'import',
    subjectId: importId,
    title: name,
    total,
    createdBy: actor.name,
    at: now,
  });
  await updateImport(trx, officeCode, importId, { taskId });
  await context.enqueue({ queue: 'work-on-list', data: { importId } });
}
