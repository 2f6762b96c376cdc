import { plainDateInWib } from '#kernel/calendar.ts';
import { done, invalid, refused } from '#kernel/refusal.ts';
import { type CommandContext, defineCommand } from '#platform/command.server.ts';
import { addMembersInput, changeMemberInput, memberInput } from '../input.ts';
import { listLetters, updateRevoked } from '../letter-store.server.ts';
import { listLoads, listMembers, updateMemberEnd, upsertMember } from '../member-store.server.ts';
import { censusPermissions } from '../permissions.ts';
import { listVillageCodes } from '../round-store.server.ts';
import type { Duty } from '../rules/duties.ts';
import { fieldStaff } from './field-staff.server.ts';
import { roundInReach } from './find-round.server.ts';

const permission = censusPermissions['census.plan'];

/** Brings people into a round: enumerators, or supervisors. Accounts of the office with a role that goes with it. */
export const addMembers = defineCommand({
  name: 'census.add_members',
  permission,
  input: addMembersInput,
  async run(context, { roundId, userIds, duty }) {
    const { trx, officeCode, now } = context;
    const round = await roundInReach(context, roundId, true);
    if (!round) return refused('not_found');
    if (round.status === 'closed') return refused('wrong_state');
    const staff = new Map((await fieldStaff(context, duty)).map((person) => [person.userId, person]));
    if (!userIds.every((id) => staff.has(id))) return invalid([{ path: 'userIds', code: 'not_a_choice' }]);
    const key = { office: officeCode, roundId };
    const known = await listMembers(trx, key);
    const fresh = userIds.filter(
      (id) => !known.some((one) => one.userId === id && one.duty === duty && one.leftOn === null),
    );
    if (fresh.length === 0) return refused('already_done');
    const supervisors = known.filter((one) => one.duty === 'supervisor' && one.leftOn === null);
    for (const userId of fresh)
      await upsertMember(trx, key, {
        userId,
        duty,
        // With one supervisor there is no question who checks.
        supervisorId: duty === 'enumerator' && supervisors.length === 1 ? supervisors[0]!.userId : null,
        homeVillages: duty === 'enumerator' ? (staff.get(userId)?.villages ?? []) : [],
        joinedOn: plainDateInWib(now.getTime()),
      });
    await context.audit({
      action: 'census.members_added',
      subject: { kind: 'census_round', id: roundId },
      details: { duty, userIds: fresh },
    });
    return done({ added: fresh.length });
  },
});

/** Who checks this person's work, and where the person knows the way. */
export const changeMember = defineCommand({
  name: 'census.change_member',
  permission,
  input: changeMemberInput,
  async run(context, { roundId, userId, duty, supervisorId, homeVillages }) {
    const { trx, officeCode } = context;
    const member = await memberOf(context, { roundId, userId, duty });
    if (!member) return refused('not_found');
    // Saving an old page brings nobody back who left the round.
    if (member.leftOn !== null) return refused('wrong_state');
    const key = { office: officeCode, roundId };
    const members = await listMembers(trx, key);
    const checks = (id: string) =>
      members.some((one) => one.userId === id && one.duty === 'supervisor' && one.leftOn === null);
    if (supervisorId !== undefined && !checks(supervisorId))
      return invalid([{ path: 'supervisorId', code: 'not_a_choice' }]);
    const codes = new Set(await listVillageCodes(trx, officeCode));
    if (!homeVillages.every((code) => codes.has(code)))
      return invalid([{ path: 'homeVillages', code: 'not_a_choice' }]);
    const { joinedOn } = member;
    await upsertMember(trx, key, {
      userId,
      duty,
      supervisorId: supervisorId ?? null,
      homeVillages: [...new Set(homeVillages)],
      joinedOn,
    });
    await context.audit({
      action: 'census.member_changed',
      subject: { kind: 'census_round', id: roundId },
      details: { userId, supervisorId: supervisorId ?? null, homeVillages },
    });
    return done({ userId });
  },
});

/** Takes a person out of a round, once others have their rows. What they did stays theirs. */
export const dropMember = defineCommand({
  name: 'census.drop_member',
  permission,
  input: memberInput,
  async run(context, { roundId, userId, duty }) {
    const { trx, officeCode, now } = context;
    const member = await memberOf(context, { roundId, userId, duty });
    if (!member) return refused('not_found');
    if (member.leftOn !== null) return refused('already_done');
    const key = { office: officeCode, roundId };
    const load = (await listLoads(trx, key)).find((one) => one.userId === userId);
    if (duty === 'enumerator' && load && load.left > 0) return refused('in_use');
    await updateMemberEnd(trx, key, { userId, duty }, plainDateInWib(now.getTime()));
    // Whoever asks at the door is told that the letter of somebody who left holds no more.
    const stays = (await listMembers(trx, key)).some((one) => one.userId === userId && one.leftOn === null);
    const letters = stays ? [] : (await listLetters(trx, key)).filter((letter) => letter.userId === userId);
    await updateRevoked(
      trx,
      key,
      letters.map(({ letterId }) => letterId),
      now,
    );
    await context.audit({
      action: 'census.member_dropped',
      subject: { kind: 'census_round', id: roundId },
      details: {
        userId,
        duty,
        lettersRevoked: letters.filter(({ revokedAt }) => revokedAt === null).length,
      },
    });
    return done({ userId });
  },
});

async function memberOf(
  context: CommandContext,
  { roundId, userId, duty }: { roundId: string; userId: string; duty: Duty },
) {
  const { trx, officeCode } = context;
  if (!(await roundInReach(context, roundId, true))) return undefined;
  const members = await listMembers(trx, { office: officeCode, roundId });
  return members.find((one) => one.userId === userId && one.duty === duty);
}
