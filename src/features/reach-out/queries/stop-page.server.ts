import { systemActor } from '#kernel/actor.ts';
import { inOneTransaction } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { getOfficeName } from '../../register-enterprise/index.server.ts';
import { heldAnswers } from '../commands/group-recipients.server.ts';
import { readStopCode } from '../commands/stop-code.server.ts';
import { findMail } from '../mail-store.server.ts';
import { purposes } from '../rules/may-contact.ts';

/** Whose mails are to stop, and whether they have: all that whoever holds the link is shown. Null: the code is none of ours. */
export async function stopPage(
  services: Services,
  code: string,
): Promise<{ officeName: string; isStopped: boolean } | null> {
  const named = readStopCode(services.vault, code);
  if (!named) return null;
  const actor = systemActor(named.officeCode, 'Tautan berhenti di surel');
  return inOneTransaction(services, actor, async (context) => {
    const { trx, officeCode } = context;
    const officeName = await getOfficeName(trx, officeCode);
    const mail = await findMail(trx, officeCode, named.messageId);
    if (!mail) return { officeName, isStopped: true };
    for (const purpose of purposes) {
      const answerOf = await heldAnswers(context, purpose, [mail.ownerId]);
      if (answerOf(mail.ownerId, 'email') !== 'withdrawn') return { officeName, isStopped: false };
    }
    return { officeName, isStopped: true };
  });
}
