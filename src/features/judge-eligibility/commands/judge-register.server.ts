import { systemActor } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { type CommandContext, inOneTransaction } from '#platform/command.server.ts';
import { oneAtATime } from '#platform/jobs/one-at-a-time.server.ts';
import { isConnectionLost } from '#platform/lost-connection.ts';
import type { Services } from '#platform/services.server.ts';
import { findTask, recordProgress } from '#platform/tasks/long-task.server.ts';
import { listStandingPage } from '../../register-enterprise/index.server.ts';
import { deleteBetween, hasAnswers } from '../answer-store.server.ts';
import { factsOf } from '../queries/facts-of.server.ts';
import { liveRuleSets } from '../queries/live-rule-sets.server.ts';
import { dropOtherAnswers, listRuleSets, markCounted } from '../rule-set-store.server.ts';
import type { Facts } from '../rules/conditions.ts';
import { findOpenRun, type RunRow, updateRun } from '../run-store.server.ts';
import { type Judge, judgePage, judgesOf } from './judge-page.server.ts';

/** Facts of so many lie in memory at once. */
const PAGE = 5_000;

/** Another count took this one's place: stop quietly. */
class TakenAway extends Error {}

export const turnOf = (officeCode: string) => `eligibility ${officeCode}`;

/**
 * Counts the whole register: a page of facts is read once, asked by all rule sets of the run, and written in one
 * transaction together with how far the run is, while the next page is read. After a kill it goes on behind the last whole page.
 */
export async function judgeRegister(
  services: Services,
  officeCode: string,
  runId: string,
  signal: AbortSignal = new AbortController().signal,
  pageSize = PAGE,
): Promise<void> {
  const actor = systemActor(officeCode, 'Gawangan');
  await oneAtATime(services.db, turnOf(officeCode), signal, async () => {
    const run = await inOneTransaction(services, actor, ({ trx }) => findOpenRun(trx, officeCode));
    if (run?.runId !== runId) return;
    try {
      await judgeAll(services, run, signal, pageSize);
    } catch (error) {
      if (error instanceof TakenAway) return;
      if (signal.aborted || isConnectionLost(error)) throw error;
      services.log.error({ err: error, runId }, 'counting who meets the conditions failed');
      await inOneTransaction(services, actor, ({ trx, now }) =>
        recordProgress(trx, officeCode, run.taskId, { state: 'failed', beatAt: now }),
      );
    }
  });
}

async function judgeAll(
  services: Services,
  run: RunRow,
  signal: AbortSignal,
  pageSize: number,
): Promise<void> {
  const { officeCode, countedOn } = run;
  const judges = await inOneTransaction(services, systemActor(officeCode, 'Gawangan'), async ({ trx }) => {
    const all = await listRuleSets(trx, officeCode);
    const made = judgesOf(
      all.filter(({ ruleSetId }) => run.ruleSetIds.includes(ruleSetId)),
      countedOn,
    );
    for (const judge of made) judge.isNew = !(await hasAnswers(trx, officeCode, judge.ruleSetId));
    return made;
  });
  const read = (after: string | null) => readPage(services, officeCode, after, pageSize);
  let after = run.countedAfter;
  let reading = read(after);
  for (;;) {
    const page = await reading;
    const last = page.ids.length < pageSize ? null : page.ids.at(-1)!;
    if (last !== null) {
      // Read while this one is written. What changes in between was touched since the run began, and is counted once more.
      reading = read(last);
      reading.catch(() => undefined);
    }
    await writePage(services, run, judges, { ...page, after, last });
    if (last === null) return;
    after = last;
    signal.throwIfAborted();
  }
}

type Page = { ids: string[]; facts: Facts[] };

function readPage(
  services: Services,
  officeCode: string,
  after: string | null,
  limit: number,
): Promise<Page> {
  return inOneTransaction(services, systemActor(officeCode, 'Gawangan'), async ({ trx }) => {
    const ids = await listStandingPage(trx, officeCode, { after, limit });
    return { ids, facts: await factsOf(trx, officeCode, ids) };
  });
}

/** One page in one transaction, with how far the run is; without a `last` one the run is finished. */
function writePage(
  services: Services,
  { officeCode, runId }: RunRow,
  judges: Judge[],
  { ids, facts, after, last }: Page & { after: string | null; last: string | null },
): Promise<void> {
  return inOneTransaction(services, systemActor(officeCode, 'Gawangan'), async (context) => {
    const { trx, now } = context;
    const run = await findOpenRun(trx, officeCode, true);
    if (run?.runId !== runId) throw new TakenAway(runId);
    const task = await findTask(trx, officeCode, run.taskId);
    const known = judges.filter(({ isNew }) => !isNew).map(({ ruleSetId }) => ruleSetId);
    // Also what stood behind the last one: it stands for itself no longer.
    await deleteBetween(trx, officeCode, known, { after, upTo: last, but: ids });
    await judgePage(trx, officeCode, judges, facts);
    await updateRun(trx, run, { countedAfter: ids.at(-1) ?? after });
    await recordProgress(trx, officeCode, run.taskId, {
      state: 'running',
      doneCount: (task?.doneCount ?? 0) + ids.length,
      beatAt: now,
      ...(task?.startedAt ? {} : { startedAt: now }),
    });
    if (last === null) await finish(context, run);
  });
}

async function finish({ trx, officeCode, now }: CommandContext, run: RunRow): Promise<void> {
  await markCounted(trx, officeCode, run.ruleSetIds, { upTo: run.fromHorizon, on: run.countedOn, at: now });
  const live = await liveRuleSets(trx, officeCode, plainDateInWib(now.getTime()));
  await dropOtherAnswers(
    trx,
    officeCode,
    live.map(({ ruleSetId }) => ruleSetId),
  );
  await updateRun(trx, run, { finishedAt: now });
  await recordProgress(trx, officeCode, run.taskId, { state: 'done', finishedAt: now });
}
