import { newId } from '#kernel/id.ts';
import { bulkInsert } from '../db/bulk-insert.server.ts';
import type { Trx } from '../db/connect.server.ts';
import type { JobQueue } from '../jobs/job-queue.server.ts';
import type { Vault } from '../vault/vault.server.ts';
import type { Channel } from './channel.ts';
import type { OutboxStatus } from './message-keepers.server.ts';

export type OutgoingMessage = {
  channel: Channel['kind'];
  /** What it is for, such as `sign_in_code`. */
  purpose: string;
  /** Address or number in the clear; kept encrypted. */
  recipient: string;
  /** Masked form for lists. */
  recipientHint: string;
  subject?: string;
  body: string;
  /** Further lines of a mail's head; kept encrypted. */
  headers?: Readonly<Record<string, string>>;
};

type Into = { trx: Trx; vault: Vault; jobs: JobQueue; officeCode: string; now: Date };

/** Puts a message into the outbox and queues its delivery, in the transaction of the deed that causes it. */
export async function queueMessage(into: Into, message: OutgoingMessage): Promise<string> {
  const messageId = newId();
  await insertMessages(into, [{ messageId, ...message }]);
  await into.jobs.enqueue(into.trx, into.officeCode, { queue: 'deliver-message', data: { messageId } });
  return messageId;
}

/** Puts messages to a list of people into the outbox; they go out one after another, as fast as is allowed (`deliverSlowly`). */
export async function queueSlowly(
  into: Into,
  messages: readonly (OutgoingMessage & { messageId: string })[],
): Promise<void> {
  await insertMessages(into, messages);
  const data = messages.map(({ messageId }) => ({ messageId }));
  await into.jobs.enqueueMany(into.trx, into.officeCode, 'deliver-slowly', data);
}

async function insertMessages(
  { trx, vault, officeCode, now }: Into,
  messages: readonly (OutgoingMessage & { messageId: string })[],
): Promise<void> {
  await bulkInsert(
    trx,
    'outboxMessages',
    {
      officeCode: 'text',
      messageId: 'uuid',
      channel: 'text',
      purpose: 'text',
      recipientCipher: 'bytea',
      recipientHint: 'text',
      subject: 'text',
      bodyCipher: 'bytea',
      headersCipher: 'bytea',
      createdAt: 'timestamptz',
    },
    messages.map(({ messageId, channel, purpose, recipient, recipientHint, subject, body, headers }) => ({
      officeCode,
      messageId,
      channel,
      purpose,
      recipientCipher: vault.encryptMessage(messageId, 'recipient', recipient),
      recipientHint,
      subject: subject ?? null,
      bodyCipher: vault.encryptMessage(messageId, 'body', body),
      headersCipher: headers ? vault.encryptMessage(messageId, 'headers', JSON.stringify(headers)) : null,
      createdAt: now,
    })),
  );
}

/** How each of these messages stands. */
export async function outboxStatuses(
  trx: Trx,
  officeCode: string,
  messageIds: readonly string[],
): Promise<Map<string, OutboxStatus>> {
  if (messageIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('outboxMessages')
    .select(['messageId', 'status'])
    .where('officeCode', '=', officeCode)
    .where((eb) => eb('messageId', '=', eb.fn.any(eb.val([...messageIds]))))
    .execute();
  return new Map(rows.map(({ messageId, status }) => [messageId, status as OutboxStatus]));
}
