import type { Readable } from 'node:stream';
import { formatLongDate, type PlainDate } from '#kernel/calendar.ts';
import { type Locale, messagesFor } from '#kernel/language.ts';
import { workbookStream } from '#platform/spreadsheet/write-workbook.ts';
import { applicantMessages } from '../messages/applicant-messages.ts';
import { invitationMessages } from '../messages/invitation-messages.ts';
import type { InvitationToHand } from '../rules/invitation-sheet.ts';

/** Codes as a workbook, one row for each enterprise, with the message ready to send. */
export function invitationSheet(
  made: readonly InvitationToHand[],
  expiresOn: PlainDate,
  locale: Locale,
): Readable {
  const t = messagesFor(invitationMessages, locale);
  const a = messagesFor(applicantMessages, locale);
  const until = formatLongDate(expiresOn, locale);
  return workbookStream([
    {
      name: t.title,
      columns: [
        { title: a.enterprise, width: 36 },
        { title: a.owner, width: 28 },
        { title: a.village, width: 20 },
        { title: t.code, width: 18 },
        { title: t.link, width: 44 },
        { title: t.validTo, width: 20 },
        { title: t.message, width: 60 },
      ],
      rows: made.map(({ name, ownerName, village, code, link, message }) => [
        name,
        ownerName,
        village,
        code,
        link,
        until,
        message,
      ]),
    },
  ]);
}
