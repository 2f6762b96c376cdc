import type { Selectable } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { OwnerPhones, Owners } from '#platform/db/tables.ts';

export type OwnerRow = Selectable<Owners>;
export type PhoneRow = Selectable<OwnerPhones>;

/** Columns of an owner that commands write; keys and revision aside. */
export type OwnerColumns = Omit<OwnerRow, 'officeCode' | 'ownerId' | 'revision' | 'createdAt' | 'updatedAt'>;

export async function insertOwner(
  trx: Trx,
  office: string,
  ownerId: string,
  columns: OwnerColumns,
  at: Date,
): Promise<void> {
  await trx
    .insertInto('owners')
    .values({ officeCode: office, ownerId, ...columns, createdAt: at, updatedAt: at })
    .execute();
}

export function findOwner(trx: Trx, office: string, ownerId: string): Promise<OwnerRow | undefined> {
  return trx
    .selectFrom('owners')
    .selectAll()
    .where('officeCode', '=', office)
    .where('ownerId', '=', ownerId)
    .executeTakeFirst();
}

/** As findOwner, and held against other writers until the transaction ends. */
export function findOwnerForUpdate(trx: Trx, office: string, ownerId: string): Promise<OwnerRow | undefined> {
  return trx
    .selectFrom('owners')
    .selectAll()
    .where('officeCode', '=', office)
    .where('ownerId', '=', ownerId)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateOwner(
  trx: Trx,
  office: string,
  ownerId: string,
  columns: Partial<OwnerColumns>,
  at: Date,
): Promise<void> {
  await trx
    .updateTable('owners')
    .set((eb) => ({ ...columns, revision: eb('revision', '+', 1), updatedAt: at }))
    .where('officeCode', '=', office)
    .where('ownerId', '=', ownerId)
    .execute();
}

export function listOwnersByNik(
  trx: Trx,
  office: string,
  nikIndex: Buffer,
): Promise<{ ownerId: string; fullName: string }[]> {
  return trx
    .selectFrom('owners')
    .select(['ownerId', 'fullName'])
    .where('officeCode', '=', office)
    .where('nikIndex', '=', nikIndex)
    .orderBy('createdAt')
    .execute();
}

export async function insertPersonKey(
  trx: Trx,
  office: string,
  personId: string,
  wrappedKey: Buffer,
): Promise<void> {
  await trx.insertInto('personKeys').values({ officeCode: office, personId, wrappedKey }).execute();
}

export async function findPersonKey(trx: Trx, office: string, personId: string): Promise<Buffer | undefined> {
  const row = await trx
    .selectFrom('personKeys')
    .select('wrappedKey')
    .where('officeCode', '=', office)
    .where('personId', '=', personId)
    .executeTakeFirst();
  return row?.wrappedKey;
}

/** The wrapped keys of many persons at once. */
export async function listPersonKeys(
  trx: Trx,
  office: string,
  personIds: readonly string[],
): Promise<Map<string, Buffer>> {
  if (personIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('personKeys')
    .select(['personId', 'wrappedKey'])
    .where('officeCode', '=', office)
    .where((eb) => eb('personId', '=', eb.fn.any(eb.val([...personIds]))))
    .execute();
  return new Map(rows.map(({ personId, wrappedKey }) => [personId, wrappedKey]));
}

export async function insertPhone(trx: Trx, phone: PhoneRow): Promise<void> {
  await trx.insertInto('ownerPhones').values(phone).execute();
}

export function listPhones(trx: Trx, office: string, ownerId: string): Promise<PhoneRow[]> {
  return trx
    .selectFrom('ownerPhones')
    .selectAll()
    .where('officeCode', '=', office)
    .where('ownerId', '=', ownerId)
    .orderBy('createdAt')
    .execute();
}

export async function deletePhones(
  trx: Trx,
  office: string,
  ownerId: string,
  phoneIds: readonly string[],
): Promise<void> {
  if (phoneIds.length === 0) return;
  await trx
    .deleteFrom('ownerPhones')
    .where('officeCode', '=', office)
    .where('ownerId', '=', ownerId)
    .where('phoneId', 'in', [...phoneIds])
    .execute();
}

/** Enterprises of the owners who have this NIK or phone. */
export async function listEnterprisesByIdentifier(
  trx: Trx,
  office: string,
  wanted: { nikIndex?: Buffer; phoneIndex?: Buffer; nib?: string },
): Promise<string[]> {
  const query = trx
    .selectFrom('enterprises')
    .select('enterprises.enterpriseId')
    .where('enterprises.officeCode', '=', office)
    .where('enterprises.withdrawnAt', 'is', null)
    .limit(500);
  const { nikIndex, phoneIndex, nib } = wanted;
  if (nib) return (await query.where('nib', '=', nib).execute()).map((row) => row.enterpriseId);
  const owned = query.innerJoin('owners', (join) =>
    join
      .onRef('owners.officeCode', '=', 'enterprises.officeCode')
      .onRef('owners.ownerId', '=', 'enterprises.ownerId'),
  );
  if (nikIndex)
    return (await owned.where('owners.nikIndex', '=', nikIndex).execute()).map((row) => row.enterpriseId);
  if (!phoneIndex) return [];
  const byPhone = owned
    .innerJoin('ownerPhones', (join) =>
      join
        .onRef('ownerPhones.officeCode', '=', 'owners.officeCode')
        .onRef('ownerPhones.ownerId', '=', 'owners.ownerId'),
    )
    .where('ownerPhones.phoneIndex', '=', phoneIndex);
  return (await byPhone.execute()).map((row) => row.enterpriseId);
}
