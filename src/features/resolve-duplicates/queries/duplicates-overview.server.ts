import { isOfWholeOffice } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { findTask, isStuck } from '#platform/tasks/long-task.server.ts';
import { recordsSideBySide } from '../../register-enterprise/index.server.ts';
import { listDecided } from '../pair-store.server.ts';
import { getPolicy } from '../policy-store.server.ts';
import type { DuplicatesOverview, TaskView } from '../rules/overview.ts';
import type { DecidedView } from '../rules/pair-view.ts';
import { estimateQuality } from '../rules/quality-estimate.ts';
import { lastQuarters, quarterOf } from '../rules/quarter.ts';
import { findLatestRun } from '../run-store.server.ts';
import { countForQuality, listSamples } from '../sample-store.server.ts';
import { countWaiting } from './count-waiting.server.ts';
import { linkagePolicy } from './linkage-policy.server.ts';

const DECISIONS_SHOWN = 12;
/** Quality is said of the last year. */
const QUARTERS = 4;

/** What waits, what the machine may do, and how well it does it; null for who answers for a part of the office only. */
export async function duplicatesOverview(context: QueryContext): Promise<DuplicatesOverview | null> {
  const { trx, officeCode, now } = context;
  if (!isOfWholeOffice(context)) return null;
  const policy = await getPolicy(trx, officeCode);
  const run = await findLatestRun(trx, officeCode);
  return {
    waiting: await countWaiting(context),
    target: policy.falseMergeTarget,
    release: (await linkagePolicy(context)).release,
    releasedAt: policy.releasedAt?.toISOString() ?? null,
    releasedBy: policy.releasedBy,
    merging: await taskView(context, policy.taskId),
    run:
      run === null
        ? null
        : {
            runId: run.runId,
            status: run.status,
            counts: run.counts,
            startedAt: run.startedAt.toISOString(),
            finishedAt: run.finishedAt?.toISOString() ?? null,
            foundBy: run.foundBy,
            task: await taskView(context, run.taskId),
          },
    decided: await recentDecisions(context),
    ...(await qualityNow(context, quarterOf(plainDateInWib(now.getTime())))),
  };
}

async function taskView(
  { trx, officeCode, now }: QueryContext,
  taskId: string | null,
): Promise<TaskView | null> {
  const task = taskId ? await findTask(trx, officeCode, taskId) : undefined;
  if (!task || task.state === 'done' || task.state === 'cancelled') return null;
  const { doneCount, totalCount, startedAt } = task;
  const seconds = startedAt ? (now.getTime() - startedAt.getTime()) / 1_000 : 0;
  return {
    done: doneCount,
    total: totalCount,
    failed: isStuck(task, now),
    secondsLeft:
      totalCount !== null && doneCount > 0 ? (seconds * (totalCount - doneCount)) / doneCount : null,
  };
}

async function recentDecisions(context: QueryContext): Promise<DecidedView[]> {
  const rows = await listDecided(context.trx, context.officeCode, DECISIONS_SHOWN);
  const ids = rows.flatMap(({ leftId, rightId }) => [leftId, rightId]);
  const records = await recordsSideBySide(context, [...new Set(ids)], { asTheyWere: true });
  return rows.flatMap((row) => {
    const [left, right] = [records.get(row.leftId), records.get(row.rightId)];
    if (!left || !right || row.decision === null || row.decidedAt === null) return [];
    return {
      pairId: row.pairId,
      leftName: left.name,
      rightName: right.name,
      ownerName: left.ownerName,
      village: left.village,
      decision: row.decision,
      byMachine: row.decidedById === null,
      by: row.decidedBy ?? '',
      at: row.decidedAt.toISOString(),
    };
  });
}

async function qualityNow(
  { trx, officeCode }: QueryContext,
  quarter: string,
): Promise<Pick<DuplicatesOverview, 'quality' | 'sample'>> {
  const samples = await listSamples(trx, officeCode, lastQuarters(quarter, QUARTERS));
  const totals = await countForQuality(trx, officeCode);
  const drawnIn = (one: (typeof samples)[number]) =>
    samples.filter(({ quarter: other, stratum }) => other === one.quarter && stratum === one.stratum).length;
  const judged = samples.flatMap((sample) =>
    sample.decision === null
      ? []
      : [
          {
            stratum: sample.stratum,
            decision: sample.decision,
            weight: sample.stratumSize / drawnIn(sample),
          },
        ],
  );
  const ofQuarter = samples.filter((sample) => sample.quarter === quarter);
  const left = ofQuarter.filter(({ decision, skippedAt }) => decision === null && skippedAt === null);
  return {
    quality: estimateQuality(judged, totals),
    sample: {
      quarter,
      drawn: ofQuarter.length,
      left: left.length,
      judged: judged.length,
      mayDraw: totals.mergedByMachine + totals.notMerged > 0,
    },
  };
}
