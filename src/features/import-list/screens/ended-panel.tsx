import { messagesFor } from '#kernel/language.ts';
import { ButtonLink } from '#ui/button.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { useLocale } from '#ui/use-locale.ts';
import { pageMessages } from '../messages/page-messages.ts';
import type { ImportPage } from '../rules/import-view.ts';
import { PreviewTable } from './preview-table.tsx';

type Props = { page: ImportPage; mayBringIn: boolean };

/** A list that is not in the register: unreadable, called off, or taken back; and what to do next. */
export function EndedPanel({ page, mayBringIn }: Props) {
  const locale = useLocale();
  const t = messagesFor(pageMessages, locale);
  const kept = page.counts?.kept ?? 0;
  const { title, texts, next } = {
    refused: {
      title: t.refusedTitle,
      texts: [page.refusal?.[locale] ?? t.refusedUnknown, t.refusedHelp],
      next: t.tryAnother,
    },
    cancelled: { title: t.cancelledTitle, texts: [t.cancelledText], next: t.bringInAnother },
    taken_back: {
      title: t.takenBackTitle,
      texts: [t.takenBackText, kept > 0 ? t.kept({ count: formatNumber(kept, locale) }) : t.keptNone],
      next: t.bringInAnother,
    },
  }[page.status as 'refused' | 'cancelled' | 'taken_back'];
  return (
    <>
      <section className="card decision" aria-labelledby="keputusan">
        <div className="stack tight">
          <h2 id="keputusan">{title}</h2>
          {texts.map((text) => (
            <p key={text}>{text}</p>
          ))}
          {mayBringIn && (
            <div className="row actions">
              <ButtonLink to="/daftar/baru" look={page.status === 'refused' ? 'primary' : 'secondary'}>
                {next}
              </ButtonLink>
            </div>
          )}
        </div>
      </section>
      {page.status === 'taken_back' && page.rows.length > 0 && (
        <PreviewTable
          rows={page.rows}
          total={page.rowsTotal}
          filter={null}
          oneSheet={page.counts?.sheets === 1}
          title={t.keptHead}
        />
      )}
    </>
  );
}
