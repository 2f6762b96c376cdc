import { sql } from 'kysely';
import type { Role, Scope } from '#kernel/actor.ts';
import type { PlainDate } from '#kernel/calendar.ts';
import type { Trx } from '#platform/db/connect.server.ts';

/** One role of one person in an office, from its first to its last day (both inclusive; no last day: open). */
export type Membership = {
  membershipId: string;
  userId: string;
  role: Role;
  scope: Scope;
  validFrom: PlainDate;
  validTo: PlainDate | null;
};

type Row = {
  membershipId: string;
  userId: string;
  role: string;
  scopeKind: string;
  scopeCode: string;
  validFrom: string;
  validTo: string | null;
};
const columns = ['membershipId', 'userId', 'role', 'scopeKind', 'scopeCode', 'validFrom', 'validTo'] as const;

function toMembership({ role, scopeKind, scopeCode, ...rest }: Row): Membership {
  return { ...rest, role: role as Role, scope: { kind: scopeKind as Scope['kind'], code: scopeCode } };
}

/** A role held before in the same scope is opened again; the audit keeps the dates it had. */
export async function insertMembership(
  trx: Trx,
  officeCode: string,
  membership: Membership,
): Promise<string> {
  const { scope, ...rest } = membership;
  const { membershipId } = await trx
    .insertInto('memberships')
    .values({ officeCode, ...rest, scopeKind: scope.kind, scopeCode: scope.code })
    .onConflict((conflict) =>
      conflict
        .columns(['officeCode', 'userId', 'role', 'scopeKind', 'scopeCode'])
        .doUpdateSet({ validFrom: rest.validFrom, validTo: rest.validTo }),
    )
    .returning('membershipId')
    .executeTakeFirstOrThrow();
  return membershipId;
}

/** All roles in the office of people other than owners, whose roles follow from their phone. */
export async function listStaffMemberships(
  trx: Trx,
  officeCode: string,
  userId?: string,
): Promise<Membership[]> {
  const rows = await trx
    .selectFrom('memberships')
    .select(columns)
    .where('officeCode', '=', officeCode)
    .where('role', '<>', 'owner')
    .$if(userId !== undefined, (query) => query.where('userId', '=', userId ?? ''))
    .orderBy('validFrom')
    .orderBy('membershipId')
    .execute();
  return rows.map(toMembership);
}

export async function updateMembershipEnd(
  trx: Trx,
  officeCode: string,
  membershipId: string,
  validTo: PlainDate,
): Promise<void> {
  await trx
    .updateTable('memberships')
    .set({ validTo })
    .where('officeCode', '=', officeCode)
    .where('membershipId', '=', membershipId)
    .execute();
}

/** Holds the office's roles still until the transaction ends, so that two admins cannot remove each other at once. */
export async function lockMemberships(trx: Trx, officeCode: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`memberships:${officeCode}`}))`.execute(trx);
}

/** Whether the person has a role today or later in another office. */
export async function hasRoleElsewhere(
  trx: Trx,
  officeCode: string,
  userId: string,
  today: PlainDate,
): Promise<boolean> {
  // The policy shows a person's own memberships of all offices; the setting is taken back at once.
  await sql`select set_config('gawangan.user', ${userId}, true)`.execute(trx);
  const row = await trx
    .selectFrom('memberships')
    .select('membershipId')
    .where('userId', '=', userId)
    .where('officeCode', '<>', officeCode)
    .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>=', today)]))
    .limit(1)
    .executeTakeFirst();
  await sql`select set_config('gawangan.user', '', true)`.execute(trx);
  return row !== undefined;
}

export type StaffAccount = {
  userId: string;
  name: string;
  email: string;
  twoFactorEnabled: boolean;
  deactivatedAt: Date | null;
  lastSeenAt: Date | null;
};

/** Accounts of all who have or had a role in the office, owners left out, by name. */
export async function listStaffAccounts(trx: Trx, officeCode: string): Promise<StaffAccount[]> {
  return trx
    .selectFrom('authUsers as u')
    .select((eb) => [
      'u.id as userId',
      'u.name',
      'u.email',
      'u.twoFactorEnabled',
      'u.deactivatedAt',
      eb
        .selectFrom('authSessions as s')
        .select((max) => max.fn.max('s.lastSeenAt').as('at'))
        .whereRef('s.userId', '=', 'u.id')
        .as('lastSeenAt'),
    ])
    .where('u.id', 'in', (eb) =>
      eb
        .selectFrom('memberships')
        .select('userId')
        .where('officeCode', '=', officeCode)
        .where('role', '<>', 'owner'),
    )
    .orderBy('u.name')
    .execute();
}

/** Who of these people has a role in the office on this day, other than an owner's, and an account that stands. */
export async function listActiveStaff(
  trx: Trx,
  officeCode: string,
  userIds: readonly string[],
  today: PlainDate,
): Promise<{ userId: string; name: string }[]> {
  return trx
    .selectFrom('authUsers as u')
    .select(['u.id as userId', 'u.name'])
    .where((eb) => eb('u.id', '=', eb.fn.any(eb.val([...userIds]))))
    .where('u.deactivatedAt', 'is', null)
    .where('u.id', 'in', (eb) =>
      eb
        .selectFrom('memberships')
        .select('userId')
        .where('officeCode', '=', officeCode)
        .where('role', 'not in', ['owner', 'partner'])
        .where('validFrom', '<=', today)
        .where((or) => or.or([or('validTo', 'is', null), or('validTo', '>=', today)])),
    )
    .execute();
}
