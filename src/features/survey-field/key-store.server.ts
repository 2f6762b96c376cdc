import { sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';

/** Keys of one office are made one after the other. */
export async function lockKeys(trx: Trx, office: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`census_keys:${office}`}))`.execute(trx);
}

export type OfficeKeyRow = { keyId: string; publicKey: Buffer };

/** The key that is handed out; undefined before the first phone. */
export function findCurrentKey(trx: Trx, office: string): Promise<OfficeKeyRow | undefined> {
  return trx
    .selectFrom('censusKeys')
    .select(['keyId', 'publicKey'])
    .where('officeCode', '=', office)
    .where('retiredAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The sealed private halves of these keys; retired ones too, since phones may still hold what was sealed to them. */
export function listPrivateKeys(
  trx: Trx,
  office: string,
  keyIds: readonly string[],
): Promise<{ keyId: string; publicKey: Buffer; privateCipher: Buffer; wrappedKey: Buffer }[]> {
  return trx
    .selectFrom('censusKeys as k')
    .innerJoin('personKeys as p', (join) =>
      join.onRef('p.officeCode', '=', 'k.officeCode').onRef('p.personId', '=', 'k.keyId'),
    )
    .select(['k.keyId', 'k.publicKey', 'k.privateCipher', 'p.wrappedKey'])
    .where('k.officeCode', '=', office)
    .where((eb) => eb('k.keyId', '=', eb.fn.any(eb.val([...keyIds]))))
    .execute();
}

export async function insertOfficeKey(
  trx: Trx,
  office: string,
  key: OfficeKeyRow & { privateCipher: Buffer; createdAt: Date },
): Promise<void> {
  await trx
    .insertInto('censusKeys')
    .values({ officeCode: office, ...key, retiredAt: null })
    .execute();
}

export async function retireKeys(trx: Trx, office: string, at: Date): Promise<void> {
  await trx
    .updateTable('censusKeys')
    .set({ retiredAt: at })
    .where('officeCode', '=', office)
    .where('retiredAt', 'is', null)
    .execute();
}

/** A wrapped key of our own kinds of "person": an office key, a phone, a submission. */
export async function insertWrappedKey(
  trx: Trx,
  office: string,
  personId: string,
  wrappedKey: Buffer,
): Promise<void> {
  await trx.insertInto('personKeys').values({ officeCode: office, personId, wrappedKey }).execute();
}
