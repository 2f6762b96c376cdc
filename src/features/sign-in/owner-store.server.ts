import { type Kysely, sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { DB } from '#platform/db/tables.ts';
import type { OwnerPlace } from './rules/owner-in-scope.ts';

type Db = Kysely<DB>;

export type OwnerKey = { officeCode: string; ownerId: string };

/** Owners, across offices, whose own or family's phone this is (published by the register as a function). */
export async function listOwnersWithPhone(db: Db, phoneIndex: Buffer): Promise<OwnerKey[]> {
  const { rows } =
    await sql<OwnerKey>`select office_code, owner_id from owners_with_phone(${phoneIndex}) order by office_code, owner_id`.execute(
      db,
    );
  return rows;
}

/** What must be known of an owner to let them in; read-only glance at the register's tables. */
export async function findOwnerForCode(
  trx: Trx,
  officeCode: string,
  ownerId: string,
): Promise<(OwnerPlace & { name: string }) | undefined> {
  const owner = await trx
    .selectFrom('owners')
    .select('fullName')
    .where('officeCode', '=', officeCode)
    .where('ownerId', '=', ownerId)
    .executeTakeFirst();
  if (!owner) return undefined;
  const places = await trx
    .selectFrom('enterprises as e')
    .leftJoin('premises as p', (join) =>
      join.onRef('p.officeCode', '=', 'e.officeCode').onRef('p.enterpriseId', '=', 'e.enterpriseId'),
    )
    .leftJoin('groupMemberships as g', (join) =>
      join
        .onRef('g.officeCode', '=', 'e.officeCode')
        .onRef('g.enterpriseId', '=', 'e.enterpriseId')
        .on('g.leftOn', 'is', null),
    )
    .select(['p.villageCode', 'g.groupId'])
    .where('e.officeCode', '=', officeCode)
    .where('e.ownerId', '=', ownerId)
    .execute();
  const distinct = (values: (string | null)[]) => [...new Set(values.filter((one) => one !== null))];
  return {
    ownerId,
    name: owner.fullName,
    villageCodes: distinct(places.map((one) => one.villageCode)),
    groupIds: distinct(places.map((one) => one.groupId)),
  };
}

/** The phone an owner signs in with: their own before the family's, the newest first. */
export async function findOwnerPhone(trx: Trx, officeCode: string, ownerId: string) {
  return trx
    .selectFrom('ownerPhones')
    .select(['phoneIndex', 'phoneHint'])
    .where('officeCode', '=', officeCode)
    .where('ownerId', '=', ownerId)
    .where('whose', 'in', ['own', 'family'])
    .orderBy('whose', 'desc')
    .orderBy('createdAt', 'desc')
    .executeTakeFirst();
}

export async function listOwnerNames(trx: Trx, officeCode: string, ownerIds: readonly string[]) {
  if (ownerIds.length === 0) return [];
  return trx
    .selectFrom('owners')
    .select(['ownerId', 'fullName'])
    .where('officeCode', '=', officeCode)
    .where('ownerId', 'in', ownerIds)
    .orderBy('fullName')
    .execute();
}

/** Short name of the office, as messages sign with. */
export async function getOfficeName(trx: Trx, officeCode: string): Promise<string> {
  const office = await trx
    .selectFrom('offices')
    .select('shortName')
    .where('officeCode', '=', officeCode)
    .executeTakeFirstOrThrow();
  return office.shortName;
}

// ── One-time codes ──────────────────────────────────────────────────────────────────────────────────────────

export type NewCode = {
  codeId: string;
  phoneIndex: string;
  codeHash: string;
  delivery: 'message' | 'officer';
  createdAt: Date;
  expiresAt: Date;
};

/** A newer code of the same delivery ends the older ones. */
export async function insertCode(db: Db, code: NewCode): Promise<void> {
  await db
    .updateTable('authOneTimeCodes')
    .set({ expiresAt: code.createdAt })
    .where('phoneIndex', '=', code.phoneIndex)
    .where('delivery', '=', code.delivery)
    .where('expiresAt', '>', code.createdAt)
    .where('usedAt', 'is', null)
    .execute();
  await db.insertInto('authOneTimeCodes').values(code).execute();
}

/** Takes one attempt off every living code of the number, before any is looked at; answers those codes. */
export async function spendAttempt(db: Db, phoneIndex: string, now: Date) {
  return db
    .updateTable('authOneTimeCodes')
    .set((eb) => ({ attemptsLeft: eb('attemptsLeft', '-', 1) }))
    .where('phoneIndex', '=', phoneIndex)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .where('attemptsLeft', '>', 0)
    .returning(['codeId', 'codeHash', 'attemptsLeft', 'delivery'])
    .execute();
}

/** False when someone was faster: a code opens once. */
export async function updateCodeUsed(db: Db, codeId: string, now: Date): Promise<boolean> {
  const answer = await db
    .updateTable('authOneTimeCodes')
    .set({ usedAt: now })
    .where('codeId', '=', codeId)
    .where('usedAt', 'is', null)
    .executeTakeFirst();
  return answer.numUpdatedRows === 1n;
}

// ── Accounts of owners ──────────────────────────────────────────────────────────────────────────────────────

export async function findOwnerUser(db: Db, phoneIndex: string) {
  return db
    .selectFrom('authUsers')
    .select(['id', 'email'])
    .where('phoneNumber', '=', phoneIndex)
    .executeTakeFirst();
}

/** The account made for an owner's printed number, if there is one. */
export async function findPrintedNumberUser(
  trx: Trx,
  officeCode: string,
  ownerId: string,
): Promise<string | undefined> {
  const row = await trx
    .selectFrom('memberships as m')
    .innerJoin('authUsers as u', 'u.id', 'm.userId')
    .select('u.id')
    .where('m.officeCode', '=', officeCode)
    .where('m.role', '=', 'owner')
    .where('m.scopeCode', '=', ownerId)
    .where('u.email', 'like', '%@nomor-pemilik.invalid')
    .executeTakeFirst();
  return row?.id;
}

/** False when the number is taken. */
export async function saveOwnerUser(
  db: Db,
  user: { id: string; name: string; email: string; phoneNumber: string },
  now: Date,
): Promise<boolean> {
  const taken = await findOwnerUser(db, user.phoneNumber);
  if (taken && taken.id !== user.id) return false;
  await db
    .insertInto('authUsers')
    .values({ ...user, createdAt: now, updatedAt: now })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ name: user.name, phoneNumber: user.phoneNumber, updatedAt: now }),
    )
    .execute();
  return true;
}

export async function listOwnerRoles(trx: Trx, officeCode: string, userId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('memberships')
    .select('scopeCode')
    .where('officeCode', '=', officeCode)
    .where('userId', '=', userId)
    .where('role', '=', 'owner')
    .execute();
  return rows.map((row) => row.scopeCode);
}

export async function deleteOwnerRoles(
  trx: Trx,
  officeCode: string,
  of: { userId?: string; ownerId: string },
): Promise<number> {
  let query = trx
    .deleteFrom('memberships')
    .where('officeCode', '=', officeCode)
    .where('role', '=', 'owner')
    .where('scopeCode', '=', of.ownerId);
  if (of.userId !== undefined) query = query.where('userId', '=', of.userId);
  return Number((await query.executeTakeFirst()).numDeletedRows);
}
