import { formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { ButtonLink } from '#ui/button.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { IconBuildingStore } from '#ui/icons.ts';
import { useLocale } from '#ui/use-locale.ts';
import { pageMessages } from '../messages/page-messages.ts';
import { previewMessages } from '../messages/preview-messages.ts';
import type { ImportCounts } from '../rules/import-counts.ts';
import type { ImportPage } from '../rules/import-view.ts';
import { AlikeNote } from './alike-note.tsx';
import { DamageNotices } from './damage-notices.tsx';
import { DownloadOtherArea } from './downloads.tsx';
import type { ImportReply } from './form-values.ts';
import { MendingPanel } from './mending-panel.tsx';
import { PreviewTable } from './preview-table.tsx';
import { RowTilesView } from './row-tiles-view.tsx';
import { TakeBackPanel } from './take-back-panel.tsx';

type Props = { page: ImportPage; counts: ImportCounts; mayBringIn: boolean; reply?: ImportReply };

/** After saving: what came in, the rows still to be mended, and the way back. */
export function AppliedPanel({ page, counts, mayBringIn, reply }: Props) {
  const locale = useLocale();
  const t = messagesFor(pageMessages, locale);
  const preview = messagesFor(previewMessages, locale);
  const { ready, needs_mending, other_area } = counts.dispositions;
  const newOwners = counts.actions?.newOwners ?? 0;
  return (
    <>
      <section className="card decision" aria-labelledby="keputusan">
        <div className="stack tight">
          <div>
            <h2 id="keputusan">{t.appliedTitle({ count: formatNumber(ready, locale) })}</h2>
            <p className="soft">
              {page.appliedAt !== null &&
                t.appliedBy({
                  at: formatInstant(Date.parse(page.appliedAt), locale),
                  by: page.createdBy,
                })}{' '}
              {newOwners > 0 && t.newOwners({ count: formatNumber(newOwners, locale) })}
            </p>
            <AlikeNote alike={counts.alike} isSaved />
          </div>
          {page.sourceListId !== null && (
            <div className="row actions">
              <ButtonLink to={`/usaha?sumber=${page.sourceListId}`} icon={IconBuildingStore}>
                {t.seeRegister}
              </ButtonLink>
            </div>
          )}
        </div>
      </section>
      <RowTilesView page={page} counts={counts} />
      {needs_mending > 0 && (
        <MendingPanel page={page} counts={counts} mayBringIn={mayBringIn} reply={reply} />
      )}
      <DamageNotices damage={page.damage} />
      {other_area > 0 && (
        <section className="card" aria-labelledby="daerah-lain">
          <div className="stack tight">
            <div>
              <h2 id="daerah-lain">{preview.otherTitle}</h2>
              <p className="soft small">{preview.otherText}</p>
            </div>
            <div className="row">
              <DownloadOtherArea importId={page.importId} count={other_area} />
            </div>
          </div>
        </section>
      )}
      {mayBringIn && page.mendsImportId === null && <TakeBackPanel counts={counts} />}
      <PreviewTable
        rows={page.rows}
        total={page.rowsTotal}
        filter={page.filter}
        oneSheet={counts.sheets === 1}
      />
    </>
  );
}
