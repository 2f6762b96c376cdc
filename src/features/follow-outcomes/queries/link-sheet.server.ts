import type { Readable } from 'node:stream';
import { type Locale, messagesFor } from '#kernel/language.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { workbookStream } from '#platform/spreadsheet/write-workbook.ts';
import { listRecordsBehind, listToReach } from '../../register-enterprise/index.server.ts';
import type { AskWithLink } from '../commands/make-links.server.ts';
import { outcomeMessages } from '../messages/outcome-messages.ts';

/** Links of a wave as a workbook, to be sent by other means; `site`: this installation's own address. No phone numbers. */
export async function linkSheet(
  { trx, officeCode }: QueryContext,
  links: readonly AskWithLink[],
  { site, locale }: { site: string; locale: Locale },
): Promise<Readable> {
  const t = messagesFor(outcomeMessages, locale);
  const ids = links.map(({ ask }) => ask.enterpriseId);
  const standsFor = await listRecordsBehind(trx, officeCode, ids);
  const rows = await listToReach(trx, officeCode, [...new Set(standsFor.values())]);
  const enterprises = new Map(rows.map((one) => [one.enterpriseId, one]));
  return workbookStream([
    {
      name: t.link,
      columns: [
        { title: t.enterprise, width: 32 },
        { title: t.owner, width: 28 },
        { title: t.village, width: 20 },
        { title: t.link, width: 60 },
        { title: t.closesOn, kind: 'date' },
      ],
      rows: links.map(({ ask, link }) => {
        const one = enterprises.get(standsFor.get(ask.enterpriseId) ?? ask.enterpriseId);
        return [one?.name, one?.ownerName, one?.villageName, new URL(link, site).href, ask.closesOn];
      }),
    },
  ]);
}
