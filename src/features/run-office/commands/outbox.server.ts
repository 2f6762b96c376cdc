import { z } from 'zod';
import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { keeperOf } from '#platform/messages/message-keepers.server.ts';
import { messageIdInput } from '../input.ts';
import { findMessage, updatePassedOn } from '../outbox-store.server.ts';
import { permissions } from '../permissions.ts';
import { coversOffice } from '../rules/covers-office.ts';
import { whatsappLink } from '../rules/whatsapp-link.ts';

export type RevealedMessage = {
  recipient: string;
  subject: string | null;
  body: string;
  chatLink: string | null;
};

/**
 * Shows recipient and text of one message in the clear, with a reason, in the audit. For WhatsApp also the link that
 * opens the chat. Refused: `not_found`, `forbidden` for a role in a part of the area only.
 */
export const revealMessage = defineCommand({
  name: 'outbox.reveal',
  permission: permissions['outbox.reveal'],
  input: messageIdInput.extend({ reason: z.string().trim().min(4).max(300) }),
  async run({ trx, officeCode, vault, scopes, audit }, { messageId, reason }) {
    if (!coversOffice(scopes)) return refused('forbidden');
    const message = await findMessage(trx, officeCode, messageId);
    if (!message) return refused('not_found');
    const recipient = vault.decryptMessage(messageId, 'recipient', message.recipientCipher);
    const body = vault.decryptMessage(messageId, 'body', message.bodyCipher);
    await audit({
      action: 'message.revealed',
      subject: { kind: 'message', id: messageId },
      reason,
      details: { purpose: message.purpose },
    });
    const revealed: RevealedMessage = {
      recipient,
      subject: message.subject,
      body,
      chatLink: message.channel === 'whatsapp' ? whatsappLink(recipient, body) : null,
    };
    return done(revealed);
  },
});

/** Notes that an officer has passed a message on by hand. Refused: `not_found`; `wrong_state` unless kept, failed or in doubt. */
export const markPassedOn = defineCommand({
  name: 'outbox.pass_on',
  permission: permissions['outbox.reveal'],
  input: messageIdInput,
  async run(context, { messageId }) {
    const { trx, officeCode, now, scopes, audit } = context;
    if (!coversOffice(scopes)) return refused('forbidden');
    const message = await findMessage(trx, officeCode, messageId);
    if (!message) return refused('not_found');
    if (message.status === 'sent') return refused('already_done');
    if (!(await updatePassedOn(trx, officeCode, messageId, now))) return refused('wrong_state');
    await keeperOf(message.purpose)?.hear(context, messageId, 'sent');
    await audit({
      action: 'message.passed_on',
      subject: { kind: 'message', id: messageId },
      details: { purpose: message.purpose },
    });
    return done();
  },
});
