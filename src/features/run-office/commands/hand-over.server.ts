import { plainDateInWib } from '#kernel/calendar.ts';
import { done, invalid, refused } from '#kernel/refusal.ts';
import { type CommandContext, defineCommand } from '#platform/command.server.ts';
import {
  insertMembership,
  listStaffAccounts,
  listStaffMemberships,
  lockMemberships,
  type Membership,
  updateMembershipEnd,
} from '../../sign-in/index.server.ts';
import { handOverInput } from '../input.ts';
import { permissions } from '../permissions.ts';
import { holdsOn } from '../rules/last-data-officer.ts';
import { findHandOver, insertHandOver } from '../store.server.ts';
import { openWorkKinds } from './open-work.server.ts';

type Moved = Record<string, number>;

/** The successor gets what they do not hold yet; the predecessor's last day is today. */
async function moveRoles(
  { trx, officeCode, newId }: CommandContext,
  from: Membership[],
  to: Membership[],
  today: string,
) {
  const holds = (role: Membership) => to.some((one) => sameRole(one, role) && one.validTo === null);
  for (const role of from) {
    if (!holds(role)) {
      await insertMembership(trx, officeCode, {
        ...role,
        membershipId: newId(),
        userId: to[0]?.userId ?? '',
        validFrom: today,
      });
    }
    await updateMembershipEnd(trx, officeCode, role.membershipId, today);
  }
  return from.length;
}

const sameRole = (a: Membership, b: Membership) =>
  a.role === b.role && a.scope.kind === b.scope.kind && a.scope.code === b.scope.code;

/**
 * Serah terima: gives all open work of one person to another of the same office, with the roles if asked. The id
 * comes with the request, so a repeated one answers what the first did. Refused: `not_found` for someone without a
 * role here, `wrong_state` for a successor whose account is closed, `forbidden` when roles are to move and the actor
 * may not give roles.
 */
export const handOver = defineCommand({
  name: 'work.hand_over',
  permission: permissions['work.hand_over'],
  input: handOverInput,
  async run(context, input) {
    const { trx, officeCode, now, actor, audit } = context;
    const { handOverId, fromUserId, toUserId, withRoles, note } = input;
    await lockMemberships(trx, officeCode);
    const before = await findHandOver(trx, officeCode, handOverId);
    if (before)
      return before.fromUserId === fromUserId && before.toUserId === toUserId
        ? done(before.moved as Moved)
        : refused('duplicate');
    if (fromUserId === toUserId) return invalid([{ path: 'toUserId', code: 'not_a_choice' }]);
    const mayGiveRoles =
      actor.kind === 'system' ||
      actor.grants.some((grant) => permissions['people.manage'].roles.includes(grant.role));
    if (withRoles && !mayGiveRoles) return refused('forbidden');

    const today = plainDateInWib(now.getTime());
    const all = await listStaffMemberships(trx, officeCode);
    const from = all.filter((one) => one.userId === fromUserId);
    const to = all.filter((one) => one.userId === toUserId);
    if (from.length === 0 || to.length === 0) return refused('not_found');
    const successor = (await listStaffAccounts(trx, officeCode)).find((one) => one.userId === toUserId);
    const runs = (one: Membership) => one.validTo === null || one.validTo >= today;
    if (!successor || successor.deactivatedAt || !to.some((one) => holdsOn(today, one)))
      return refused('wrong_state');

    const moved: Moved = {};
    if (withRoles) moved.role = await moveRoles(context, from.filter(runs), to, today);
    const deed = { at: now, by: actor.name };
    for (const work of openWorkKinds()) moved[work.kind] = await work.move(trx, fromUserId, toUserId, deed);
    await insertHandOver(trx, officeCode, {
      handOverId,
      fromUserId,
      toUserId,
      handedOverAt: now,
      moved,
      note,
    });
    await audit({
      action: 'work.handed_over',
      subject: { kind: 'user', id: fromUserId },
      ...(note ? { reason: note } : {}),
      details: { to: toUserId, ...moved },
    });
    return done(moved);
  },
});
