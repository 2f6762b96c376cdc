import { systemActor } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { type CommandContext, inOneTransaction } from '#platform/command.server.ts';
import { oneAtATime } from '#platform/jobs/one-at-a-time.server.ts';
import type { Services } from '#platform/services.server.ts';
import { findTask } from '#platform/tasks/long-task.server.ts';
import { listTouchedSupports } from '../../record-support/index.server.ts';
import { canonicalIds, listTouchedRecords } from '../../register-enterprise/index.server.ts';
import { deleteAnswersOf } from '../answer-store.server.ts';
import { listTouchedAssessments } from '../assessment-store.server.ts';
import { factsOf } from '../queries/facts-of.server.ts';
import { liveRuleSets } from '../queries/live-rule-sets.server.ts';
import { markCounted, type RuleSetRow } from '../rule-set-store.server.ts';
import { findOpenRun } from '../run-store.server.ts';
import { judgePage, judgesOf } from './judge-page.server.ts';
import { turnOf } from './judge-register.server.ts';
import { startCount } from './start-count.server.ts';

const PAGE = 2_000;
/** Where more changed (a list was brought in) the whole register is counted instead, in pieces. */
const MANY = 20_000;
const QUIET_MS = 10 * 60_000;

/**
 * Brings the answers of an office up to what is known now: counts again what was touched since, and has the whole register
 * counted where a version was never counted or a new day has begun, for terms run out. May be run at any time.
 */
export async function judgeTouched(
  services: Services,
  officeCode: string,
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  await oneAtATime(services.db, turnOf(officeCode), signal, () =>
    inOneTransaction(services, systemActor(officeCode, 'Gawangan'), bringUpToDate),
  );
}

async function bringUpToDate(context: CommandContext): Promise<void> {
  const { trx, officeCode, now } = context;
  const today = plainDateInWib(now.getTime());
  const live = await liveRuleSets(trx, officeCode, today);
  const counted = live.filter((one) => one.countedUpTo !== null && one.countedOn === today);
  const open = await findOpenRun(trx, officeCode);
  if (open) await takeUpAgain(context, open);
  const missing = live.filter((one) => !counted.includes(one) && !open?.ruleSetIds.includes(one.ruleSetId));
  if (missing.length > 0 || (open && open.countedOn < today)) await startCount(context, idsOf(missing));
  if (counted.length > 0) await countTouched(context, counted);
}

const idsOf = (ruleSets: readonly RuleSetRow[]) => ruleSets.map(({ ruleSetId }) => ruleSetId);

/** A count that failed, or whose job was lost, is tried again after a while. */
async function takeUpAgain(
  { trx, officeCode, now, enqueue }: CommandContext,
  { runId, taskId }: { runId: string; taskId: string },
): Promise<void> {
  const task = await findTask(trx, officeCode, taskId);
  const quiet = now.getTime() - (task?.beatAt ?? task?.createdAt ?? now).getTime();
  if (quiet > QUIET_MS)
    await enqueue({ queue: 'judge-register', data: { runId }, singletonKey: runId, gatherSeconds: 600 });
}

async function countTouched(context: CommandContext, counted: readonly RuleSetRow[]): Promise<void> {
  const { trx, officeCode, now } = context;
  const since = Math.min(...counted.map(({ countedUpTo }) => countedUpTo!));
  const { horizon, enterpriseIds } = await listTouchedRecords(trx, officeCode, since);
  const touched = [
    ...new Set([
      ...enterpriseIds,
      ...(await listTouchedSupports(trx, officeCode, since)),
      ...(await listTouchedAssessments(trx, officeCode, since)),
    ]),
  ];
  if (touched.length === 0) return;
  if (touched.length > MANY) {
    if (!(await findOpenRun(trx, officeCode))) await startCount(context, idsOf(counted));
    return;
  }
  // Whoever was led to another leaves, and that other changes with them.
  const roots = await canonicalIds(trx, officeCode, touched);
  const ids = [...new Set([...touched, ...roots.values()])].sort();
  const day = counted[0]!.countedOn!;
  const judges = judgesOf(counted, day);
  for (let at = 0; at < ids.length; at += PAGE) {
    const page = ids.slice(at, at + PAGE);
    const facts = await factsOf(trx, officeCode, page);
    const standing = new Set(facts.map(({ enterpriseId }) => enterpriseId));
    await deleteAnswersOf(
      trx,
      officeCode,
      idsOf(counted),
      page.filter((id) => !standing.has(id)),
    );
    await judgePage(trx, officeCode, judges, facts);
  }
  await markCounted(trx, officeCode, idsOf(counted), { upTo: horizon, on: day, at: now });
}
