import type { QueryContext } from '#platform/command.server.ts';
import { type EnterpriseToReach, getOfficeName } from '../../register-enterprise/index.server.ts';
import { linksFor } from '../commands/link-sources.server.ts';
import { factsOfPeople, messageFacts } from '../commands/person-facts.server.ts';
import { countRecipients } from '../outreach-store.server.ts';
import type { RecipientRow } from '../recipient-store.server.ts';
import { fillMessage } from '../rules/fill-message.ts';
import type { QueueView } from '../rules/reach-view.ts';
import { headOf, outreachInReach } from './outreach-head.server.ts';
import { numbersOf } from './reach-numbers.server.ts';

export const placeOf = ({ villageName, rt, rw, address }: EnterpriseToReach): string =>
  [villageName, rt && `RT ${rt}`, rw && `RW ${rw}`, address].filter(Boolean).join(' · ');

/**
 * The queue as the officer sees it who has this person before them; null: there is no such list. `again`: how often the
 * officer has been told that only those who were skipped are left; `site`: this installation's own address.
 */
export async function queuePage(
  context: QueryContext,
  outreachId: string,
  recipient: RecipientRow | null,
  { again, site }: { again: number; site: string },
): Promise<QueueView | null> {
  const { trx, officeCode, actor } = context;
  const outreach = await outreachInReach(context, outreachId);
  if (!outreach) return null;
  const numbers = numbersOf(await countRecipients(trx, officeCode, [outreachId]));
  const view = { outreach: headOf(outreach), left: numbers.inQueue, all: numbers.byLane.chat };
  if (!recipient) return { ...view, again, person: null, skipped: null };
  // The least skipped come first: nobody is left but those who were, and that is said once a round.
  if (recipient.skips > again) return { ...view, again, person: null, skipped: recipient.skips };
  const people = await factsOfPeople(context, [recipient.recipientId]);
  const person = people.get(recipient.recipientId)!;
  const officeName = await getOfficeName(trx, officeCode);
  const enterpriseIds = person.enterprises.map(({ enterpriseId }) => enterpriseId);
  const links = await linksFor(context, outreach, enterpriseIds, site);
  const facts = messageFacts(person, { officeName, officerName: actor.name, links });
  return {
    ...view,
    again,
    skipped: null,
    person: {
      recipientId: recipient.recipientId,
      ownerName: person.ownerName,
      enterprises: person.enterprises.map(({ enterpriseId, name }) => ({ enterpriseId, name })),
      place: person.enterprises[0] ? placeOf(person.enterprises[0]) : '',
      text: fillMessage(outreach.message, facts),
      skips: recipient.skips,
    },
  };
}
