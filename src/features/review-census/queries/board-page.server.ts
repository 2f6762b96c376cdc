import { addDays, plainDateInWib } from '#kernel/calendar.ts';
import type { QueryContext } from '#platform/command.server.ts';
import {
  countByVillage,
  countSentBack,
  countVisitedByDay,
  listLetters,
  listLoads,
  listMembers,
  type RoundRow,
} from '../../plan-census/index.server.ts';
import { countFinishedByDay, countVisitsAmong, listPhoneSigns } from '../../survey-field/index.server.ts';
import { listDoubtful } from '../check-store.server.ts';
import { type BoardLine, type BoardView, daysOf } from '../rules/board-view.ts';
import { enumeratorPace, roundPace, sundaysOff } from '../rules/pace.ts';
import { headOf, roundToReview } from './reviewed-round.server.ts';

/** How a round gets on, and what stands in the way of whom; null where there is none. */
export async function boardPage(context: QueryContext, roundId: string): Promise<BoardView | null> {
  const { trx, officeCode, now } = context;
  const round = await roundToReview(context, roundId);
  if (!round) return null;
  const today = plainDateInWib(now.getTime());
  const finished = await countFinishedByDay(trx, officeCode, roundId);
  // Rows of the list, each once: what was found besides, or answered twice, brings the target no nearer.
  const visited = await countVisitedByDay(trx, { office: officeCode, roundId });
  const doneByDay = new Map(visited.map(({ day, rows }) => [day, rows]));
  const numbers = await countByVillage(trx, { office: officeCode, roundId });
  const listed = numbers.reduce((sum, village) => sum + village.listed, 0);
  const target = round.target ?? listed;
  const { startsOn, endsOn } = round;
  return {
    round: headOf(round),
    asOf: now.getTime(),
    target,
    pace: roundPace({ startsOn, endsOn, target, doneByDay }, today, sundaysOff),
    days: daysOf(doneByDay, startsOn, earlier(today, endsOn), (day) => addDays(day, 1)),
    lines: await enumeratorLines(context, round, finished),
  };
}

async function enumeratorLines(
  { trx, officeCode, now }: QueryContext,
  round: RoundRow,
  finished: Awaited<ReturnType<typeof countFinishedByDay>>,
): Promise<BoardLine[]> {
  const key = { office: officeCode, roundId: round.roundId };
  const today = plainDateInWib(now.getTime());
  const members = (await listMembers(trx, key)).filter(
    ({ duty, leftOn }) => duty === 'enumerator' && leftOn === null,
  );
  const userIds = members.map(({ userId }) => userId);
  const loads = new Map((await listLoads(trx, key)).map((load) => [load.userId, load]));
  const sentBack = new Map((await countSentBack(trx, key)).map((one) => [one.userId, one.rows]));
  const signs = new Map((await listPhoneSigns(trx, officeCode, userIds)).map((sign) => [sign.userId, sign]));
  const letters = (await listLetters(trx, key)).filter(({ revokedAt }) => revokedAt === null);
  const byPerson = Map.groupBy(finished, ({ userId }) => userId);
  const quality = await qualityOf({ trx, officeCode }, round.roundId);
  const lines = members.map(({ userId, name, joinedOn }): BoardLine => {
    const doneByDay = new Map((byPerson.get(userId) ?? []).map((one) => [one.day, one.finished]));
    const sign = signs.get(userId);
    const own = letters.find((one) => one.userId === userId && one.validTo >= today);
    // An office that prints its letters elsewhere has none here: then nobody waits for one.
    const letter = letters.length === 0 ? { issuedOn: round.startsOn, validTo: round.endsOn } : own;
    const lastSeenAt = sign?.lastSeenAt?.getTime() ?? null;
    const { enumeratorId: _id, ...pace } = enumeratorPace(
      {
        enumeratorId: userId,
        openRows: loads.get(userId)?.left ?? 0,
        sentBackRows: sentBack.get(userId) ?? 0,
        doneByDay,
        // Who was entered late had rows before.
        startedOn: earlier(later(joinedOn, round.startsOn), [...doneByDay.keys()].sort()[0] ?? joinedOn),
        lastSyncOn: lastSeenAt === null ? null : plainDateInWib(lastSeenAt),
        letter: letter ? { from: letter.issuedOn, to: letter.validTo } : null,
        away: [],
      },
      today,
      sundaysOff,
    );
    return {
      userId,
      name,
      ...pace,
      sentBack: sentBack.get(userId) ?? 0,
      unsent: sign?.unsent ?? null,
      lastSeenAt,
      ...(quality.get(userId) ?? { checked: 0, doubtful: 0 }),
    };
  });
  // Whom the office can help stands first, then by name.
  return lines.sort(
    (a, b) => Number(b.cause !== null) - Number(a.cause !== null) || a.name.localeCompare(b.name),
  );
}

const earlier = (one: string, other: string): string => [one, other].sort()[0]!;
const later = (one: string, other: string): string => [one, other].sort()[1]!;

async function qualityOf(
  { trx, officeCode }: Pick<QueryContext, 'trx' | 'officeCode'>,
  roundId: string,
): Promise<Map<string, { checked: number; doubtful: number }>> {
  const counts = await countVisitsAmong(trx, officeCode, roundId, await listDoubtful(trx, officeCode));
  return new Map(counts.map(({ userId, visits, among }) => [userId, { checked: visits, doubtful: among }]));
}
