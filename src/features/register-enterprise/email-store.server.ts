import { sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';

/** Ids of enterprises whose owner has an e-mail address on record; also of those led to others. */
export async function listEnterprisesWithEmail(trx: Trx, office: string): Promise<string[]> {
  const { rows } = await sql<{ enterpriseId: string }>`
    select a.enterprise_id from owners o
    join owners w on w.office_code = o.office_code and (w.owner_id = o.owner_id or w.merged_into = o.owner_id)
    join enterprises e on e.office_code = w.office_code and e.owner_id = w.owner_id and e.merged_into is null
      and e.withdrawn_at is null
    join enterprises a on a.office_code = e.office_code and (a.enterprise_id = e.enterprise_id or a.merged_into = e.enterprise_id)
    where o.office_code = ${office} and o.email_index is not null and o.merged_into is null and not o.deceased`.execute(
    trx,
  );
  return rows.map(({ enterpriseId }) => enterpriseId);
}

export type SealedEmail = {
  ownerId: string;
  emailIndex: Buffer;
  emailHint: string;
  emailCipher: Buffer;
  wrappedKey: Buffer;
};

/** Addresses of these owners, by the records that stand for themselves; of those who have died none. */
export async function listEmailsToReach(
  trx: Trx,
  office: string,
  ownerIds: readonly string[],
): Promise<SealedEmail[]> {
  if (ownerIds.length === 0) return [];
  const { rows } = await sql<SealedEmail>`
    select o.owner_id, o.email_index, o.email_hint, o.email_cipher, k.wrapped_key from owners o
    join person_keys k on k.office_code = o.office_code and k.person_id = o.owner_id
    where o.office_code = ${office} and o.owner_id = any(${[...ownerIds]}::uuid[])
      and o.email_index is not null and not o.deceased`.execute(trx);
  return rows;
}

/** Everybody who has this address, by the records that stand for them. */
export async function listOwnersByEmail(trx: Trx, office: string, emailIndex: Buffer): Promise<string[]> {
  const { rows } = await sql<{ ownerId: string }>`
    select distinct coalesce(merged_into, owner_id) as owner_id from owners
    where office_code = ${office} and email_index = ${emailIndex}`.execute(trx);
  return rows.map(({ ownerId }) => ownerId);
}
