import type { Selectable } from 'kysely';
import { newId } from '#kernel/id.ts';
import type { Trx } from '../db/connect.server.ts';
import type { LongTasks } from '../db/tables.ts';

export type LongTask = Selectable<LongTasks>;
export type TaskState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

export async function createTask(
  trx: Trx,
  office: string,
  task: {
    kind: 'sample' | 'import' | 'linkage' | 'census' | 'eligibility' | 'selection';
    subjectId: string | null;
    title: string;
    total: number | null;
    createdBy: string;
    at: Date;
  },
): Promise<string> {
  const taskId = newId();
  await trx
    .insertInto('longTasks')
    .values({
      officeCode: office,
      taskId,
      kind: task.kind,
      subjectId: task.subjectId,
      title: task.title,
      totalCount: task.total,
      createdBy: task.createdBy,
      createdAt: task.at,
    })
    .execute();
  return taskId;
}

export function findTask(trx: Trx, office: string, taskId: string): Promise<LongTask | undefined> {
  return trx
    .selectFrom('longTasks')
    .selectAll()
    .where('officeCode', '=', office)
    .where('taskId', '=', taskId)
    .executeTakeFirst();
}

/** The newest of one kind about one thing, whatever became of it. */
export function findTaskAbout(
  trx: Trx,
  office: string,
  { kind, subjectId }: { kind: string; subjectId: string },
): Promise<LongTask | undefined> {
  return trx
    .selectFrom('longTasks')
    .selectAll()
    .where('officeCode', '=', office)
    .where('kind', '=', kind)
    .where('subjectId', '=', subjectId)
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Tasks still waiting or running, newest first. */
export function listOpenTasks(trx: Trx, office: string): Promise<LongTask[]> {
  return trx
    .selectFrom('longTasks')
    .selectAll()
    .where('officeCode', '=', office)
    .where('state', 'in', ['waiting', 'running'])
    .orderBy('createdAt', 'desc')
    .execute();
}

export type TaskProgress = {
  state?: TaskState;
  step?: string;
  doneCount?: number;
  totalCount?: number | null;
  message?: string | null;
  startedAt?: Date;
  finishedAt?: Date;
  beatAt?: Date;
};

/** Written in the same transaction as the batch it speaks of, so that a resumed task starts where it really was. */
export async function recordProgress(
  trx: Trx,
  office: string,
  taskId: string,
  progress: TaskProgress,
): Promise<void> {
  await trx
    .updateTable('longTasks')
    .set(progress)
    .where('officeCode', '=', office)
    .where('taskId', '=', taskId)
    .execute();
}

const quietFor = 2 * 60_000;

/** Given up, or for so long without a sign of life that its worker is lost: a person may have it go on. */
export function isStuck({ state, beatAt, createdAt }: LongTask, now: Date): boolean {
  if (state !== 'waiting' && state !== 'running') return state === 'failed';
  return now.getTime() - (beatAt ?? createdAt).getTime() > quietFor;
}
