import type { Trx } from '#platform/db/connect.server.ts';

export const messageStatuses = [
  'waiting',
  'sending',
  'kept',
  'doubtful',
  'sent',
  'failed',
  'dropped',
] as const;
export type MessageStatus = (typeof messageStatuses)[number];

export type MessageRow = {
  messageId: string;
  channel: 'email' | 'whatsapp';
  purpose: string;
  recipientHint: string;
  status: MessageStatus;
  attempts: number;
  createdAt: Date;
  sentAt: Date | null;
};

const columns = [
  'messageId',
  'channel',
  'purpose',
  'recipientHint',
  'status',
  'attempts',
  'createdAt',
  'sentAt',
] as const;

/** Newest first (ids grow with time); `before` is the id of the last message already shown. */
export async function listMessages(
  trx: Trx,
  officeCode: string,
  page: { status: MessageStatus | null; before: string | null; limit: number },
): Promise<MessageRow[]> {
  const rows = await trx
    .selectFrom('outboxMessages')
    .select(columns)
    .where('officeCode', '=', officeCode)
    .$if(page.status !== null, (query) => query.where('status', '=', page.status ?? ''))
    .$if(page.before !== null, (query) => query.where('messageId', '<', page.before ?? ''))
    .orderBy('messageId', 'desc')
    .limit(page.limit)
    .execute();
  return rows as MessageRow[];
}

export async function countMessages(trx: Trx, officeCode: string): Promise<Record<MessageStatus, number>> {
  const rows = await trx
    .selectFrom('outboxMessages')
    .select(['status', (eb) => eb.fn.countAll<number>().as('count')])
    .where('officeCode', '=', officeCode)
    .groupBy('status')
    .execute();
  const counts = Object.fromEntries(messageStatuses.map((status) => [status, 0])) as Record<
    MessageStatus,
    number
  >;
  for (const { status, count } of rows) counts[status as MessageStatus] = Number(count);
  return counts;
}

export async function findMessage(trx: Trx, officeCode: string, messageId: string) {
  return trx
    .selectFrom('outboxMessages')
    .selectAll()
    .where('officeCode', '=', officeCode)
    .where('messageId', '=', messageId)
    .executeTakeFirst();
}

/** Only what a channel has not surely delivered can be passed on by hand. */
export async function updatePassedOn(
  trx: Trx,
  officeCode: string,
  messageId: string,
  at: Date,
): Promise<boolean> {
  const answer = await trx
    .updateTable('outboxMessages')
    .set({ status: 'sent', sentAt: at, lastError: null })
    .where('officeCode', '=', officeCode)
    .where('messageId', '=', messageId)
    .where('status', 'in', ['kept', 'failed', 'doubtful'])
    .executeTakeFirst();
  return answer.numUpdatedRows === 1n;
}
