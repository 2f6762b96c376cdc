import { systemActor } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { inOneTransaction } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { listOwnersByEmail, listOwnersStoodFor } from '../../register-enterprise/index.server.ts';
import { insertConsent } from '../consent-store.server.ts';
import { findMail } from '../mail-store.server.ts';
import { purposes } from '../rules/may-contact.ts';
import { heldAnswers } from './group-recipients.server.ts';
import { readStopCode } from './stop-code.server.ts';

/**
 * Whoever holds a mail wants no more of them: consent to mails ends at once, in every purpose, for everybody with that
 * address (RFC 8058: one step, no sign-in). False: the code is none of ours. Done twice it does no more.
 */
export async function stopMails(services: Services, code: string): Promise<boolean> {
  const named = readStopCode(services.vault, code);
  if (!named) return false;
  const { officeCode, messageId } = named;
  const actor = systemActor(officeCode, 'Tautan berhenti di surel');
  return inOneTransaction(services, actor, async (context) => {
    const { trx, now, newId } = context;
    const mail = await findMail(trx, officeCode, messageId);
    if (!mail) return true;
    const addressed = await listOwnersStoodFor(trx, officeCode, [mail.ownerId]);
    const owners = new Set([
      ...addressed.slice(0, 1).map(({ standsFor }) => standsFor),
      ...(await listOwnersByEmail(trx, officeCode, mail.emailIndex)),
    ]);
    let changed = 0;
    for (const purpose of purposes) {
      const answerOf = await heldAnswers(context, purpose, [...owners]);
      for (const ownerId of owners) {
        if (answerOf(ownerId, 'email') === 'withdrawn') continue;
        changed++;
        await insertConsent(trx, {
          officeCode,
          consentId: newId(),
          ownerId,
          channel: 'email',
          purpose,
          answer: 'withdrawn',
          proof: 'reply',
          note: null,
          saidOn: plainDateInWib(now.getTime()),
          recordedAt: now,
          recordedBy: actor.id,
          recordedByName: actor.name,
        });
      }
    }
    if (changed > 0)
      await context.audit({
        action: 'contact.mails_stopped',
        subject: { kind: 'owner', id: mail.ownerId },
        details: { messageId },
      });
    return true;
  });
}
