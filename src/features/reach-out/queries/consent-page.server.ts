import { formatInstant, plainDateInWib } from '#kernel/calendar.ts';
import { isId } from '#kernel/id.ts';
import { messagesFor } from '#kernel/language.ts';
import type { QueryContext } from '#platform/command.server.ts';
import {
  listEmailsToReach,
  listOwnersStoodFor,
  listPhonesToReach,
  listStoodFor,
  listToReach,
  type ProfilePart,
  standingWithinReach,
} from '../../register-enterprise/index.server.ts';
import { listConsents, listOptedOut } from '../consent-store.server.ts';
import { listContactsOf } from '../contact-store.server.ts';
import { reachWords } from '../messages/reach-words.ts';
import { reachPermissions } from '../permissions.ts';
import { listRefusedAddresses } from '../refused-address-store.server.ts';
import type { ConsentView } from '../rules/consent-view.ts';
import type { ConsentAnswer, ConsentChannel, Purpose } from '../rules/may-contact.ts';

const NEWEST = 100;

/** What is known of contacts with an enterprise's owner, and what they agreed to; null: not there, or out of reach. */
export async function consentPage(context: QueryContext, enterpriseId: string): Promise<ConsentView | null> {
  const { trx, officeCode, now } = context;
  const standing = isId(enterpriseId) ? await standingWithinReach(context, enterpriseId) : null;
  const [enterprise] = standing ? await listToReach(trx, officeCode, [standing.enterpriseId]) : [];
  if (!enterprise) return null;
  const { ownerId, name, ownerName } = enterprise;
  const owners = ownerId === null ? [] : await listOwnersStoodFor(trx, officeCode, [ownerId]);
  const said = await listConsents(
    trx,
    officeCode,
    owners.map((one) => one.ownerId),
  );
  const held = new Map<string, ConsentView['held'][number]>();
  for (const one of said) {
    const key = `${one.channel} ${one.purpose}`;
    if (held.has(key)) continue;
    held.set(key, {
      channel: one.channel as ConsentChannel,
      purpose: one.purpose as Purpose,
      answer: one.answer as ConsentAnswer,
      saidOn: one.saidOn,
      by: one.recordedByName,
    });
  }
  const phones = ownerId === null ? [] : await listPhonesToReach(trx, officeCode, [ownerId]);
  const stopped = await listOptedOut(
    trx,
    officeCode,
    phones.map(({ phoneIndex }) => phoneIndex),
  );
  const [email] = ownerId === null ? [] : await listEmailsToReach(trx, officeCode, [ownerId]);
  const refused = email && (await listRefusedAddresses(trx, officeCode, [email.emailIndex]));
  const records = await listStoodFor(trx, officeCode, enterprise.enterpriseId);
  const log = await listContactsOf(trx, officeCode, records, NEWEST);
  return {
    enterprise: { enterpriseId: enterprise.enterpriseId, name, ownerName, hasOwner: ownerId !== null },
    today: plainDateInWib(now.getTime()),
    stopped: stopped.size > 0,
    hasPhone: phones.length > 0,
    email: email
      ? { hint: email.emailHint, refusedAt: refused?.values().next().value?.getTime() ?? null }
      : null,
    held: [...held.values()],
    log: log.map((one) => ({
      contactId: one.contactId,
      channel: one.channel,
      purpose: one.purpose,
      result: one.result,
      note: one.note,
      at: one.happenedAt.getTime(),
      by: one.doneByName,
      title: one.title,
      outreachId: one.outreachId,
    })),
  };
}

const SHOWN = 5;

/** The newest contacts, on the profile of the enterprise. */
export const contactsPart: ProfilePart = {
  permission: reachPermissions['reach.view_contacts'],
  async read({ trx, officeCode }, enterpriseId) {
    const records = await listStoodFor(trx, officeCode, enterpriseId);
    const log = await listContactsOf(trx, officeCode, records, SHOWN);
    const words = (locale: 'id' | 'en') => messagesFor(reachWords, locale) as Record<string, string>;
    const title = (one: (typeof log)[number], locale: 'id' | 'en') =>
      `${words(locale)[one.channel]}: ${words(locale)[one.result]}${one.title ? ` · ${one.title}` : ''}`;
    const note = (one: (typeof log)[number], locale: 'id' | 'en') =>
      `${one.doneByName}, ${formatInstant(one.happenedAt.getTime(), locale)}`;
    return {
      id: 'sapaan',
      title: { id: 'Sapaan', en: 'Contacts' },
      lines: log.map((one) => ({
        key: one.contactId,
        title: { id: title(one, 'id'), en: title(one, 'en') },
        note: { id: note(one, 'id'), en: note(one, 'en') },
      })),
      empty: { id: 'Belum pernah disapa.', en: 'Never contacted.' },
      link: { to: `/sapa/izin/${enterpriseId}`, label: { id: 'Sapaan & izin', en: 'Contacts & consent' } },
    };
  },
};
