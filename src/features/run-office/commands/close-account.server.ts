import { addDays, plainDateInWib } from '#kernel/calendar.ts';
import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import {
  deleteSessions,
  hasRoleElsewhere,
  listStaffAccounts,
  listStaffMemberships,
  lockMemberships,
  updateDeactivated,
  updateMembershipEnd,
} from '../../sign-in/index.server.ts';
import { userIdInput } from '../input.ts';
import { permissions } from '../permissions.ts';
import { keepsDataOfficer } from '../rules/last-data-officer.ts';

/**
 * Shuts a person out at once: all roles in this office end yesterday, all sessions are closed, and the account is
 * deactivated unless another office still counts on it. Refused: `not_found`, `already_done`, `in_use` for the last
 * data officer.
 */
export const closeAccount = defineCommand({
  name: 'person.close',
  permission: permissions['people.manage'],
  input: userIdInput,
  async run({ trx, officeCode, now, audit }, { userId }) {
    await lockMemberships(trx, officeCode);
    const today = plainDateInWib(now.getTime());
    const all = await listStaffMemberships(trx, officeCode);
    const own = all.filter((one) => one.userId === userId);
    if (own.length === 0) return refused('not_found');
    const accounts = await listStaffAccounts(trx, officeCode);
    const closed = new Set(accounts.filter((one) => one.deactivatedAt).map((one) => one.userId));
    const running = own.filter((one) => one.validTo === null || one.validTo >= today);
    if (closed.has(userId) || running.length === 0) return refused('already_done');
    const isAdmin = running.some((one) => one.role === 'data_officer');
    const stays = keepsDataOfficer(
      all,
      (one) => one.userId === userId,
      today,
      (id) => closed.has(id),
    );
    if (isAdmin && !stays) return refused('in_use');

    for (const role of running)
      await updateMembershipEnd(trx, officeCode, role.membershipId, addDays(today, -1));
    const elsewhere = await hasRoleElsewhere(trx, officeCode, userId, today);
    if (!elsewhere) await updateDeactivated(trx, userId, now);
    const sessions = await deleteSessions(trx, userId, 'all');
    await audit({
      action: 'person.closed',
      subject: { kind: 'user', id: userId },
      details: { sessions, deactivated: !elsewhere },
    });
    return done();
  },
});
