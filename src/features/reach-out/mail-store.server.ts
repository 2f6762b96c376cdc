import { type Insertable, type Selectable, sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { OutreachMails } from '#platform/db/tables.ts';
import type { RecipientRow } from './recipient-store.server.ts';

export type MailRow = Selectable<OutreachMails>;

/** People of a list who wait, to whom no mail was queued yet, with one of these enterprises; in their order. */
export async function listMailable(
  trx: Trx,
  office: string,
  asked: { outreachId: string; enterpriseIds: readonly string[]; now: Date },
): Promise<RecipientRow[]> {
  const { rows } = await sql<RecipientRow>`
    select r.* from outreach_recipients r
    where r.office_code = ${office} and r.outreach_id = ${asked.outreachId} and r.state = 'waiting'
      and (r.lane in ('chat', 'letter', 'visit') or (r.lane = 'none' and r.lane_reason in ('no_place', 'no_consent')))
      and (r.leased_until is null or r.leased_until <= ${asked.now})
      and not exists (select 1 from outreach_mails m where m.office_code = r.office_code and m.recipient_id = r.recipient_id)
      and exists (select 1 from outreach_enterprises e where e.office_code = r.office_code
        and e.recipient_id = r.recipient_id and e.enterprise_id = any(${[...asked.enterpriseIds]}::uuid[]))
    order by r.place`.execute(trx);
  return rows;
}

/** Writes down who gets which mail, and puts them on that lane. */
export async function insertMails(
  trx: Trx,
  office: string,
  mails: readonly Insertable<OutreachMails>[],
): Promise<void> {
  for (let at = 0; at < mails.length; at += 1_000)
    await trx
      .insertInto('outreachMails')
      .values(mails.slice(at, at + 1_000))
      .execute();
  const ids = mails.map(({ recipientId }) => recipientId);
  await trx
    .updateTable('outreachRecipients')
    .set({ lane: 'email', laneReason: null, leasedBy: null, leasedUntil: null })
    .where('officeCode', '=', office)
    .where((eb) => eb('recipientId', '=', eb.fn.any(eb.val(ids))))
    .execute();
}

export async function findMail(trx: Trx, office: string, messageId: string): Promise<MailRow | null> {
  const found = await trx
    .selectFrom('outreachMails')
    .selectAll()
    .where('officeCode', '=', office)
    .where('messageId', '=', messageId)
    .executeTakeFirst();
  return found ?? null;
}

/** The mail of a list that went to this address. */
export async function findMailTo(
  trx: Trx,
  office: string,
  outreachId: string,
  emailIndex: Buffer,
): Promise<MailRow | null> {
  const found = await trx
    .selectFrom('outreachMails')
    .selectAll()
    .where('officeCode', '=', office)
    .where('outreachId', '=', outreachId)
    .where('emailIndex', '=', emailIndex)
    .executeTakeFirst();
  return found ?? null;
}

export async function setMailContact(
  trx: Trx,
  office: string,
  messageId: string,
  contactId: string,
): Promise<void> {
  await trx
    .updateTable('outreachMails')
    .set({ contactId })
    .where('officeCode', '=', office)
    .where('messageId', '=', messageId)
    .execute();
}

export type ListedMail = Pick<MailRow, 'messageId' | 'recipientId' | 'ownerId' | 'emailIndex'> & {
  /** By this mail it was learned that nobody is at its address. */
  isRefused: boolean;
};

/** Mails of a list in the order in which they were queued: their ids in the outbox, and the addresses they went to. */
export async function listMails(trx: Trx, office: string, outreachId: string): Promise<ListedMail[]> {
  const { rows } = await sql<ListedMail>`
    select m.message_id, m.recipient_id, m.owner_id, m.email_index, f.message_id is not null as is_refused
    from outreach_mails m
    left join refused_addresses f on f.office_code = m.office_code and f.message_id = m.message_id
    where m.office_code = ${office} and m.outreach_id = ${outreachId} order by m.message_id`.execute(trx);
  return rows;
}
