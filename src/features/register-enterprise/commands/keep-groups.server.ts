import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { listMembers, touchEnterprises } from '../enterprise-store.server.ts';
import {
  endGroupMembership,
  findGroup,
  findGroupNamed,
  insertGroup,
  insertGroupMembership,
  listMembershipsOfEnterprise,
} from '../group-store.server.ts';
import { createGroupInput, joinGroupInput, leaveGroupInput } from '../input.ts';
import { registerPermissions } from '../permissions.ts';
import { enterpriseWithinReach, recordChange } from './within-reach.server.ts';

export const createGroup = defineCommand({
  name: 'group.create',
  permission: registerPermissions['group.manage'],
  input: createGroupInput,
  async run(context, { kind, name, mentor }) {
    const { trx, officeCode, now, newId } = context;
    if (await findGroupNamed(trx, officeCode, kind, name)) return refused('duplicate');
    const groupId = newId();
    await insertGroup(trx, { officeCode, groupId, kind, name, mentor: mentor ?? null, createdAt: now });
    await context.audit({
      action: 'group.created',
      subject: { kind: 'group', id: groupId },
      details: { kind, name },
    });
    return done({ groupId });
  },
});

export const joinGroup = defineCommand({
  name: 'group.join',
  permission: registerPermissions['group.manage'],
  input: joinGroupInput,
  async run(context, { enterpriseId, groupId, joinedOn }) {
    const { trx, officeCode, newId } = context;
    const enterprise = await enterpriseWithinReach(context, enterpriseId);
    const group = await findGroup(trx, officeCode, groupId);
    if (!enterprise || !group) return refused('not_found');
    const members = await listMembers(trx, officeCode, enterprise);
    const memberships = await listMembershipsOfEnterprise(trx, officeCode, members);
    if (memberships.some((one) => one.groupId === groupId && one.leftOn === null))
      return refused('already_done');
    const groupMembershipId = newId();
    await insertGroupMembership(trx, {
      officeCode,
      groupMembershipId,
      groupId,
      enterpriseId,
      joinedOn: joinedOn ?? null,
    });
    await touchEnterprises(trx, officeCode, { enterpriseId });
    await recordChange(context, {
      enterpriseId,
      ownerId: enterprise.ownerId,
      kind: 'group',
      changes: [{ field: 'joined', before: null, after: group.name }],
    });
    await context.audit({
      action: 'group.joined',
      subject: { kind: 'enterprise', id: enterpriseId },
      details: { groupId },
    });
    return done({ groupMembershipId });
  },
});

/** The membership ends on a day and stays on record. */
export const leaveGroup = defineCommand({
  name: 'group.leave',
  permission: registerPermissions['group.manage'],
  input: leaveGroupInput,
  async run(context, { enterpriseId, groupMembershipId, leftOn }) {
    const { trx, officeCode } = context;
    const enterprise = await enterpriseWithinReach(context, enterpriseId);
    if (!enterprise) return refused('not_found');
    const members = await listMembers(trx, officeCode, enterprise);
    const memberships = await listMembershipsOfEnterprise(trx, officeCode, members);
    const membership = memberships.find((one) => one.groupMembershipId === groupMembershipId);
    if ((await endGroupMembership(trx, officeCode, members, groupMembershipId, leftOn)) === 0)
      return refused('already_done');
    await touchEnterprises(trx, officeCode, { enterpriseId });
    await recordChange(context, {
      enterpriseId,
      ownerId: enterprise.ownerId,
      kind: 'group',
      changes: [{ field: 'left', before: membership?.name ?? null, after: leftOn }],
    });
    await context.audit({
      action: 'group.left',
      subject: { kind: 'enterprise', id: enterpriseId },
      details: { groupMembershipId },
    });
    return done();
  },
});
