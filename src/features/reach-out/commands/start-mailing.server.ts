import { z } from 'zod';
import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { queueSlowly } from '#platform/messages/outbox.server.ts';
import { getOfficeName } from '../../register-enterprise/index.server.ts';
import { outreachIdInput } from '../input.ts';
import { insertMails, listMails } from '../mail-store.server.ts';
import { reachPermissions } from '../permissions.ts';
import { fillMessage } from '../rules/fill-message.ts';
import { listMail } from '../rules/mail-text.ts';
import { openOutreach } from './find-open-outreach.server.ts';
import { linksFor } from './link-sources.server.ts';
import { sendsMail, whoMayBeMailed } from './may-mail.server.ts';
import { messageFacts } from './person-facts.server.ts';
import { stopCodeOf } from './stop-code.server.ts';

/** What the outbox calls mails of this slice. */
export const MAIL_PURPOSE = 'outreach';

/**
 * Puts a mail into the outbox for everybody of a list who has an address and agreed; from there they go out at the pace that is
 * allowed, or are passed on by hand. Run again it takes in who agreed since; nobody gets a second one, and nobody at a
 * wrong address gets any (`wrong` counts them). Refuses: unavailable (a
 * mail server is set up but not the address at which a mail's link leads back), not_found, wrong_state, consent_missing.
 */
export const startMailing = defineCommand({
  name: 'outreach.start_mailing',
  permission: reachPermissions['reach.send'],
  /** `site`: this installation's own address, for the links. */
  input: outreachIdInput.extend({ site: z.url() }),
  async run(context, { outreachId, site }) {
    const { trx, officeCode, now, vault, actor, services, newId } = context;
    if (sendsMail(context) && !services.env.GAWANGAN_URL) return refused('unavailable');
    const found = await openOutreach(context, outreachId, true);
    if (!found.ok) return found;
    const outreach = found.value;
    const { people, wrong } = await whoMayBeMailed(context, outreach);
    if (people.length === 0)
      return wrong.length > 0 || (await listMails(trx, officeCode, outreachId)).length > 0
        ? done({ people: 0, wrong: wrong.length })
        : refused('consent_missing');
    const officeName = await getOfficeName(trx, officeCode);
    const mails = [];
    for (const { recipient, person, email } of people) {
      const messageId = newId();
      const enterpriseIds = person.enterprises.map(({ enterpriseId }) => enterpriseId);
      const links = await linksFor(context, outreach, enterpriseIds, site);
      const text = fillMessage(
        outreach.message,
        messageFacts(person, { officeName, officerName: actor.name, links }),
      );
      const code = stopCodeOf(vault, { officeCode, messageId });
      const key = vault.openPersonKey(officeCode, email.ownerId, email.wrappedKey);
      mails.push({
        row: {
          officeCode,
          messageId,
          outreachId,
          recipientId: recipient.recipientId,
          ownerId: email.ownerId,
          emailIndex: email.emailIndex,
          laneBefore: recipient.lane,
          laneReasonBefore: recipient.laneReason,
        },
        message: {
          messageId,
          channel: 'email' as const,
          purpose: MAIL_PURPOSE,
          recipient: vault.decrypt(key, 'email', email.emailCipher),
          recipientHint: email.emailHint,
          subject: outreach.title,
          ...listMail({ text, officeName, code, site }),
        },
      });
    }
    await queueSlowly(
      { trx, vault, jobs: services.jobs, officeCode, now },
      mails.map(({ message }) => message),
    );
    await insertMails(
      trx,
      officeCode,
      mails.map(({ row }) => row),
    );
    await context.audit({
      action: 'outreach.mailing_started',
      subject: { kind: 'outreach', id: outreachId },
      details: { people: mails.length, ...(wrong.length > 0 ? { wrongAddresses: wrong.length } : {}) },
    });
    return done({ people: mails.length, wrong: wrong.length });
  },
});
