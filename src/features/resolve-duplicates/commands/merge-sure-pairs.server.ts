import { systemActor } from '#kernel/actor.ts';
import { type CommandContext, inOneTransaction } from '#platform/command.server.ts';
import { oneAtATime } from '#platform/jobs/one-at-a-time.server.ts';
import { isConnectionLost } from '#platform/lost-connection.ts';
import type { Services } from '#platform/services.server.ts';
import { findTask, recordProgress } from '#platform/tasks/long-task.server.ts';
import { listStoodFor } from '../../register-enterprise/index.server.ts';
import { isPersonNeeded, lockSure, type PairRow, setAside, updatePair } from '../pair-store.server.ts';
import { linkagePolicy } from '../queries/linkage-policy.server.ts';
import { carryOut } from './carry-out.server.ts';
import { standingEnds } from './settle-pairs.server.ts';

/** Pairs merged in one transaction. */
const BATCH = 20;

/**
 * Merges what is almost certainly one, batch by batch, for as long as the office lets it: each batch asks the policy
 * anew, so that changing it, or one wrong example, stops the work. May be run again at any time: what is merged is no
 * longer open. `taskId`: where to tell how far it is; empty when new pairs are merged as they come.
 */
export async function mergeSurePairs(
  services: Services,
  officeCode: string,
  taskId: string | null,
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  const actor = systemActor(officeCode, 'Gawangan');
  try {
    await oneAtATime(services.db, `sure pairs ${officeCode}`, signal, async () => {
      for (let isLast = false; !isLast; ) {
        signal.throwIfAborted();
        isLast = await inOneTransaction(services, actor, (context) => mergeBatch(context, taskId));
      }
    });
  } catch (error) {
    if (signal.aborted || isConnectionLost(error) || taskId === null) throw error;
    services.log.error({ err: error }, 'merging sure pairs failed');
    await inOneTransaction(services, actor, ({ trx, now }) =>
      recordProgress(trx, officeCode, taskId, { state: 'failed', beatAt: now }),
    );
  }
}

/** Whether it was the last. */
async function mergeBatch(context: CommandContext, taskId: string | null): Promise<boolean> {
  const { trx, officeCode, now } = context;
  const task = taskId ? await findTask(trx, officeCode, taskId) : undefined;
  if (task?.state === 'cancelled') return true;
  const { release } = await linkagePolicy(context);
  const pairs = release.state === 'released' ? await lockSure(trx, officeCode, BATCH) : [];
  for (const pair of pairs) await mergeOne(context, pair);
  const isLast = pairs.length === 0;
  if (task)
    await recordProgress(trx, officeCode, task.taskId, {
      doneCount: task.doneCount + pairs.length,
      beatAt: now,
      startedAt: task.startedAt ?? now,
      ...(isLast ? { state: 'done', finishedAt: now } : { state: 'running' }),
    });
  return isLast;
}

async function mergeOne(context: CommandContext, pair: PairRow): Promise<void> {
  const { trx, officeCode } = context;
  const ends = await standingEnds(context, pair);
  if (ends === null || ends.leftId === ends.rightId) {
    await setAside(trx, officeCode, [pair.pairId], null);
    return;
  }
  const needsPerson = await isPersonNeeded(
    trx,
    officeCode,
    await listStoodFor(trx, officeCode, ends.leftId),
    await listStoodFor(trx, officeCode, ends.rightId),
  );
  // Two of the records that would hang together are different as somebody said, or may be: a person has to look.
  const carried = needsPerson
    ? null
    : await carryOut(context, pair, { decision: pair.suggests, source: null });
  if (carried?.ok) return;
  await updatePair(trx, officeCode, pair.pairId, {
    band: 'review',
    conflict: carried === null ? 'chain' : carried.refusal.code,
  });
}
