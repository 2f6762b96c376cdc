import { newId } from '#kernel/id.ts';
import type { Trx } from '../db/connect.server.ts';
import type { JobQueue } from '../jobs/job-queue.server.ts';
import type { Vault } from '../vault/vault.server.ts';
import type { Channel } from './channel.ts';

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
};

/** Puts a message into the outbox and queues its delivery, in the transaction of the deed that causes it. */
export async function queueMessage(
  {
    trx,
    vault,
    jobs,
    officeCode,
    now,
  }: { trx: Trx; vault: Vault; jobs: JobQueue; officeCode: string; now: Date },
  message: OutgoingMessage,
): Promise<string> {
  const messageId = newId();
  await trx
    .insertInto('outboxMessages')
    .values({
      officeCode,
      messageId,
      channel: message.channel,
      purpose: message.purpose,
      recipientCipher: vault.encryptMessage(messageId, 'recipient', message.recipient),
      recipientHint: message.recipientHint,
      subject: message.subject ?? null,
      bodyCipher: vault.encryptMessage(messageId, 'body', message.body),
      createdAt: now,
    })
    .execute();
  await jobs.enqueue(trx, officeCode, { queue: 'deliver-message', data: { messageId } });
  return messageId;
}
