import { type Selectable, sql } from 'kysely';
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

/** Groups with how many members they have today: enterprises that are one count once. */
export async function listGroups(trx: Trx, office: string): Promise<(GroupRow & { members: number })[]> {
  return trx
    .selectFrom('groups')
    .selectAll('groups')
    .select(
      sql<number>`(select count(distinct coalesce(e.merged_into, e.enterprise_id)) from group_memberships m
        join enterprises e on e.office_code = m.office_code and e.enterprise_id = m.enterprise_id
          and e.withdrawn_at is null
        where m.office_code = groups.office_code and m.group_id = groups.group_id and m.left_on is null)`.as(
        'members',
      ),
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
  enterpriseIds: readonly string[],
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
    .where((eb) => eb('enterpriseId', '=', eb.fn.any(eb.val([...enterpriseIds]))))
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
  enterpriseIds: readonly string[],
  groupMembershipId: string,
  leftOn: string,
): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('groupMemberships')
    .set({ leftOn })
    .where('officeCode', '=', office)
    .where((eb) => eb('enterpriseId', '=', eb.fn.any(eb.val([...enterpriseIds]))))
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
