import { type Insertable, type Selectable, sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { ContactReplies } from '#platform/db/tables.ts';

export type ReplyRow = Selectable<ContactReplies>;

/** False: this message was taken in before. */
export async function insertReply(trx: Trx, row: Insertable<ContactReplies>): Promise<boolean> {
  const made = await trx
    .insertInto('contactReplies')
    .values(row)
    .onConflict((conflict) => conflict.columns(['officeCode', 'providerMessageId']).doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

export type ReplyOfList = ReplyRow & { recipientId: string | null };

/** Replies to contacts of a list, the newest first. */
export async function listReplies(
  trx: Trx,
  office: string,
  outreachId: string,
  limit: number,
): Promise<ReplyOfList[]> {
  const { rows } = await sql<ReplyOfList>`
    select r.*, c.recipient_id from contact_replies r
    join contacts c on c.office_code = r.office_code and c.contact_id = r.contact_id
    where r.office_code = ${office} and c.outreach_id = ${outreachId}
    order by r.received_at desc, r.reply_id desc limit ${limit}`.execute(trx);
  return rows;
}

export async function countReplies(
  trx: Trx,
  office: string,
  outreachIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ outreachId: string; count: number }>`
    select c.outreach_id, count(*)::int as count from contact_replies r
    join contacts c on c.office_code = r.office_code and c.contact_id = r.contact_id
    where r.office_code = ${office} and c.outreach_id = any(${[...outreachIds]}::uuid[]) group by 1`.execute(
    trx,
  );
  return new Map(rows.map(({ outreachId, count }) => [outreachId, count]));
}
