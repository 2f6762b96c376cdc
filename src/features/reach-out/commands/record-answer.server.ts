import type { CommandContext } from '#platform/command.server.ts';
import { updateContact } from '../contact-store.server.ts';
import { updateRecipient } from '../recipient-store.server.ts';
import type { Fault } from '../rules/provider-fault.ts';
import { type SendRow, updateSend } from '../send-store.server.ts';

type Context = Pick<CommandContext, 'trx' | 'officeCode' | 'now'>;

/** The provider has the message, or more than that. `cost` in rupiah; left out: as it stands. */
export async function recordSent(
  { trx, officeCode, now }: Context,
  send: SendRow,
  said: { status: 'accepted' | 'sent' | 'delivered' | 'read'; providerMessageId?: string; cost?: number },
): Promise<void> {
  await updateSend(trx, officeCode, send.sendId, {
    ...said,
    statusAt: now,
    errorCode: null,
    errorText: null,
  });
  if (send.contactId)
    await updateContact(trx, officeCode, send.contactId, { result: 'sent', settledAt: now });
  await updateRecipient(trx, officeCode, send.recipientId, {
    state: 'sent',
    lane: 'auto',
    laneReason: null,
    settledAt: now,
    settledBy: 'system',
  });
}

/** The provider will not bring it to this person: where they are sought instead. */
export async function recordUndelivered(
  { trx, officeCode, now }: Context,
  send: SendRow,
  fault: Extract<Fault, 'wrong_number' | 'stopped' | 'by_hand'>,
  said: { code: string; text: string },
): Promise<void> {
  await updateSend(trx, officeCode, send.sendId, {
    status: 'failed',
    errorCode: said.code,
    errorText: said.text.slice(0, 300),
    cost: 0,
    statusAt: now,
  });
  const result = { wrong_number: 'wrong_number', stopped: 'declined', by_hand: 'failed' }[fault];
  if (send.contactId) await updateContact(trx, officeCode, send.contactId, { result, settledAt: now });
  const instead = {
    wrong_number: { state: 'wrong_number', lane: 'visit', laneReason: 'wrong_number' },
    stopped: { state: 'declined', lane: 'none', laneReason: 'withdrawn' },
    by_hand: { state: 'waiting', lane: 'chat', laneReason: null },
  }[fault];
  await updateRecipient(trx, officeCode, send.recipientId, {
    ...instead,
    settledAt: fault === 'by_hand' ? null : now,
    settledBy: fault === 'by_hand' ? null : 'system',
  });
}
