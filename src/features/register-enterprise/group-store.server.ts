import type { Selectable } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { Groups } from '#platform/db/tables.ts';

export type GroupRow = Selectable<Groups>;

export async function insertGroup(trx: Trx, group: GroupRow): Promise<void> {
  await trx.insertInto('groups').values(group).execute();
}

export function findGroupNamed(
  trx: Trx,
  office: string,
  kind: string,
  name: string,
): Promise<GroupRow | undefined> {
  return trx
    .selectFrom('groups')
    .selectAll()
    .where('officeCode', '=', office)
    .where('kind', '=', kind)
    .where('name', '=', name)
    .executeTakeFirst();
}

export function findGroup(trx: Trx, office: string, groupId: string): Promise<GroupRow | undefined> {
  return trx
    .selectFrom('groups')
    .selectAll()
    .where('officeCode', '=', office)
    .where('groupId', '=', groupId)
    .executeTakeFirst();
}

/** Groups with how many members they have today. */
export async function listGroups(trx: Trx, office: string): Promise<(GroupRow & { members: number })[]> {
  return trx
    .selectFrom('groups')
    .selectAll('groups')
    .select((eb) =>
      eb
        .selectFrom('groupMemberships')
        .select((inner) => inner.fn.countAll<number>().as('n'))
        .whereRef('groupMemberships.officeCode', '=', 'groups.officeCode')
        .whereRef('groupMemberships.groupId', '=', 'groups.groupId')
        .where('leftOn', 'is', null)
        .$asScalar()
        .$notNull()
        .as('members'),
    )
    .where('groups.officeCode', '=', office)
    .orderBy('kind')
    .orderBy('name')
    .execute();
}

export type MembershipOfEnterprise = {
  groupMembershipId: string;
  groupId: string;
  name: string;
  kind: string;
  mentor: string | null;
  joinedOn: string | null;
  leftOn: string | null;
};

export function listMembershipsOfEnterprise(
  trx: Trx,
  office: string,
  enterpriseId: string,
): Promise<MembershipOfEnterprise[]> {
  return trx
    .selectFrom('groupMemberships')
    .innerJoin('groups', (join) =>
      join
        .onRef('groups.officeCode', '=', 'groupMemberships.officeCode')
        .onRef('groups.groupId', '=', 'groupMemberships.groupId'),
    )
    .select([
      'groupMembershipId',
      'groups.groupId',
      'groups.name',
      'groups.kind',
      'groups.mentor',
      'joinedOn',
      'leftOn',
    ])
    .where('groupMemberships.officeCode', '=', office)
    .where('enterpriseId', '=', enterpriseId)
    .orderBy('joinedOn')
    .execute();
}

export async function insertGroupMembership(
  trx: Trx,
  membership: {
    officeCode: string;
    groupMembershipId: string;
    groupId: string;
    enterpriseId: string;
    joinedOn: string | null;
  },
): Promise<void> {
  await trx.insertInto('groupMemberships').values(membership).execute();
}

/** Returns how many were ended. */
export async function endGroupMembership(
  trx: Trx,
  office: string,
  enterpriseId: string,
  groupMembershipId: string,
  leftOn: string,
): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('groupMemberships')
    .set({ leftOn })
    .where('officeCode', '=', office)
    .where('enterpriseId', '=', enterpriseId)
    .where('groupMembershipId', '=', groupMembershipId)
    .where('leftOn', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Names of the groups of the office at hand. */
export function listGroupNames(trx: Trx): Promise<{ groupId: string; name: string; kind: string }[]> {
  return trx
    .selectFrom('groups')
    .select(['groupId', 'name', 'kind'])
    .orderBy('kind')
    .orderBy('name')
    .execute();
}
