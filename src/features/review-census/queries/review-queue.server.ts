import type { QueryContext } from '#platform/command.server.ts';
import { listRowVillages } from '../../plan-census/index.server.ts';
import { listWithOwners } from '../../register-enterprise/index.server.ts';
import {
  listPersonNames,
  listSubmissions,
  listWaiting,
  officeTime,
  type WaitingLine,
} from '../../survey-field/index.server.ts';
import { listChecks, listRemarked } from '../check-store.server.ts';
import {
  type QueueFilter,
  type QueueLine,
  type QueueView,
  type Urgency,
  urgencies,
  urgencyOf,
} from '../rules/review-view.ts';
import { headOf, roundToReview } from './reviewed-round.server.ts';
import { villageNamesOf } from './village-names.server.ts';

/** Lines of one page. */
const PAGE = 50;
/** Approved at once by one press. */
const MOST_AT_ONCE = 200;

type Ranked = { line: WaitingLine; villageCode: string | null; urgency: Urgency };

/**
 * All that waits in a round, in the order in which it wants to be looked at. Without `withVillages` the kelurahan of
 * rows is not looked up.
 */
async function rankWaiting(
  { trx, officeCode }: QueryContext,
  roundId: string,
  withVillages: boolean,
): Promise<Ranked[]> {
  const lines = await listWaiting(trx, officeCode, roundId);
  const remarked = await listRemarked(
    trx,
    officeCode,
    lines.map(({ submissionId }) => submissionId),
  );
  const rowIds = withVillages ? lines.flatMap(({ rowId }) => rowId ?? []) : [];
  const villages = await listRowVillages(trx, officeCode, rowIds);
  const ranked = lines.map((line): Ranked => {
    const urgency = urgencyOf({ ...line, severity: remarked.get(line.submissionId) ?? null });
    return { line, villageCode: villages.get(line.rowId ?? '') ?? line.villageCode, urgency };
  });
  const byUrgency = Map.groupBy(ranked, ({ urgency }) => urgency);
  return urgencies.flatMap((urgency) => byUrgency.get(urgency) ?? []);
}

const passes = ({ line, villageCode, urgency }: Ranked, filter: QueueFilter): boolean =>
  (filter.userId === '' || line.userId === filter.userId) &&
  (filter.villageCode === '' || villageCode === filter.villageCode) &&
  (filter.verdict === '' || line.verdict === filter.verdict) &&
  (filter.urgency === '' || urgency === filter.urgency);

/** What waits for a supervisor, and what it can be narrowed by; null where there is no such round. */
export async function reviewQueue(
  context: QueryContext,
  roundId: string,
  filter: QueueFilter,
  from = 0,
): Promise<QueueView | null> {
  const round = await roundToReview(context, roundId);
  if (!round) return null;
  const all = await rankWaiting(context, roundId, true);
  const chosen = all.filter((one) => passes(one, filter));
  const names = await villageNamesOf(context);
  const people = await listPersonNames(context.trx, [...new Set(all.map(({ line }) => line.userId))]);
  return {
    round: headOf(round),
    waiting: all.length,
    counts: Object.fromEntries(
      urgencies.map((urgency) => [urgency, all.filter((one) => one.urgency === urgency).length]),
    ) as Record<Urgency, number>,
    shown: chosen.length,
    lines: await linesOf(context, chosen.slice(from, from + PAGE), { villages: names, people }),
    next: chosen.length > from + PAGE ? String(from + PAGE) : null,
    plainIds: chosen
      .filter(({ urgency }) => urgency === 'plain')
      .slice(0, MOST_AT_ONCE)
      .map(({ line }) => line.submissionId),
    people: [...Map.groupBy(all, ({ line }) => line.userId)]
      .map(([userId, own]) => ({ userId, name: people.get(userId) ?? '', count: own.length }))
      .sort((one, other) => one.name.localeCompare(other.name)),
    villages: [...Map.groupBy(all, ({ villageCode }) => villageCode ?? '')]
      .filter(([code]) => code !== '')
      .map(([code, own]) => ({ code, name: names.get(code) ?? code, count: own.length }))
      .sort((one, other) => one.name.localeCompare(other.name)),
    verdicts: [...Map.groupBy(all, ({ line }) => line.verdict ?? '')]
      .filter(([verdict]) => verdict !== '')
      .map(([verdict, own]) => ({ verdict, count: own.length })),
  };
}

async function linesOf(
  { trx, officeCode }: QueryContext,
  ranked: readonly Ranked[],
  { villages, people }: Record<'villages' | 'people', ReadonlyMap<string, string>>,
): Promise<QueueLine[]> {
  const ids = ranked.map(({ line }) => line.submissionId);
  const submissions = new Map(
    (await listSubmissions(trx, officeCode, ids)).map((one) => [one.submissionId, one]),
  );
  const enterpriseIds = [...submissions.values()].flatMap(({ enterpriseId }) => enterpriseId ?? []);
  const known = new Map(
    (await listWithOwners(trx, officeCode, { enterpriseIds })).map((one) => [one.enterpriseId, one]),
  );
  const checks = Map.groupBy(await listChecks(trx, officeCode, ids), ({ submissionId }) => submissionId);
  return ranked.map(({ line, villageCode, urgency }) => {
    const submission = submissions.get(line.submissionId)!;
    const enterprise = known.get(submission.enterpriseId ?? '');
    return {
      submissionId: line.submissionId,
      enterpriseName: enterprise?.name ?? '—',
      ownerName: enterprise?.ownerName ?? null,
      villageCode,
      villageName: villages.get(villageCode ?? '') ?? null,
      userId: line.userId,
      userName: people.get(line.userId) ?? '',
      verdict: line.verdict,
      finishedAt: officeTime(submission.finishedAt, submission.clockOffS),
      urgency,
      isFound: line.rowId === null,
      remarks: (checks.get(line.submissionId) ?? []).map(({ checkCode }) => checkCode),
      conflicts: [
        ...submission.conflicts,
        ...(submission.isFinished ? [] : ['unfinished']),
        ...(submission.recheckOf === null ? [] : ['second_look']),
      ],
    };
  });
}

/** The one that comes after in the same order and with the same filter, and how many there are. */
export async function nextToReview(
  context: QueryContext,
  roundId: string,
  filter: QueueFilter,
  after: string,
): Promise<{ nextId: string | null; waiting: number }> {
  const ranked = await rankWaiting(context, roundId, filter.villageCode !== '');
  const chosen = ranked.filter((one) => passes(one, filter));
  const at = chosen.findIndex(({ line }) => line.submissionId === after);
  const next = chosen[at + 1] ?? chosen.find(({ line }) => line.submissionId !== after);
  return { nextId: next?.line.submissionId ?? null, waiting: chosen.length };
}
