import type { QueryContext } from '#platform/command.server.ts';
import { factsOfPeople, type PersonFacts } from '../commands/person-facts.server.ts';
import { listOnLane } from '../recipient-store.server.ts';

const EVERYBODY = 200_000;

export type LetterPerson = PersonFacts & { isHanded: boolean };
export type VillageLetter = {
  villageCode: string;
  name: string;
  districtName: string | null;
  people: LetterPerson[];
};

/** Those without a phone, kelurahan by kelurahan, in the order of their names. */
export async function letterLists(
  context: Pick<QueryContext, 'trx' | 'officeCode'>,
  outreachId: string,
): Promise<VillageLetter[]> {
  const { trx, officeCode } = context;
  const rows = await listOnLane(trx, officeCode, { outreachId, lane: 'letter', limit: EVERYBODY });
  const facts = await factsOfPeople(
    context,
    rows.map(({ recipientId }) => recipientId),
  );
  const villages = new Map<string, VillageLetter>();
  for (const { recipientId, state } of rows) {
    const person = facts.get(recipientId)!;
    const home = person.enterprises.find(({ villageCode }) => villageCode !== null);
    if (!home?.villageCode) continue;
    const { villageCode, villageName, districtName } = home;
    const letter = villages.get(villageCode) ?? {
      villageCode,
      name: villageName ?? villageCode,
      districtName,
      people: [],
    };
    letter.people.push({ ...person, isHanded: state !== 'waiting' });
    villages.set(villageCode, letter);
  }
  const byName = (one: string | null, other: string | null) => ((one ?? '') < (other ?? '') ? -1 : 1);
  for (const { people } of villages.values())
    people.sort((one, other) => byName(one.ownerName, other.ownerName));
  return [...villages.values()].sort((one, other) => byName(one.name, other.name));
}
