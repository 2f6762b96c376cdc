import { type Insertable, type Selectable, sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { ContactConsents, ContactOptOuts } from '#platform/db/tables.ts';
import type { ConsentAnswer, ConsentChannel, Purpose } from './rules/may-contact.ts';

export type ConsentRow = Selectable<ContactConsents>;

export async function insertConsent(trx: Trx, row: Insertable<ContactConsents>): Promise<void> {
  await trx.insertInto('contactConsents').values(row).execute();
}

/** Every statement of these owner records, the newest first. */
export function listConsents(trx: Trx, office: string, ownerIds: readonly string[]): Promise<ConsentRow[]> {
  return trx
    .selectFrom('contactConsents')
    .selectAll()
    .where('officeCode', '=', office)
    .where((eb) => eb('ownerId', '=', eb.fn.any(eb.val([...ownerIds]))))
    .orderBy('saidOn', 'desc')
    .orderBy('consentId', 'desc')
    .execute();
}

export type HeldConsent = { ownerId: string; channel: ConsentChannel; answer: ConsentAnswer };

/** The answers that hold for a purpose: of each owner record and channel the newest. */
export async function listHeldConsents(
  trx: Trx,
  office: string,
  purpose: Purpose,
  ownerIds: readonly string[],
): Promise<(HeldConsent & { saidOn: string; consentId: string })[]> {
  if (ownerIds.length === 0) return [];
  const { rows } = await sql<HeldConsent & { saidOn: string; consentId: string }>`
    select distinct on (owner_id, channel) owner_id, channel, answer, said_on, consent_id from contact_consents
    where office_code = ${office} and purpose = ${purpose} and owner_id = any(${[...ownerIds]}::uuid[])
    order by owner_id, channel, said_on desc, consent_id desc`.execute(trx);
  return rows;
}

/** Which of these numbers said stop, as hexadecimal; null: all that did. */
export async function listOptedOut(
  trx: Trx,
  office: string,
  phones: readonly Buffer[] | null,
): Promise<Set<string>> {
  const { rows } = await sql<{ phone: string }>`
    select encode(phone_index, 'hex') as phone from contact_opt_outs
    where office_code = ${office} and lifted_at is null
      and ${phones === null ? sql`true` : sql`phone_index = any(${[...phones]}::bytea[])`}`.execute(trx);
  return new Set(rows.map(({ phone }) => phone));
}

/** Notes a stop; false when the number had said so before. */
export async function insertOptOut(trx: Trx, row: Insertable<ContactOptOuts>): Promise<boolean> {
  const made = await trx
    .insertInto('contactOptOuts')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['officeCode', 'phoneIndex']).where('liftedAt', 'is', null).doNothing(),
    )
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

/** Ends the stop of a number; false when there was none. */
export async function liftOptOut(
  trx: Trx,
  office: string,
  phone: Buffer,
  lifted: { at: Date; by: string },
): Promise<boolean> {
  const answer = await trx
    .updateTable('contactOptOuts')
    .set({ liftedAt: lifted.at, liftedBy: lifted.by })
    .where('officeCode', '=', office)
    .where('phoneIndex', '=', phone)
    .where('liftedAt', 'is', null)
    .executeTakeFirst();
  return answer.numUpdatedRows === 1n;
}
