import { type Selectable, sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { OwnerPhones, Owners } from '#platform/db/tables.ts';
import { findCanonicalId, listMemberIds } from './merge-store.server.ts';

export type OwnerRow = Selectable<Owners>;
export type PhoneRow = Selectable<OwnerPhones>;

/** Columns of an owner that commands write; keys and revision aside. */
export type OwnerColumns = Omit<
  OwnerRow,
  'officeCode' | 'ownerId' | 'revision' | 'createdAt' | 'updatedAt' | 'mergedInto' | 'own'
>;

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

/** The owner who stands for this id: themselves, or the record it was led to. */
export function findOwner(trx: Trx, office: string, ownerId: string): Promise<OwnerRow | undefined> {
  return trx
    .selectFrom('owners')
    .selectAll()
    .where('officeCode', '=', office)
    .where('ownerId', '=', (eb) =>
      eb
        .selectFrom('owners as asked')
        .select(sql<string>`coalesce(asked.merged_into, asked.owner_id)`.as('standing'))
        .where('asked.officeCode', '=', office)
        .where('asked.ownerId', '=', ownerId),
    )
    .executeTakeFirst();
}

/** As findOwner, and held against other writers until the transaction ends. */
export async function findOwnerForUpdate(
  trx: Trx,
  office: string,
  ownerId: string,
): Promise<OwnerRow | undefined> {
  let standing: string | undefined = ownerId;
  while (standing !== undefined) {
    const row = await trx
      .selectFrom('owners')
      .selectAll()
      .where('officeCode', '=', office)
      .where('ownerId', '=', standing)
      .where('mergedInto', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (row && standing === ownerId) return row;
    const now = await findCanonicalId(trx, office, 'owner', ownerId);
    if (now === standing) return row;
    standing = now;
  }
  return undefined;
}

/** The owner and all records that are led to this one: whose phones and enterprises are theirs. */
export async function listOwnerMembers(
  trx: Trx,
  office: string,
  owner: Pick<OwnerRow, 'ownerId' | 'own'>,
): Promise<string[]> {
  return owner.own === null ? [owner.ownerId] : listMemberIds(trx, office, 'owner', owner.ownerId);
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

/** Owners with this NIK, each by the record that stands for them. */
export async function listOwnersByNik(
  trx: Trx,
  office: string,
  nikIndex: Buffer,
): Promise<{ ownerId: string; fullName: string }[]> {
  const { rows } = await sql<{ ownerId: string; fullName: string }>`
    select s.owner_id, s.full_name from owners o
    join owners s on s.office_code = o.office_code and s.owner_id = coalesce(o.merged_into, o.owner_id)
    where o.office_code = ${office} and o.nik_index = ${nikIndex}
    group by s.office_code, s.owner_id order by min(o.created_at)`.execute(trx);
  return rows;
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

/** Phones of these records of one owner. */
export function listPhones(trx: Trx, office: string, ownerIds: readonly string[]): Promise<PhoneRow[]> {
  return trx
    .selectFrom('ownerPhones')
    .selectAll()
    .where('officeCode', '=', office)
    .where((eb) => eb('ownerId', '=', eb.fn.any(eb.val([...ownerIds]))))
    .orderBy('createdAt')
    .execute();
}

export async function deletePhones(
  trx: Trx,
  office: string,
  ownerIds: readonly string[],
  phoneIds: readonly string[],
): Promise<void> {
  if (phoneIds.length === 0) return;
  await trx
    .deleteFrom('ownerPhones')
    .where('officeCode', '=', office)
    .where((eb) => eb('ownerId', '=', eb.fn.any(eb.val([...ownerIds]))))
    .where('phoneId', 'in', [...phoneIds])
    .execute();
}

/** Enterprises of the owners who have this NIK or phone, or with this NIB; each by the record that stands for it. */
export async function listEnterprisesByIdentifier(
  trx: Trx,
  office: string,
  wanted: { nikIndex?: Buffer; phoneIndex?: Buffer; nib?: string },
): Promise<string[]> {
  const { nikIndex, phoneIndex, nib } = wanted;
  const standing = async (carrying: ReturnType<typeof sql>) => {
    const { rows } = await sql<{ id: string }>`
      select distinct coalesce(e.merged_into, e.enterprise_id) as id from enterprises e
      where e.office_code = ${office} and e.withdrawn_at is null and ${carrying} limit 500`.execute(trx);
    return rows.map(({ id }) => id);
  };
  if (nib) return standing(sql`e.nib = ${nib}`);
  const carriers = nikIndex
    ? sql`select owner_id from owners where office_code = ${office} and nik_index = ${nikIndex}`
    : phoneIndex
      ? sql`select owner_id from owner_phones where office_code = ${office} and phone_index = ${phoneIndex}`
      : null;
  if (!carriers) return [];
  // Whoever carries it, and all records that are the same person.
  return standing(sql`e.owner_id in (
    select same.owner_id from owners o
    join owners same on same.office_code = o.office_code
      and (same.owner_id = coalesce(o.merged_into, o.owner_id) or same.merged_into = coalesce(o.merged_into, o.owner_id))
    where o.office_code = ${office} and o.owner_id in (${carriers}))`);
}
