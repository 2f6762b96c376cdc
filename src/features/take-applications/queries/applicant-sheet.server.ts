import type { Readable } from 'node:stream';
import { formatInstant } from '#kernel/calendar.ts';
import { type Locale, messagesFor } from '#kernel/language.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { workbookStream } from '#platform/spreadsheet/write-workbook.ts';
import { applicantMessages } from '../messages/applicant-messages.ts';
import type { ApplicantLine } from '../rules/applicants-view.ts';
import { applicantLines, exposuresOf } from './applicants.server.ts';
import { intakeHead } from './intake-head.server.ts';

export type SheetLine = ApplicantLine & { exposure: string };

/** All applicants within reach with what they received of late; null where there is no such intake. */
export async function sheetLines(
  context: QueryContext,
  intakeId: string,
  locale: Locale,
): Promise<SheetLine[] | null> {
  const found = await intakeHead(context, intakeId);
  if (!found) return null;
  const { lines } = await applicantLines(context, found, locale);
  const exposures = await exposuresOf(context, lines, locale);
  return lines.map((line) => ({ ...line, exposure: exposures.get(line.enterpriseId) ?? '' }));
}

/** The list as a workbook; of people it holds names and villages, no identifiers. */
export function applicantSheet(lines: readonly SheetLine[], locale: Locale): Readable {
  const t = messagesFor(applicantMessages, locale);
  const columns = [
    { title: t.number, kind: 'number' as const },
    { title: t.enterpriseId },
    { title: t.enterprise, width: 36 },
    { title: t.owner, width: 28 },
    { title: t.village, width: 20 },
    { title: t.via },
    { title: t.proposedBy, width: 24 },
    { title: t.receivedAt, width: 24 },
    { title: t.status },
    { title: t.standing },
    { title: t.lacking, width: 36 },
    { title: t.unknown, width: 36 },
    { title: t.exposure, width: 44 },
  ];
  const rows = lines.map((line) => [
    line.number,
    line.enterpriseId,
    line.name,
    line.ownerName,
    line.village,
    t[`via_${line.via}`],
    line.proposedBy,
    formatInstant(line.receivedAt.getTime(), locale),
    t[`status_${line.status}`],
    line.status === 'received' && line.standing !== null ? t[`standing_${line.standing}`] : null,
    line.lacking.join('; '),
    line.unknown.join('; '),
    line.exposure,
  ]);
  return workbookStream([{ name: t.title, columns, rows }]);
}
