import type { CommandContext, QueryContext } from '#platform/command.server.ts';
import {
  listEmailsToReach,
  listEnterprisesWithEmail,
  listPhonesToReach,
  type SealedEmail,
} from '../../register-enterprise/index.server.ts';
import { listOptedOut } from '../consent-store.server.ts';
import { listMailable, listMails } from '../mail-store.server.ts';
import type { RecipientRow } from '../recipient-store.server.ts';
import { listRefusedAddresses } from '../refused-address-store.server.ts';
import { type NotAllowed, type Purpose, whyNot } from '../rules/may-contact.ts';
import { heldAnswers } from './group-recipients.server.ts';
import { factsOfPeople, type PersonFacts } from './person-facts.server.ts';

type Context = Pick<QueryContext, 'trx' | 'officeCode' | 'now'>;

/** Whether a server for mails is set up; without one they wait in the outbox to be passed on by hand. */
export const sendsMail = ({ services }: Pick<CommandContext, 'services'>): boolean =>
  services.env.GAWANGAN_SMTP_URL !== undefined;

export type Mailable = { recipient: RecipientRow; person: PersonFacts; email: SealedEmail };

/** `wrong`: would be mailed, were it not known that nobody is at their address. */
export type WhoMayBeMailed = { people: Mailable[]; wrong: Mailable[] };

/**
 * Of those who wait on a list, whoever has an address and agreed to mails for this purpose. One address is written to once,
 * also when two people have it. Owners in any of whose numbers said stop are left alone.
 */
export async function whoMayBeMailed(
  context: Context,
  outreach: { outreachId: string; purpose: string },
): Promise<WhoMayBeMailed> {
  const { trx, officeCode, now } = context;
  const { outreachId } = outreach;
  const enterpriseIds = await listEnterprisesWithEmail(trx, officeCode);
  if (enterpriseIds.length === 0) return { people: [], wrong: [] };
  const waiting = await listMailable(trx, officeCode, { outreachId, enterpriseIds, now });
  const facts = await factsOfPeople(
    context,
    waiting.map(({ recipientId }) => recipientId),
  );
  const owners = [...new Set([...facts.values()].flatMap(ownersOf))];
  const emails = new Map((await listEmailsToReach(trx, officeCode, owners)).map((one) => [one.ownerId, one]));
  const why = await whyNoMail(context, outreach.purpose as Purpose, [...emails.keys()]);
  const taken = new Set(
    (await listMails(trx, officeCode, outreachId)).map(({ emailIndex }) => hex(emailIndex)),
  );
  const refused = await listRefusedAddresses(
    trx,
    officeCode,
    [...emails.values()].map(({ emailIndex }) => emailIndex),
  );
  const found: WhoMayBeMailed = { people: [], wrong: [] };
  for (const recipient of waiting) {
    const person = facts.get(recipient.recipientId);
    if (!person) continue;
    const open = ownersOf(person)
      .flatMap((owner) => emails.get(owner) ?? [])
      .filter(({ ownerId, emailIndex }) => why(ownerId) === null && !taken.has(hex(emailIndex)));
    const email = open.find(({ emailIndex }) => !refused.has(hex(emailIndex)));
    if (email) {
      taken.add(hex(email.emailIndex));
      found.people.push({ recipient, person, email });
    } else if (open[0]) found.wrong.push({ recipient, person, email: open[0] });
  }
  return found;
}

const ownersOf = ({ enterprises }: PersonFacts) => [
  ...new Set(enterprises.flatMap(({ ownerId }) => ownerId ?? [])),
];
const hex = (index: Buffer) => index.toString('hex');

/** Why these owners are sent no mail for a purpose; null: they may be. */
export async function whyNoMail(
  context: Pick<Context, 'trx' | 'officeCode'>,
  purpose: Purpose,
  ownerIds: readonly string[],
): Promise<(ownerId: string) => NotAllowed | null> {
  const { trx, officeCode } = context;
  const answerOf = await heldAnswers(context, purpose, ownerIds);
  const phones = await listPhonesToReach(trx, officeCode, ownerIds);
  const stopped = await listOptedOut(
    trx,
    officeCode,
    phones.map(({ phoneIndex }) => phoneIndex),
  );
  const optedOut = new Set(
    phones.filter(({ phoneIndex }) => stopped.has(hex(phoneIndex))).map(({ ownerId }) => ownerId),
  );
  return (ownerId) =>
    whyNot({
      purpose,
      manner: 'auto',
      answer: answerOf(ownerId, 'email'),
      optedOut: optedOut.has(ownerId),
    });
}
