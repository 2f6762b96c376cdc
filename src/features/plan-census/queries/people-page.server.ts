import { addDays, plainDateInWib } from '#kernel/calendar.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { areasForLists } from '../../register-enterprise/index.server.ts';
import { fieldStaff } from '../commands/field-staff.server.ts';
import { listLoads, listMembers } from '../member-store.server.ts';
import type { Duty } from '../rules/duties.ts';
import { isIdle } from '../rules/idle.ts';
import type { PeopleView } from '../rules/people-view.ts';
import { type RoundHeadView, roundHead } from './round-head.server.ts';

/** Days without a word after which somebody is asked what stands in the way. */
const quietDays = 3;

export async function peoplePage(
  context: QueryContext,
  roundId: string,
): Promise<{ round: RoundHeadView; people: PeopleView } | null> {
  const { trx, officeCode, now } = context;
  const round = await roundHead(context, roundId);
  if (!round) return null;
  const key = { office: officeCode, roundId };
  const members = await listMembers(trx, key);
  const present = members.filter(({ leftOn }) => leftOn === null);
  const areas = await areasForLists(trx, officeCode);
  const villages = areas
    .map(({ code, name }) => ({ code, name }))
    .sort((a, b) => a.name.localeCompare(b.name));
  const nameOf = new Map(villages.map(({ code, name }) => [code, name]));
  const loads = new Map((await listLoads(trx, key)).map((load) => [load.userId, load]));
  const since = addDays(plainDateInWib(now.getTime()), -quietDays);
  const enumerators = present.filter(({ duty }) => duty === 'enumerator');
  const supervisors = present.filter(({ duty }) => duty === 'supervisor');
  const names = new Map(supervisors.map(({ userId, name }) => [userId, name]));
  const candidates = async (duty: Duty) =>
    (await fieldStaff(context, duty))
      .filter(({ userId }) => !present.some((one) => one.userId === userId && one.duty === duty))
      .map(({ userId, name, roles }) => ({ userId, name, roles }));
  return {
    round,
    people: {
      enumerators: enumerators.map((one) => {
        const load = loads.get(one.userId);
        return {
          userId: one.userId,
          name: one.name,
          supervisorId: one.supervisorId,
          supervisor: one.supervisorId === null ? null : (names.get(one.supervisorId) ?? null),
          checksOwn: one.supervisorId === one.userId,
          homeVillages: one.homeVillages.map((code) => ({ code, name: nameOf.get(code) ?? code })),
          handed: load?.handed ?? 0,
          left: load?.left ?? 0,
          done: load?.done ?? 0,
          lastVisitedOn: load?.lastVisitedOn ?? null,
          idle: isIdle(load, one.joinedOn, since),
        };
      }),
      supervisors: supervisors.map(({ userId, name }) => ({
        userId,
        name,
        checks: enumerators.filter(({ supervisorId }) => supervisorId === userId).length,
      })),
      former: members.flatMap(({ userId, name, duty, leftOn }) =>
        leftOn === null ? [] : [{ userId, name, duty, leftOn }],
      ),
      candidates: { enumerator: await candidates('enumerator'), supervisor: await candidates('supervisor') },
      villages,
    },
  };
}
