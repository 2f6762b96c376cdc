import type { CommandContext } from '#platform/command.server.ts';
import type { MessageKeeper } from '#platform/messages/message-keepers.server.ts';
import { listEmailsToReach, listOwnersStoodFor } from '../../register-enterprise/index.server.ts';
import { insertContact, updateContact } from '../contact-store.server.ts';
import { findMail, type MailRow, setMailContact } from '../mail-store.server.ts';
import { findOutreach } from '../outreach-store.server.ts';
import { findRecipient, listEnterprisesOf, updateRecipient } from '../recipient-store.server.ts';
import { listRefusedAddresses } from '../refused-address-store.server.ts';
import type { NotAllowed, Purpose } from '../rules/may-contact.ts';
import { whyNoMail } from './may-mail.server.ts';
import { rememberAddress } from './remember-address.server.ts';
import { MAIL_PURPOSE } from './start-mailing.server.ts';

/** Mails of lists on their way through the outbox: asked before each, told what became of it. */
export const mailKeeper: MessageKeeper = {
  purpose: MAIL_PURPOSE,

  /** Asked again for each mail: what was said a moment ago counts. */
  async mayGo(context, messageId) {
    const { trx, officeCode } = context;
    const mail = await findMail(trx, officeCode, messageId);
    if (!mail) return false;
    const recipient = await findRecipient(trx, officeCode, mail.recipientId, true);
    const outreach = await findOutreach(trx, officeCode, mail.outreachId);
    if (recipient?.lane !== 'email' || recipient.state !== 'waiting' || !outreach) return false;
    const why = await whyNotNow(context, mail, outreach.purpose as Purpose);
    const isStopped = why === 'withdrawn' || why === 'opted_out';
    if (isStopped) {
      await updateRecipient(trx, officeCode, mail.recipientId, { lane: 'none', laneReason: why });
      return false;
    }
    if (why === null && outreach.status === 'open') return true;
    await goOn(context, mail);
    return false;
  },

  async hear(context, messageId, status, isWrongAddress = false) {
    const { trx, officeCode, now, actor } = context;
    if (status === 'kept' || status === 'dropped' || status === 'doubtful') return;
    const mail = await findMail(trx, officeCode, messageId);
    if (!mail) return;
    if (isWrongAddress) await rememberAddress(context, mail, 'server');
    const contactId = mail.contactId ?? (await beginContact(context, mail));
    // Until the server has answered nobody knows.
    const result = { sending: 'doubtful', waiting: 'failed', failed: 'failed', sent: 'sent' }[status];
    await updateContact(trx, officeCode, contactId, { result, settledAt: status === 'sending' ? null : now });
    const recipient = await findRecipient(trx, officeCode, mail.recipientId, true);
    if (recipient?.state !== 'waiting') return;
    if (status === 'sent')
      await updateRecipient(trx, officeCode, mail.recipientId, {
        state: 'sent',
        settledAt: now,
        settledBy: actor.id,
      });
    if (status === 'failed' && recipient.lane === 'email') await goOn(context, mail);
  },
};

/** Where the person stood before the mail: an officer writes, or a letter goes. */
const goOn = ({ trx, officeCode }: CommandContext, mail: MailRow) =>
  updateRecipient(trx, officeCode, mail.recipientId, {
    lane: mail.laneBefore,
    laneReason: mail.laneReasonBefore,
  });

/** Null: the owner, or who now stands for them, still agrees, it is still their address, and not known to be wrong. */
async function whyNotNow(
  context: CommandContext,
  mail: MailRow,
  purpose: Purpose,
): Promise<NotAllowed | 'other_address' | 'wrong_address' | null> {
  const { trx, officeCode } = context;
  const [stood] = await listOwnersStoodFor(trx, officeCode, [mail.ownerId]);
  const ownerId = stood?.standsFor ?? mail.ownerId;
  const why = (await whyNoMail(context, purpose, [ownerId]))(ownerId);
  if (why !== null) return why;
  const [email] = await listEmailsToReach(trx, officeCode, [ownerId]);
  if (!email?.emailIndex.equals(mail.emailIndex)) return 'other_address';
  const wrong = await listRefusedAddresses(trx, officeCode, [mail.emailIndex]);
  return wrong.size > 0 ? 'wrong_address' : null;
}

/** One line in the log of contacts for each mail. */
async function beginContact(context: CommandContext, mail: MailRow): Promise<string> {
  const { trx, officeCode, now, newId, actor } = context;
  const contactId = newId();
  const outreach = await findOutreach(trx, officeCode, mail.outreachId);
  const links = await listEnterprisesOf(trx, officeCode, [mail.recipientId]);
  await insertContact(
    trx,
    {
      officeCode,
      contactId,
      ownerId: mail.ownerId,
      outreachId: mail.outreachId,
      recipientId: mail.recipientId,
      channel: 'email',
      purpose: outreach?.purpose ?? 'service',
      result: 'doubtful',
      happenedAt: now,
      doneBy: actor.id,
      doneByName: actor.name,
    },
    links.map(({ enterpriseId }) => enterpriseId),
  );
  await setMailContact(trx, officeCode, mail.messageId, contactId);
  return contactId;
}
