import type { QueryContext } from '#platform/command.server.ts';
import { listOpenTasks } from '#platform/tasks/long-task.server.ts';
import { type RegisterOverview, registerOverview } from '../../register-enterprise/index.server.ts';

export type RunningTask = {
  taskId: string;
  title: string;
  done: number;
  total: number | null;
  secondsLeft: number | null;
  /** Address of what is being worked on. */
  to: string | null;
};
export type StartPage = { overview: RegisterOverview; tasks: RunningTask[]; asOf: Date };

/** What staff see first: how much is known, what runs in the background. */
export async function startPage(context: QueryContext): Promise<StartPage> {
  const tasks = await listOpenTasks(context.trx, context.officeCode);
  return {
    overview: await registerOverview(context),
    tasks: tasks.map(({ taskId, kind, subjectId, title, doneCount, totalCount, startedAt }) => ({
      taskId,
      title,
      done: doneCount,
      total: totalCount,
      secondsLeft:
        startedAt && totalCount && doneCount > 0
          ? (((context.now.getTime() - startedAt.getTime()) / 1000) * (totalCount - doneCount)) / doneCount
          : null,
      to:
        kind === 'import' && subjectId !== null
          ? `/daftar/${subjectId}`
          : kind === 'linkage'
            ? '/kembar'
            : null,
    })),
    asOf: context.now,
  };
}
