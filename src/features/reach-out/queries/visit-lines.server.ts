import type { QueryContext } from '#platform/command.server.ts';
import { factsOfPeople } from '../commands/person-facts.server.ts';
import { listOnLane } from '../recipient-store.server.ts';
import type { OutreachHead, VisitLine } from '../rules/reach-view.ts';
import type { RecipientState } from '../rules/recipient-state.ts';
import { headOf, outreachInReach } from './outreach-head.server.ts';
import { placeOf } from './queue-page.server.ts';

const EVERYBODY = 20_000;

/** Those with a wrong number, by kelurahan: whom to visit, and who has been. */
export async function visitLines(
  context: QueryContext,
  outreachId: string,
): Promise<{ outreach: OutreachHead; lines: VisitLine[] } | null> {
  const { trx, officeCode } = context;
  const row = await outreachInReach(context, outreachId);
  if (!row) return null;
  const rows = await listOnLane(trx, officeCode, { outreachId, lane: 'visit', limit: EVERYBODY });
  const people = await factsOfPeople(
    context,
    rows.map(({ recipientId }) => recipientId),
  );
  const lines = rows.map(({ recipientId, state }): VisitLine => {
    const person = people.get(recipientId)!;
    const [first] = person.enterprises;
    return {
      recipientId,
      enterpriseId: first?.enterpriseId ?? null,
      ownerName: person.ownerName,
      enterprises: person.enterprises.map(({ name }) => name).join(', '),
      place: first ? placeOf(first) : '',
      state: state as RecipientState,
    };
  });
  return { outreach: headOf(row), lines: lines.sort((one, other) => (one.place < other.place ? -1 : 1)) };
}
