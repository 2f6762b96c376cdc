import { messagesFor } from '#kernel/language.ts';
import { formatNumber } from '#ui/format-number.ts';
import { useLocale } from '#ui/use-locale.ts';
import { mappingMessages } from '../messages/mapping-messages.ts';
import { readingSummary, sheetSkipText, skipReasonText } from '../messages/reading-messages.ts';
import type { MappingView } from '../rules/import-view.ts';
import { type SkipReason, skipReasons } from '../rules/sort-rows.ts';

type Props = {
  sheets: number;
  rows: number;
  skipped: Partial<Record<SkipReason, number>>;
  skippedSheets?: MappingView['skippedSheets'];
  notes?: MappingView['notes'];
};

/** How much was read, and what was left aside as no enterprise, reason by reason. */
export function ReadingCard({ sheets, rows, skipped, skippedSheets = [], notes = [] }: Props) {
  const locale = useLocale();
  const t = messagesFor(mappingMessages, locale);
  // Empty rows are nothing that anybody would look for.
  const reasons = skipReasons.filter((reason) => reason !== 'blank' && (skipped[reason] ?? 0) > 0);
  const total = reasons.reduce((sum, reason) => sum + (skipped[reason] ?? 0), 0);
  return (
    <section className="card" aria-label={t.whatWasRead}>
      <div className="stack tight">
        <p className="reading">{readingSummary({ sheets, rows, skipped: total }, locale)}</p>
        {notes.map((note) => (
          <p key={note.en} className="soft small">
            {note[locale]}
          </p>
        ))}
        {(reasons.length > 0 || skippedSheets.length > 0) && (
          <details className="more">
            <summary>{t.skippedRows}</summary>
            <ul className="skipped">
              {reasons.map((reason) => (
                <li key={reason}>
                  {t.rowsOf({
                    count: formatNumber(skipped[reason] ?? 0, locale),
                    what: skipReasonText(reason, locale),
                  })}
                </li>
              ))}
              {skippedSheets.map((sheet) => (
                <li key={sheet.name}>
                  {t.sheetSkipped({ sheet: sheet.name })} {sheetSkipText(sheet.reason, locale)}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </section>
  );
}
