import type { Actor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { execute } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import type { WhatsappSettings } from '#platform/messages/whatsapp-settings.server.ts';
import type { Services } from '#platform/services.server.ts';
import { recordConsent } from './commands/keep-consent.server.ts';
import { startOutreach } from './commands/steer-outreach.server.ts';
import type { RecipientRow } from './recipient-store.server.ts';

/** A list over these enterprises, by the command that officers use. */
export async function anOutreach(
  services: Services,
  actor: Actor,
  enterpriseIds: readonly string[],
  more: { title?: string; purpose?: string; message?: string; formId?: string } = {},
): Promise<string> {
  const outcome = await execute(services, actor, startOutreach, {
    title: 'Kelas ekspor',
    purpose: 'programme',
    message: 'Yth. {nama}, {usaha}: ada kelas ekspor di {dinas}.',
    formId: newId(),
    from: 'register',
    enterpriseIds,
    ...more,
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value.outreachId;
}

/** People of a list in their order. */
export function peopleOf(services: Services, office: string, outreachId: string): Promise<RecipientRow[]> {
  return withOffice(services.db, office, (trx) =>
    trx
      .selectFrom('outreachRecipients')
      .selectAll()
      .where('outreachId', '=', outreachId)
      .orderBy('place')
      .execute(),
  );
}

/** The owner agrees to be written to about programmes, by WhatsApp if nothing else is said. */
export async function agrees(
  services: Services,
  actor: Actor,
  enterpriseId: string,
  channel: 'whatsapp' | 'email' = 'whatsapp',
): Promise<void> {
  const outcome = await execute(services, actor, recordConsent, {
    enterpriseId,
    channel,
    purpose: 'programme',
    answer: 'given',
    proof: 'form',
    saidOn: '2026-05-01',
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
}

/** The office's number with the provider; fast, and without quiet hours. */
export function setUpSending(services: Services, settings: WhatsappSettings): void {
  Object.assign(services.env, {
    GAWANGAN_WHATSAPP_OFFICE: settings.officeCode,
    GAWANGAN_WHATSAPP_PHONE_ID: settings.phoneId,
    GAWANGAN_WHATSAPP_TOKEN: settings.token,
    GAWANGAN_WHATSAPP_APP_SECRET: settings.appSecret,
    GAWANGAN_WHATSAPP_VERIFY_TOKEN: settings.verifyToken,
    GAWANGAN_WHATSAPP_URL: settings.url,
    GAWANGAN_WHATSAPP_PER_SECOND: 1_000,
    GAWANGAN_WHATSAPP_COST_UTILITY: 350,
    GAWANGAN_QUIET_HOURS: '0-0',
  });
}
