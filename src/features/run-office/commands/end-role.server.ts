import { plainDateInWib } from '#kernel/calendar.ts';
import { done, invalid, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import {
  listStaffAccounts,
  listStaffMemberships,
  lockMemberships,
  updateMembershipEnd,
} from '../../sign-in/index.server.ts';
import { endRoleInput } from '../input.ts';
import { permissions } from '../permissions.ts';
import { keepsDataOfficer } from '../rules/last-data-officer.ts';

/**
 * Ends a role with a last day (today or later, inclusive). Refused: `not_found`, `already_done` when it has ended,
 * `in_use` when it is the last data officer's.
 */
export const endRole = defineCommand({
  name: 'role.end',
  permission: permissions['people.manage'],
  input: endRoleInput,
  async run({ trx, officeCode, now, audit }, { membershipId, lastDay }) {
    await lockMemberships(trx, officeCode);
    const today = plainDateInWib(now.getTime());
    const all = await listStaffMemberships(trx, officeCode);
    const role = all.find((one) => one.membershipId === membershipId);
    if (!role) return refused('not_found');
    if (role.validTo !== null && (role.validTo < today || role.validTo === lastDay))
      return refused('already_done');
    if (lastDay < today) return invalid([{ path: 'lastDay', code: 'out_of_range' }]);
    const closed = new Set(
      (await listStaffAccounts(trx, officeCode)).filter((one) => one.deactivatedAt).map((one) => one.userId),
    );
    const stays = keepsDataOfficer(
      all,
      (one) => one === role,
      today,
      (userId) => closed.has(userId),
    );
    if (role.role === 'data_officer' && !stays) return refused('in_use');
    await updateMembershipEnd(trx, officeCode, membershipId, lastDay);
    await audit({
      action: 'role.ended',
      subject: { kind: 'user', id: role.userId },
      details: { role: role.role, scope: `${role.scope.kind}:${role.scope.code}`, lastDay },
    });
    return done();
  },
});
