import { z } from 'zod';
import { isOfWholeOffice } from '#kernel/actor.ts';
import { done, type Outcome, refused } from '#kernel/refusal.ts';
import { idShape } from '#kernel/shape.ts';
import { type CommandContext, defineCommand } from '#platform/command.server.ts';
import { whatsappSettings } from '#platform/messages/whatsapp-settings.server.ts';
import { listOptedOut } from '../consent-store.server.ts';
import { updateContact } from '../contact-store.server.ts';
import { outreachIdInput, sendingInput } from '../input.ts';
import { updateOutreach } from '../outreach-store.server.ts';
import { reachPermissions } from '../permissions.ts';
import { listOnLane, type RecipientRow, updateRecipient } from '../recipient-store.server.ts';
import { answerOfAll, type Purpose, whyNot } from '../rules/may-contact.ts';
import { findSend, insertSends, listAskedFor, updateSend } from '../send-store.server.ts';
import { openOutreach } from './find-open-outreach.server.ts';
import { heldAnswers } from './group-recipients.server.ts';
import { hasOwnLinks } from './link-sources.server.ts';
import { factsOfPeople } from './person-facts.server.ts';

/** Whether this office has a number with the provider. */
export function canSend({ services, officeCode }: Pick<CommandContext, 'services' | 'officeCode'>): boolean {
  return whatsappSettings(services.env)?.officeCode === officeCode;
}

const EVERYBODY = 200_000;

/** Of those who wait in the queue, whoever agreed to be written to by WhatsApp for this purpose. */
export async function whoAgreed(
  context: Pick<CommandContext, 'trx' | 'officeCode' | 'now'>,
  outreach: { outreachId: string; purpose: string },
): Promise<RecipientRow[]> {
  const { trx, officeCode, now } = context;
  const purpose = outreach.purpose as Purpose;
  const asked = await listAskedFor(trx, officeCode, outreach.outreachId);
  const waiting = (
    await listOnLane(trx, officeCode, {
      outreachId: outreach.outreachId,
      lane: 'chat',
      states: ['waiting'],
      limit: EVERYBODY,
    })
  ).filter(
    ({ recipientId, leasedUntil }) => !asked.has(recipientId) && (leasedUntil === null || leasedUntil <= now),
  );
  const people = await factsOfPeople(
    context,
    waiting.map(({ recipientId }) => recipientId),
  );
  const ownersOf = (recipientId: string) => [
    ...new Set(people.get(recipientId)?.enterprises.flatMap(({ ownerId }) => ownerId ?? [])),
  ];
  const everyOwner = [...new Set(waiting.flatMap(({ recipientId }) => ownersOf(recipientId)))];
  const answerOf = await heldAnswers(context, purpose, everyOwner);
  const stopped = await listOptedOut(
    trx,
    officeCode,
    waiting.flatMap(({ phoneIndex }) => phoneIndex ?? []),
  );
  return waiting.filter(({ recipientId, phoneIndex }) => {
    if (phoneIndex === null) return false;
    const answer = answerOfAll(ownersOf(recipientId).map((owner) => answerOf(owner, 'whatsapp')));
    return (
      whyNot({ purpose, manner: 'auto', answer, optedOut: stopped.has(phoneIndex.toString('hex')) }) === null
    );
  });
}

/**
 * Has the provider write to all who agreed, by an approved template; the others stay in the queue for officers. Run again
 * it takes in who agreed since. Refuses: unavailable (no number set up, or links and no GAWANGAN_URL), not_found, wrong_state, consent_missing (nobody
 * agreed).
 */
export const startSending = defineCommand({
  name: 'outreach.start_sending',
  permission: reachPermissions['reach.send'],
  input: sendingInput,
  async run(context, { outreachId, ...template }) {
    const { trx, officeCode, now, newId } = context;
    if (!canSend(context)) return refused('unavailable');
    const outreach = await openOutreach(context, outreachId, true);
    if (!outreach.ok) return outreach;
    // A link sent by the provider begins with the address that the installation was given, not with that of a request.
    if (hasOwnLinks(outreach.value) && !context.services.env.GAWANGAN_URL) return refused('unavailable');
    const agreed = await whoAgreed(context, outreach.value);
    if (agreed.length === 0) return refused('consent_missing');
    await updateOutreach(trx, officeCode, outreachId, {
      ...template,
      sending: 'on',
      pauseReason: null,
      pausedUntil: null,
    });
    await insertSends(
      trx,
      agreed.map(({ recipientId }) => ({
        officeCode,
        sendId: newId(),
        outreachId,
        recipientId,
        createdAt: now,
      })),
    );
    await context.audit({
      action: 'outreach.sending_started',
      subject: { kind: 'outreach', id: outreachId },
      details: { ...template, people: agreed.length },
    });
    return done({ people: agreed.length });
  },
});

/** Halts the provider's lane, or lets it go on. Refuses: not_found, wrong_state (it was never started). */
export const pauseSending = defineCommand({
  name: 'outreach.pause_sending',
  permission: reachPermissions['reach.send'],
  input: outreachIdInput.extend({ resume: z.stringbool().default(false) }),
  async run(context, { outreachId, resume }) {
    const outreach = await openOutreach(context, outreachId, true);
    if (!outreach.ok) return outreach;
    if (outreach.value.sending === 'off') return refused('wrong_state');
    await updateOutreach(context.trx, context.officeCode, outreachId, {
      sending: resume ? 'on' : 'paused',
      pauseReason: resume ? null : 'person',
      pausedUntil: null,
    });
    await context.audit({
      action: resume ? 'outreach.sending_started' : 'outreach.sending_paused',
      subject: { kind: 'outreach', id: outreachId },
    });
    return done();
  },
});

/**
 * A person decides on a message that may have been sent: it was (`sent`), or it is sent again (`again`) at the risk that
 * somebody reads it twice. Refuses: not_found, wrong_state (no longer in doubt).
 */
export const settleDoubt = defineCommand({
  name: 'outreach.settle_doubt',
  permission: reachPermissions['reach.send'],
  input: z.object({ sendId: idShape, decision: z.enum(['sent', 'again']) }),
  async run(context, { sendId, decision }): Promise<Outcome<void>> {
    const { trx, officeCode, now, actor } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const send = await findSend(trx, officeCode, { sendId }, true);
    if (!send) return refused('not_found');
    if (send.status !== 'doubtful') return refused('wrong_state');
    const isSent = decision === 'sent';
    await updateSend(trx, officeCode, sendId, { status: isSent ? 'accepted' : 'waiting', statusAt: now });
    if (isSent)
      await updateRecipient(trx, officeCode, send.recipientId, {
        state: 'sent',
        settledAt: now,
        settledBy: actor.id,
      });
    if (send.contactId)
      await updateContact(trx, officeCode, send.contactId, {
        result: isSent ? 'sent' : 'failed',
        settledAt: now,
      });
    await context.audit({
      action: 'outreach.doubt_settled',
      subject: { kind: 'outreach', id: send.outreachId },
      details: { sendId, decision },
    });
    return done();
  },
});
