import { z } from 'zod';
import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { getOfficeName } from '../../register-enterprise/index.server.ts';
import { listOptedOut } from '../consent-store.server.ts';
import { findOpened, insertContact } from '../contact-store.server.ts';
import { recipientIdInput } from '../input.ts';
import { reachPermissions } from '../permissions.ts';
import { listEnterprisesOf, updateRecipient } from '../recipient-store.server.ts';
import { chatLink } from '../rules/chat-link.ts';
import { fillMessage } from '../rules/fill-message.ts';
import { leaseMinutes } from '../rules/lease.ts';
import { answerOfAll, type Purpose, whyNot } from '../rules/may-contact.ts';
import { openRecipient } from './find-open-outreach.server.ts';
import { heldAnswers } from './group-recipients.server.ts';
import { linksFor } from './link-sources.server.ts';
import { openNumber } from './open-number.server.ts';
import { factsOfPeople, messageFacts } from './person-facts.server.ts';

/**
 * Opens the number of one person for a chat, with the message filled. Whoever sees a number leaves a line: the contact
 * is begun and the audit written in the same transaction, or no link is answered. Refuses: not_found, wrong_state (not
 * on the chat lane, or done), locked (somebody else has this person), consent_missing (said no meanwhile).
 */
export const openChat = defineCommand({
  name: 'outreach.open_chat',
  permission: reachPermissions['reach.contact'],
  /** `site`: this installation's own address, for a link in the message. */
  input: recipientIdInput.extend({ site: z.url() }),
  async run(context, { recipientId, site }) {
    const { trx, officeCode, actor, now, newId } = context;
    const found = await openRecipient(context, recipientId);
    if (!found.ok) return found;
    const { recipient, outreach } = found.value;
    if (recipient.lane !== 'chat' || recipient.phoneIndex === null) return refused('wrong_state');
    if (recipient.state !== 'waiting' && recipient.state !== 'sent') return refused('wrong_state');
    const isTaken = recipient.leasedUntil !== null && recipient.leasedUntil > now;
    if (isTaken && recipient.leasedBy !== actor.id) return refused('locked');
    const people = await factsOfPeople(context, [recipientId]);
    const person = people.get(recipientId)!;
    const purpose = outreach.purpose as Purpose;
    const owners = [...new Set(person.enterprises.flatMap(({ ownerId }) => ownerId ?? []))];
    const answerOf = await heldAnswers(context, purpose, owners);
    const stopped = await listOptedOut(trx, officeCode, [recipient.phoneIndex]);
    const why = whyNot({
      purpose,
      manner: 'hand',
      answer: answerOfAll(owners.map((owner) => answerOf(owner, 'whatsapp'))),
      optedOut: stopped.size > 0,
    });
    if (why !== null) return refused('consent_missing');
    const number = await openNumber(context, recipient.phoneIndex);
    if (number === null) return refused('not_found');
    if (!(await findOpened(trx, officeCode, recipientId))) {
      const links = await listEnterprisesOf(trx, officeCode, [recipientId]);
      await insertContact(
        trx,
        {
          officeCode,
          contactId: newId(),
          ownerId: recipient.ownerId,
          outreachId: outreach.outreachId,
          recipientId,
          channel: 'chat',
          purpose,
          result: 'opened',
          happenedAt: now,
          doneBy: actor.id,
          doneByName: actor.name,
        },
        links.map(({ enterpriseId }) => enterpriseId),
      );
    }
    const leasedUntil = new Date(now.getTime() + leaseMinutes * 60_000);
    await updateRecipient(trx, officeCode, recipientId, { leasedBy: actor.id, leasedUntil });
    await context.audit({
      action: 'outreach.number_opened',
      subject: { kind: 'outreach', id: outreach.outreachId },
      reason: outreach.title,
      details: { recipientId },
    });
    const officeName = await getOfficeName(trx, officeCode);
    const enterpriseIds = person.enterprises.map(({ enterpriseId }) => enterpriseId);
    const links = await linksFor(context, outreach, enterpriseIds, site);
    const office = { officeName, officerName: actor.name, links };
    const text = fillMessage(outreach.message, messageFacts(person, office));
    return done({ link: chatLink(number, text) });
  },
});
