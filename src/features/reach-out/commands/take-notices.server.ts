import { systemActor } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { isId } from '#kernel/id.ts';
import { type CommandContext, inOneTransaction } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { insertConsent, insertOptOut } from '../consent-store.server.ts';
import { findNewestByPhone, updateContact } from '../contact-store.server.ts';
import { findRecipient, takeOutOfQueues, updateRecipient } from '../recipient-store.server.ts';
import { insertReply } from '../reply-store.server.ts';
import { isOptOut } from '../rules/opt-out-words.ts';
import { faultOf } from '../rules/provider-fault.ts';
import type { Notice, ReplyNotice, StatusNotice } from '../rules/provider-notice.ts';
import { type RecipientState, stateAfter } from '../rules/recipient-state.ts';
import { isFurther, type SendStatus } from '../rules/send-status.ts';
import { findSend, updateSend } from '../send-store.server.ts';
import { recordSent, recordUndelivered } from './record-answer.server.ts';

/**
 * Takes in what the provider tells, all of one post or none. A post that comes twice, late or out of order does no harm:
 * messages only go up their ladder, and a reply is known by the provider's id.
 */
export async function takeNotices(
  services: Services,
  officeCode: string,
  notices: readonly Notice[],
): Promise<void> {
  if (notices.length === 0) return;
  await inOneTransaction(services, systemActor(officeCode, 'WhatsApp'), async (context) => {
    for (const notice of notices)
      await (notice.kind === 'status' ? takeStatus(context, notice) : takeReply(context, notice));
  });
}

async function takeStatus(context: CommandContext, notice: StatusNotice): Promise<void> {
  const { trx, officeCode, now, newId } = context;
  const { providerMessageId, reference, status, error } = notice;
  const send =
    (await findSend(trx, officeCode, { providerMessageId }, true)) ??
    // One in doubt has no id of the provider yet: our own, which came back, names it.
    (reference !== null && isId(reference)
      ? await findSend(trx, officeCode, { sendId: reference }, true)
      : null);
  if (!send || (send.providerMessageId !== null && send.providerMessageId !== providerMessageId)) return;
  if (!isFurther(send.status as SendStatus, status)) return;
  const cost = notice.billable === false ? { cost: 0 } : {};
  const hasReplied = (await findRecipient(trx, officeCode, send.recipientId))?.state;
  if (status !== 'failed') {
    // An answer of the person, or an officer's word, says more than that it was delivered.
    if (hasReplied === 'waiting' || hasReplied === 'wrong_number')
      await recordSent(context, send, { status, providerMessageId, ...cost });
    else
      await updateSend(trx, officeCode, send.sendId, { status, providerMessageId, statusAt: now, ...cost });
    return;
  }
  const code = error?.code ?? 'unknown';
  const fault = faultOf(code);
  await updateSend(trx, officeCode, send.sendId, { providerMessageId });
  if (hasReplied !== 'waiting' && hasReplied !== 'sent') return;
  // Whatever it was, it is not sent again by itself: an officer may write.
  const meant = fault === 'wrong_number' || fault === 'stopped' ? fault : 'by_hand';
  await recordUndelivered(context, send, meant, { code, text: error?.text ?? '' });
  const recipient = await findRecipient(trx, officeCode, send.recipientId);
  if (meant === 'stopped' && recipient?.ownerId)
    await insertConsent(trx, {
      officeCode,
      consentId: newId(),
      ownerId: recipient.ownerId,
      channel: 'whatsapp',
      purpose: 'promotion',
      answer: 'withdrawn',
      proof: 'reply',
      note: `WhatsApp ${code}`,
      saidOn: plainDateInWib(now.getTime()),
      recordedAt: now,
      recordedBy: 'system',
      recordedByName: 'WhatsApp',
    });
}

async function takeReply(context: CommandContext, notice: ReplyNotice): Promise<void> {
  const { trx, officeCode, now, newId, vault } = context;
  const phoneIndex =
    notice.from !== null ? vault.blindIndex('phone', notice.from) : await phoneOf(context, notice);
  if (phoneIndex === null) return;
  const contact = await findNewestByPhone(trx, officeCode, phoneIndex);
  const replyId = newId();
  const wantsNoMore = isOptOut(notice.text);
  const isNew = await insertReply(trx, {
    officeCode,
    replyId,
    providerMessageId: notice.providerMessageId,
    contactId: contact?.contactId ?? null,
    phoneIndex,
    bodyCipher: vault.encryptMessage(replyId, 'body', notice.text),
    isOptOut: wantsNoMore,
    receivedAt: notice.at > 0 && notice.at <= now.getTime() ? new Date(notice.at) : now,
  });
  if (!isNew) return;
  if (wantsNoMore) {
    await insertOptOut(trx, {
      officeCode,
      optOutId: newId(),
      phoneIndex,
      heardAs: 'reply',
      heardAt: now,
      recordedBy: 'system',
    });
    await takeOutOfQueues(trx, officeCode, phoneIndex);
    await context.audit({ action: 'contact.stop_heard', details: { replyId } });
  }
  if (!contact?.recipientId) return;
  const recipient = await findRecipient(trx, officeCode, contact.recipientId, true);
  const outcome = wantsNoMore ? 'declined' : 'replied';
  const state = recipient && stateAfter(recipient.state as RecipientState, outcome);
  if (!recipient || !state) return;
  await updateContact(trx, officeCode, contact.contactId, { result: outcome, settledAt: now });
  await updateRecipient(trx, officeCode, recipient.recipientId, {
    state,
    settledAt: now,
    settledBy: 'system',
    leasedBy: null,
    leasedUntil: null,
  });
}

/** Where the number was not told: whose message it answers. */
async function phoneOf(
  { trx, officeCode }: CommandContext,
  { answers }: ReplyNotice,
): Promise<Buffer | null> {
  const send = answers === null ? null : await findSend(trx, officeCode, { providerMessageId: answers });
  return send ? ((await findRecipient(trx, officeCode, send.recipientId))?.phoneIndex ?? null) : null;
}
