import { isOfWholeOffice } from '#kernel/actor.ts';
import { sameEmail } from '#kernel/email.ts';
import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { outboxStatuses } from '#platform/messages/outbox.server.ts';
import { listOptedOut } from '../consent-store.server.ts';
import { updateContact } from '../contact-store.server.ts';
import { mailLineInput } from '../input.ts';
import { findMail, findMailTo } from '../mail-store.server.ts';
import { reachPermissions } from '../permissions.ts';
import { findRecipient, updateRecipient } from '../recipient-store.server.ts';
import { mayHaveComeBack } from '../rules/mail-line.ts';
import { rememberAddress } from './remember-address.server.ts';

/**
 * A mail came back later, and an officer has read so in the office's mailbox: the same as if the server had refused the address
 * at once. Named by its line, or by the address that stands in what came back. The person goes on to where they stood before
 * the mail, unless more happened with them since. Holds for closed lists too, where mails come back as well. Refuses: forbidden,
 * not_found, wrong_state (it was not sent), already_done, invalid_input.
 */
export const markAddressRefused = defineCommand({
  name: 'outreach.mark_address_refused',
  permission: reachPermissions['reach.contact'],
  input: mailLineInput,
  async run(context, { outreachId, address, ...named }) {
    const { trx, officeCode, now, vault } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const mail =
      named.messageId === undefined
        ? await findMailTo(trx, officeCode, outreachId, vault.blindIndex('email', sameEmail(address ?? '')))
        : await findMail(trx, officeCode, named.messageId);
    if (!mail || mail.outreachId !== outreachId) return refused('not_found');
    const { messageId } = mail;
    // Held until the end, so that the program which sends and the officer do not both decide.
    const recipient = await findRecipient(trx, officeCode, mail.recipientId, true);
    const status = (await outboxStatuses(trx, officeCode, [messageId])).get(messageId);
    if (!recipient || status === undefined || !mayHaveComeBack(status)) return refused('wrong_state');
    if (!(await rememberAddress(context, mail, 'officer'))) return refused('already_done');
    if (mail.contactId)
      await updateContact(trx, officeCode, mail.contactId, { result: 'failed', settledAt: now });
    const stillStands = recipient.state === 'sent' || recipient.state === 'waiting';
    if (recipient.lane === 'email' && stillStands) {
      const { phoneIndex } = recipient;
      const stopped = phoneIndex ? await listOptedOut(trx, officeCode, [phoneIndex]) : new Set();
      const before = { lane: mail.laneBefore, laneReason: mail.laneReasonBefore };
      await updateRecipient(trx, officeCode, mail.recipientId, {
        ...(stopped.size > 0 ? { lane: 'none', laneReason: 'opted_out' } : before),
        state: 'waiting',
        settledAt: null,
        settledBy: null,
      });
    }
    return done();
  },
});
