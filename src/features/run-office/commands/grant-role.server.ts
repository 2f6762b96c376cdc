import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { listStaffMemberships } from '../../sign-in/index.server.ts';
import { grantRoleInput } from '../input.ts';
import { permissions } from '../permissions.ts';
import { giveRole, refuseGrant } from './create-user.server.ts';

/** Gives one more role to a person of the office. Done twice: the same role with the newer dates. */
export const grantRole = defineCommand({
  name: 'role.give',
  permission: permissions['people.manage'],
  input: grantRoleInput,
  async run(context, { userId, ...grant }) {
    const known = await listStaffMemberships(context.trx, context.officeCode, userId);
    if (known.length === 0) return refused('not_found');
    const refusal = await refuseGrant(context, grant);
    if (refusal) return refusal;
    return done({ membershipId: await giveRole(context, userId, grant) });
  },
});
