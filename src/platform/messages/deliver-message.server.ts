import { setTimeout as sleep } from 'node:timers/promises';
import { systemActor } from '#kernel/actor.ts';
import { type CommandContext, inOneTransaction } from '../command.server.ts';
import type { Services } from '../services.server.ts';
import type { Channel, ChannelMessage } from './channel.ts';
import { keeperOf, type OutboxStatus } from './message-keepers.server.ts';

/**
 * Delivers one waiting message. Without a configured channel it is kept for the outbox screen. A passing fault throws, so
 * that the job queue tries again later; a refusal for good is recorded. It is marked before the call: one of which nobody
 * knows whether it went out is shown as such and not sent again by itself (decision 23). Answers whether a channel was asked.
 */
export async function deliverMessage(
  services: Services,
  channels: readonly Channel[],
  officeCode: string,
  messageId: string,
): Promise<boolean> {
  const inOne = <Value>(work: (context: CommandContext) => Promise<Value>) =>
    inOneTransaction(services, systemActor(officeCode, 'Kotak keluar'), work);
  const due = await inOne((context) => takeUp(context, channels, messageId));
  if (!due) return false;
  const delivery = await due.channel.send(due.message);
  const status = delivery.ok
    ? 'sent'
    : { later: 'waiting', refused: 'failed', wrong_address: 'failed', doubtful: 'doubtful' }[delivery.why];
  const isWrongAddress = !delivery.ok && delivery.why === 'wrong_address';
  const error = delivery.ok ? null : delivery.error;
  await inOne((context) =>
    settle(context, messageId, due.purpose, status as OutboxStatus, error, isWrongAddress),
  );
  if (status === 'waiting') throw new Error(`message ${messageId} was not delivered yet`);
  return true;
}

/** As `deliverMessage`, for mails to a list: no more than so many a minute go out. */
export async function deliverSlowly(
  services: Services,
  channels: readonly Channel[],
  { officeCode, messageId, signal }: { officeCode: string; messageId: string; signal: AbortSignal },
): Promise<void> {
  const wasTried = await deliverMessage(services, channels, officeCode, messageId);
  if (wasTried)
    await sleep(60_000 / services.env.GAWANGAN_EMAIL_PER_MINUTE, undefined, { signal }).catch(
      () => undefined,
    );
}

type Due = { channel: Channel; purpose: string; message: ChannelMessage };

/** Marks the message as being sent and opens it; null: there is nothing to send. */
async function takeUp(
  context: CommandContext,
  channels: readonly Channel[],
  messageId: string,
): Promise<Due | null> {
  const { trx, officeCode, vault } = context;
  const message = await trx
    .selectFrom('outboxMessages')
    .selectAll()
    .where('officeCode', '=', officeCode)
    .where('messageId', '=', messageId)
    .forUpdate()
    .executeTakeFirst();
  if (!message) return null;
  const { purpose } = message;
  const end = async (status: OutboxStatus, error: string | null = null) => {
    await settle(context, messageId, purpose, status, error);
    return null;
  };
  // Left behind by a program that ended between the call and its record.
  if (message.status === 'sending') return end('doubtful', 'interrupted');
  if (message.status !== 'waiting') return null;
  if (!((await keeperOf(purpose)?.mayGo(context, messageId)) ?? true)) return end('dropped');
  const channel = channels.find((one) => one.kind === message.channel && one.delivers);
  if (!channel) return end('kept');
  await trx
    .updateTable('outboxMessages')
    .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
    .where('officeCode', '=', officeCode)
    .where('messageId', '=', messageId)
    .execute();
  await settle(context, messageId, purpose, 'sending', null);
  const headers = message.headersCipher && vault.decryptMessage(messageId, 'headers', message.headersCipher);
  return {
    channel,
    purpose,
    message: {
      messageId,
      recipient: vault.decryptMessage(messageId, 'recipient', message.recipientCipher),
      subject: message.subject,
      body: vault.decryptMessage(messageId, 'body', message.bodyCipher),
      headers: headers ? JSON.parse(headers) : {},
    },
  };
}

async function settle(
  context: CommandContext,
  messageId: string,
  purpose: string,
  status: OutboxStatus,
  error: string | null,
  isWrongAddress = false,
): Promise<void> {
  const { trx, officeCode, now } = context;
  await trx
    .updateTable('outboxMessages')
    .set({
      status,
      lastError: error === null ? null : error.slice(0, 500),
      ...(status === 'sent' ? { sentAt: now } : {}),
    })
    .where('officeCode', '=', officeCode)
    .where('messageId', '=', messageId)
    .execute();
  await keeperOf(purpose)?.hear(context, messageId, status, isWrongAddress);
}
