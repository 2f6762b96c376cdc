import type { Readable } from 'node:stream';
import { type Locale, messagesFor } from '#kernel/language.ts';
import { workbookStream } from '#platform/spreadsheet/write-workbook.ts';
import { outreachMessages } from '../messages/outreach-messages.ts';
import { reachWords } from '../messages/reach-words.ts';
import type { VisitLine } from '../rules/reach-view.ts';

/** The list of visits as a workbook, with room for what was found; no phone numbers. */
export function visitsWorkbook(lines: readonly VisitLine[], locale: Locale): Readable {
  const t = messagesFor(outreachMessages, locale);
  const words = messagesFor(reachWords, locale);
  async function* rows() {
    for (const { ownerName, enterprises, place, state } of lines)
      yield [ownerName, enterprises, place, state === 'wrong_number' ? null : words[state]];
  }
  return workbookStream([
    {
      name: t.visits,
      columns: [t.owner, t.enterprise, t.place, t.result].map((title) => ({ title })),
      rows: rows(),
    },
  ]);
}
