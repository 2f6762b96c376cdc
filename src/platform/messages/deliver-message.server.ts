import { withOffice } from '../db/connect.server.ts';
import type { Services } from '../services.server.ts';
import type { Channel } from './channel.ts';

/**
 * Delivers one waiting message. Without a configured channel it is kept for the outbox screen. A passing fault
 * throws, so that the job queue tries again later; a refusal for good is recorded. Done twice: sent once, unless
 * the process dies between the provider's yes and ours.
 */
export async function deliverMessage(
  services: Pick<Services, 'db' | 'vault' | 'clock'>,
  channels: readonly Channel[],
  officeCode: string,
  messageId: string,
): Promise<void> {
  const message = await withOffice(services.db, officeCode, (trx) =>
    trx
      .selectFrom('outboxMessages')
      .selectAll()
      .where('officeCode', '=', officeCode)
      .where('messageId', '=', messageId)
      .executeTakeFirst(),
  );
  if (!message || message.status !== 'waiting') return;
  const channel = channels.find((one) => one.kind === message.channel && one.delivers);
  const record = (change: {
    status: 'sent' | 'failed' | 'kept' | 'waiting';
    lastError?: string | null;
    sentAt?: Date;
  }) =>
    withOffice(services.db, officeCode, (trx) =>
      trx
        .updateTable('outboxMessages')
        .set((eb) => ({ ...change, attempts: eb('attempts', '+', channel ? 1 : 0) }))
        .where('officeCode', '=', officeCode)
        .where('messageId', '=', messageId)
        .execute(),
    );
  if (!channel) return void (await record({ status: 'kept' }));
  const delivery = await channel.send({
    recipient: services.vault.decryptMessage(messageId, 'recipient', message.recipientCipher),
    subject: message.subject,
    body: services.vault.decryptMessage(messageId, 'body', message.bodyCipher),
  });
  if (delivery.ok) return void (await record({ status: 'sent', sentAt: services.clock(), lastError: null }));
  await record({
    status: delivery.permanent ? 'failed' : 'waiting',
    lastError: delivery.error.slice(0, 500),
  });
  if (!delivery.permanent) throw new Error(`message ${messageId} was not delivered yet`);
}
