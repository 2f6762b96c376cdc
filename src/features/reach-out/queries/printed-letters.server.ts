import { plainDateInWib } from '#kernel/calendar.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { getOfficeName } from '../../register-enterprise/index.server.ts';
import { fillMessage } from '../rules/fill-message.ts';
import type { PrintedVillageLetter } from '../rules/village-letter.ts';
import { letterLists } from './letter-lists.server.ts';
import { outreachInReach } from './outreach-head.server.ts';

/** Letters of a list as they are printed, all kelurahan or one; null: there is no such list. */
export async function printedLetters(
  context: QueryContext,
  outreachId: string,
  villageCode: string | null,
): Promise<PrintedVillageLetter[] | null> {
  const { trx, officeCode, now, actor } = context;
  const row = await outreachInReach(context, outreachId);
  if (!row) return null;
  const officeName = await getOfficeName(trx, officeCode);
  const letters = await letterLists(context, outreachId);
  return letters
    .filter((letter) => villageCode === null || letter.villageCode === villageCode)
    .map(({ name, districtName, people }) => ({
      officeName,
      title: row.title,
      villageName: name,
      districtName,
      day: plainDateInWib(now.getTime()),
      // To many at once: nobody's name, the enterprises of all.
      message: fillMessage(row.message, {
        ownerName: null,
        enterpriseNames: [],
        villageName: name,
        officeName,
        officerName: actor.name,
      }),
      people: people.map(({ ownerName, enterprises }) => ({
        ownerName,
        enterprises: enterprises.map((one) => one.name).join(', '),
        rt: enterprises[0]?.rt ?? null,
        rw: enterprises[0]?.rw ?? null,
        address: enterprises[0]?.address ?? null,
      })),
    }));
}
