import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { Contacts } from '#platform/db/tables.ts';

export type ContactRow = Selectable<Contacts>;

export async function insertContact(
  trx: Trx,
  row: Insertable<Contacts>,
  enterpriseIds: readonly string[],
): Promise<void> {
  await trx.insertInto('contacts').values(row).execute();
  await sql`insert into contact_enterprises (office_code, contact_id, enterprise_id)
    select ${row.officeCode}, ${row.contactId}::uuid, id from unnest(${[...enterpriseIds]}::uuid[]) as given(id)`.execute(
    trx,
  );
}

export async function updateContact(
  trx: Trx,
  office: string,
  contactId: string,
  change: Updateable<Contacts>,
): Promise<void> {
  await trx
    .updateTable('contacts')
    .set(change)
    .where('officeCode', '=', office)
    .where('contactId', '=', contactId)
    .execute();
}

/** The contact of this person that was begun and of which nobody has said yet how it went. */
export async function findOpened(trx: Trx, office: string, recipientId: string): Promise<ContactRow | null> {
  const found = await trx
    .selectFrom('contacts')
    .selectAll()
    .where('officeCode', '=', office)
    .where('recipientId', '=', recipientId)
    .where('result', '=', 'opened')
    .where('undoneAt', 'is', null)
    .orderBy('contactId', 'desc')
    .executeTakeFirst();
  return found ?? null;
}

/** What this officer said last of anybody on the list, and has not taken back. */
export async function findLastSettled(
  trx: Trx,
  office: string,
  outreachId: string,
  userId: string,
): Promise<ContactRow | null> {
  const found = await trx
    .selectFrom('contacts')
    .selectAll()
    .where('officeCode', '=', office)
    .where('outreachId', '=', outreachId)
    .where('doneBy', '=', userId)
    .where('settledAt', 'is not', null)
    .where('undoneAt', 'is', null)
    .where('undo', 'is not', null)
    .orderBy('settledAt', 'desc')
    .orderBy('contactId', 'desc')
    .executeTakeFirst();
  return found ?? null;
}

/** The newest contact with anybody behind this number, by whichever list. */
export async function findNewestByPhone(trx: Trx, office: string, phone: Buffer): Promise<ContactRow | null> {
  const found = await trx
    .selectFrom('contacts as c')
    .innerJoin('outreachRecipients as r', (join) =>
      join.onRef('r.officeCode', '=', 'c.officeCode').onRef('r.recipientId', '=', 'c.recipientId'),
    )
    .selectAll('c')
    .where('c.officeCode', '=', office)
    .where('r.phoneIndex', '=', phone)
    .where('c.undoneAt', 'is', null)
    .where('c.result', 'not in', ['skipped', 'failed'])
    .orderBy('c.happenedAt', 'desc')
    .orderBy('c.contactId', 'desc')
    .executeTakeFirst();
  return found ?? null;
}

/** Results by which somebody was really met, written to, or handed something. */
const reached = ['sent', 'replied', 'handed', 'met', 'declined'];

export type LoggedContact = {
  contactId: string;
  enterpriseId: string;
  channel: string;
  purpose: string;
  result: string;
  note: string | null;
  happenedAt: Date;
  doneByName: string;
  outreachId: string | null;
  title: string | null;
};

/** The log of these enterprises, the newest first; what was skipped or taken back is not shown. */
export async function listContactsOf(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
  limit: number,
): Promise<LoggedContact[]> {
  const { rows } = await sql<LoggedContact>`
    select distinct on (c.happened_at, c.contact_id) c.contact_id, l.enterprise_id, c.channel, c.purpose, c.result,
      c.note, c.happened_at, c.done_by_name, c.outreach_id, o.title
    from contact_enterprises l
    join contacts c on c.office_code = l.office_code and c.contact_id = l.contact_id
    left join outreaches o on o.office_code = c.office_code and o.outreach_id = c.outreach_id
    where l.office_code = ${office} and l.enterprise_id = any(${[...enterpriseIds]}::uuid[])
      and c.undone_at is null and c.result <> 'skipped'
    order by c.happened_at desc, c.contact_id desc limit ${limit}`.execute(trx);
  return rows;
}

/** Enterprises somebody reached since an instant; null: ever. Ids as they were written. */
export async function listReachedSince(trx: Trx, office: string, since: Date | null): Promise<string[]> {
  const { rows } = await sql<{ enterpriseId: string }>`
    select distinct l.enterprise_id from contacts c
    join contact_enterprises l on l.office_code = c.office_code and l.contact_id = c.contact_id
    where c.office_code = ${office} and c.undone_at is null and c.result = any(${reached}::text[])
      and ${since === null ? sql`true` : sql`c.happened_at >= ${since}`}`.execute(trx);
  return rows.map(({ enterpriseId }) => enterpriseId);
}

/** How often each channel was tried and how often somebody was reached by it. */
export async function countByChannel(
  trx: Trx,
  office: string,
): Promise<{ channel: string; tried: number; reached: number }[]> {
  const { rows } = await sql<{ channel: string; tried: number; reached: number }>`
    select channel, count(*)::int as tried, (count(*) filter (where result = any(${reached}::text[])))::int as reached
    from contacts where office_code = ${office} and undone_at is null and result not in ('opened', 'skipped', 'doubtful')
    group by channel`.execute(trx);
  return rows;
}
