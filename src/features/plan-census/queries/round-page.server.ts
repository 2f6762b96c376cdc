import { addDays, plainDateInWib } from '#kernel/calendar.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { findTask, isStuck } from '#platform/tasks/long-task.server.ts';
import { areasForLists, listSourceLists } from '../../register-enterprise/index.server.ts';
import { roundInReach } from '../commands/find-round.server.ts';
import { listLetters } from '../letter-store.server.ts';
import { listLoads, listMembers } from '../member-store.server.ts';
import { findQuestionnaire } from '../questionnaire-store.server.ts';
import { listRoundSources, listRoundVillages, type RoundRow } from '../round-store.server.ts';
import { countByVillage } from '../row-store.server.ts';
import { isIdle } from '../rules/idle.ts';
import { noNumbers, sumNumbers } from '../rules/round-numbers.ts';
import type { RoundTask, RoundView, VillageLine } from '../rules/round-view.ts';

/** A round as its page shows it; null where there is none. */
export async function roundPage(context: QueryContext, roundId: string): Promise<RoundView | null> {
  const { trx, officeCode } = context;
  const round = await roundInReach(context, roundId);
  if (!round) return null;
  const key = { office: officeCode, roundId };
  const villages = await villageLines(context, round);
  const form = await findQuestionnaire(trx, officeCode, round.formId, round.formVersion);
  const chosen = new Set(await listRoundSources(trx, officeCode, roundId));
  const { name, startsOn, endsOn, status, target } = round;
  return {
    roundId,
    name,
    startsOn,
    endsOn,
    status,
    target,
    purpose: round.purpose,
    legalBasis: round.legalBasis,
    bpsNumber: round.bpsNumber,
    formId: round.formId,
    formVersion: round.formVersion,
    questionnaire: form?.title ?? round.formId,
    sampleSize: round.sampleSize,
    revision: round.revision,
    sourceListId: round.sourceListId,
    sources: (await listSourceLists(trx, officeCode)).filter((list) => chosen.has(list.sourceListId)),
    villages,
    numbers: sumNumbers(villages),
    people: await peopleOf(context, roundId),
    letters: (await listLetters(trx, key)).filter(({ revokedAt }) => revokedAt === null).length,
    task: await taskOf(context, round),
  };
}

async function villageLines(
  { trx, officeCode }: QueryContext,
  { roundId }: RoundRow,
): Promise<VillageLine[]> {
  const areas = new Map((await areasForLists(trx, officeCode)).map((area) => [area.code, area]));
  const counted = await countByVillage(trx, { office: officeCode, roundId });
  const numbersOf = new Map(counted.map(({ villageCode, ...numbers }) => [villageCode, numbers]));
  const targets = await listRoundVillages(trx, officeCode, roundId);
  const lines = targets.map(({ villageCode, target }) => ({
    ...(numbersOf.get(villageCode) ?? noNumbers),
    villageCode,
    village: areas.get(villageCode)?.name ?? villageCode,
    district: areas.get(villageCode)?.districtName ?? null,
    target,
  }));
  const nowhere = numbersOf.get(null);
  return nowhere
    ? [...lines, { ...nowhere, villageCode: null, village: null, district: null, target: null }]
    : lines;
}

async function peopleOf(
  { trx, officeCode, now }: QueryContext,
  roundId: string,
): Promise<RoundView['people']> {
  const key = { office: officeCode, roundId };
  const members = (await listMembers(trx, key)).filter(({ leftOn }) => leftOn === null);
  const enumerators = members.filter(({ duty }) => duty === 'enumerator');
  const checks = new Set(members.filter(({ duty }) => duty === 'supervisor').map(({ userId }) => userId));
  const loads = new Map((await listLoads(trx, key)).map((load) => [load.userId, load]));
  const today = plainDateInWib(now.getTime());
  return {
    enumerators: enumerators.length,
    supervisors: members.length - enumerators.length,
    // Whose supervisor left the round has none.
    withoutSupervisor: enumerators.filter(({ supervisorId }) => !checks.has(supervisorId ?? '')).length,
    idle: enumerators.filter((one) => isIdle(loads.get(one.userId), one.joinedOn, addDays(today, -3))).length,
  };
}

async function taskOf(
  { trx, officeCode, now }: QueryContext,
  { taskId }: RoundRow,
): Promise<RoundTask | null> {
  const task = taskId ? await findTask(trx, officeCode, taskId) : undefined;
  if (!task || task.state === 'done' || task.state === 'cancelled') return null;
  const failed = isStuck(task, now);
  return { done: task.doneCount, total: task.totalCount, running: !failed, failed };
}
