import { type Selectable, sql, type Updateable } from 'kysely';
import { bulkInsert } from '#platform/db/bulk-insert.server.ts';
import type { Trx } from '#platform/db/connect.server.ts';
import type { MessageSends } from '#platform/db/tables.ts';

export type SendRow = Selectable<MessageSends>;
export type NewSend = Pick<SendRow, 'officeCode' | 'sendId' | 'outreachId' | 'recipientId'> & {
  createdAt: Date;
};

/** Puts people on the provider's lane, each with a message that waits. */
export async function insertSends(trx: Trx, rows: readonly NewSend[]): Promise<void> {
  await bulkInsert(
    trx,
    'messageSends',
    { officeCode: 'text', sendId: 'uuid', outreachId: 'uuid', recipientId: 'uuid', createdAt: 'timestamptz' },
    rows,
  );
  for (const { officeCode } of rows.slice(0, 1))
    await trx
      .updateTable('outreachRecipients')
      .set({ lane: 'auto', leasedBy: null, leasedUntil: null })
      .where('officeCode', '=', officeCode)
      .where((eb) => eb('recipientId', '=', eb.fn.any(eb.val(rows.map(({ recipientId }) => recipientId)))))
      .execute();
}

/** The next message that may go now, held until the transaction ends: of lists that are sending, the oldest first. */
export async function findDueSend(trx: Trx, office: string, now: Date): Promise<SendRow | null> {
  const { rows } = await sql<SendRow>`
    select s.* from message_sends s
    join outreaches o on o.office_code = s.office_code and o.outreach_id = s.outreach_id
    where s.office_code = ${office} and s.status = 'waiting' and (s.not_before is null or s.not_before <= ${now})
      and o.sending = 'on' and o.status = 'open'
    order by s.send_id limit 1 for update of s`.execute(trx);
  return rows[0] ?? null;
}

/** `lock`: held until the transaction ends. */
export async function findSend(
  trx: Trx,
  office: string,
  by: { sendId: string } | { providerMessageId: string },
  lock = false,
): Promise<SendRow | null> {
  const query = trx
    .selectFrom('messageSends')
    .selectAll()
    .where('officeCode', '=', office)
    .$if('sendId' in by, (one) => one.where('sendId', '=', 'sendId' in by ? by.sendId : ''))
    .$if('providerMessageId' in by, (one) =>
      one.where('providerMessageId', '=', 'providerMessageId' in by ? by.providerMessageId : ''),
    );
  return (await (lock ? query.forUpdate() : query).executeTakeFirst()) ?? null;
}

export async function updateSend(
  trx: Trx,
  office: string,
  sendId: string,
  change: Updateable<MessageSends>,
): Promise<void> {
  await trx
    .updateTable('messageSends')
    .set(change)
    .where('officeCode', '=', office)
    .where('sendId', '=', sendId)
    .execute();
}

/** Calls that were under way when their program ended: nobody knows what became of them. How many. */
export async function markInterrupted(trx: Trx, office: string, at: Date): Promise<number> {
  const answer = await trx
    .updateTable('messageSends')
    .set({ status: 'doubtful', errorCode: 'interrupted', statusAt: at })
    .where('officeCode', '=', office)
    .where('status', '=', 'sending')
    .executeTakeFirst();
  return Number(answer.numUpdatedRows);
}

/** Calls since an instant, and when the oldest of them was. */
export async function countCallsSince(
  trx: Trx,
  office: string,
  since: Date,
): Promise<{ count: number; oldest: Date | null }> {
  const row = await trx
    .selectFrom('messageSends')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('calledAt').as('oldest')])
    .where('officeCode', '=', office)
    .where('calledAt', '>', since)
    .where('status', 'not in', ['waiting', 'dropped'])
    .executeTakeFirstOrThrow();
  return { count: Number(row.count), oldest: row.oldest };
}

/** Messages of which nobody knows whether they were sent, the oldest first. */
export function listDoubtful(trx: Trx, office: string, outreachId: string): Promise<SendRow[]> {
  return trx
    .selectFrom('messageSends')
    .selectAll()
    .where('officeCode', '=', office)
    .where('outreachId', '=', outreachId)
    .where('status', '=', 'doubtful')
    .orderBy('sendId')
    .limit(200)
    .execute();
}

/** People of a list to whom the provider was asked to write, whatever became of it: it is asked once for each. */
export async function listAskedFor(trx: Trx, office: string, outreachId: string): Promise<Set<string>> {
  const rows = await trx
    .selectFrom('messageSends')
    .select('recipientId')
    .where('officeCode', '=', office)
    .where('outreachId', '=', outreachId)
    .execute();
  return new Set(rows.map(({ recipientId }) => recipientId));
}
