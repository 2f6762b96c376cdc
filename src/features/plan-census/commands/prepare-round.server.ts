import { systemActor } from '#kernel/actor.ts';
import { type CommandContext, inOneTransaction } from '#platform/command.server.ts';
import { oneAtATime } from '#platform/jobs/one-at-a-time.server.ts';
import { isConnectionLost } from '#platform/lost-connection.ts';
import type { Services } from '#platform/services.server.ts';
import { findTask, recordProgress, type TaskProgress } from '#platform/tasks/long-task.server.ts';
import { type FrameEntry, listFrame } from '../../register-enterprise/index.server.ts';
import {
  findRound,
  listRoundSources,
  listRoundVillages,
  listVillageCodes,
  type RoundRow,
  updateRound,
} from '../round-store.server.ts';
import { insertRows, listInRound, listKnown } from '../row-store.server.ts';
import { placeNew } from '../rules/order-frame.ts';
import { drawRows } from './draw-rows.server.ts';
import { settleRows } from './settle-rows.server.ts';

/** The round was closed, or another task took the work over: stop quietly. */
class WorkTakenAway extends Error {}

/**
 * Gathers the rows of a round, village by village, and draws the random sub-sample. Each village is one transaction
 * that adds only who is not there yet, so that it may be run again at any time and goes on where it stopped.
 */
export async function prepareRound(
  services: Services,
  officeCode: string,
  roundId: string,
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  await oneAtATime(services.db, `round ${roundId}`, signal, async () => {
    const actor = systemActor(officeCode, 'Gawangan');
    const round = await inOneTransaction(services, actor, ({ trx }) => findRound(trx, officeCode, roundId));
    if (!round?.taskId) return;
    try {
      await gather(services, round, signal);
    } catch (error) {
      if (error instanceof WorkTakenAway) return;
      const { taskId } = round;
      if (signal.aborted || isConnectionLost(error)) throw error;
      services.log.error({ err: error, roundId }, 'gathering the rows of a round failed');
      await inOneTransaction(services, actor, ({ trx, now }) =>
        recordProgress(trx, officeCode, taskId, { state: 'failed', beatAt: now }),
      );
    }
  });
}

type Step = (context: CommandContext, round: RoundRow) => Promise<TaskProgress>;

/** One stretch of the work and how far it is then, in one transaction. */
function stretch(services: Services, { officeCode, roundId, taskId }: RoundRow, step: Step): Promise<void> {
  return inOneTransaction(services, systemActor(officeCode, 'Gawangan'), async (context) => {
    const { trx, now } = context;
    const round = await findRound(trx, officeCode, roundId, true);
    if (!round?.taskId || round.taskId !== taskId) throw new WorkTakenAway(roundId);
    const task = await findTask(trx, officeCode, round.taskId);
    const open = task?.state === 'waiting' || task?.state === 'running';
    if (!open || (round.status !== 'preparing' && round.status !== 'running'))
      throw new WorkTakenAway(roundId);
    await recordProgress(trx, officeCode, round.taskId, { beatAt: now, ...(await step(context, round)) });
  });
}

async function gather(services: Services, round: RoundRow, signal: AbortSignal): Promise<void> {
  const { officeCode, roundId } = round;
  let places: (string | null)[] = [];
  let sourceListIds: string[] = [];
  await stretch(services, round, async ({ trx, now }) => {
    sourceListIds = await listRoundSources(trx, officeCode, roundId);
    const villages = await listRoundVillages(trx, officeCode, roundId);
    places = villages.map(({ villageCode }) => villageCode);
    const all = await listVillageCodes(trx, officeCode);
    // Whoever is listed without a village may live in any of them: they are part of a round of the whole area only.
    if (all.every((code) => places.includes(code))) places.push(null);
    return { state: 'running', startedAt: now, doneCount: 0, totalCount: places.length };
  });
  for (const [at, villageCode] of places.entries()) {
    signal.throwIfAborted();
    await stretch(services, round, async (context) => {
      await addVillage(context, roundId, { villageCode, sourceListIds });
      return { doneCount: at + 1 };
    });
  }
  signal.throwIfAborted();
  await stretch(services, round, async (context, now) => {
    await drawRows(context, now);
    await updateRound(context.trx, officeCode, roundId, { status: 'running' });
    return { state: 'done', finishedAt: context.now };
  });
}

async function addVillage(
  { trx, officeCode, newId }: CommandContext,
  roundId: string,
  { villageCode, sourceListIds }: { villageCode: string | null; sourceListIds: readonly string[] },
): Promise<void> {
  const round = { office: officeCode, roundId };
  const known = await listKnown(trx, { ...round, villageCode });
  await settleRows(trx, round, known);
  const listed = await listFrame(trx, officeCode, { villageCode, sourceListIds });
  // Somebody may have moved, or become one with another row, since: a row stays where it was put.
  const standingFor = ({ enterpriseId, ledIds }: FrameEntry) => [enterpriseId, ...ledIds];
  const inRound = await listInRound(trx, round, listed.flatMap(standingFor));
  const rowed = new Set(inRound.map(({ enterpriseId }) => enterpriseId));
  const fresh = listed.filter((entry) => !standingFor(entry).some((id) => rowed.has(id)));
  if (fresh.length === 0) return;
  const placed = placeNew(fresh, known);
  await insertRows(
    trx,
    placed.map(({ enterpriseId, sourceListId, rw, rt, place }) => ({
      officeCode,
      rowId: newId(),
      roundId,
      enterpriseId,
      sourceListId,
      villageCode,
      rw,
      rt,
      place,
    })),
  );
}
