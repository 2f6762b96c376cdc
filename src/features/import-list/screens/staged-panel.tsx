import { Form, Link, useNavigation } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { Button } from '#ui/button.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { useLocale } from '#ui/use-locale.ts';
import { pageMessages } from '../messages/page-messages.ts';
import { previewMessages } from '../messages/preview-messages.ts';
import type { ImportCounts } from '../rules/import-counts.ts';
import type { ImportPage } from '../rules/import-view.ts';
import { AlikeNote } from './alike-note.tsx';
import { DamageNotices } from './damage-notices.tsx';
import { DownloadOtherArea, DownloadToMend } from './downloads.tsx';
import { PreviewTable } from './preview-table.tsx';
import { ProblemKinds } from './problem-kinds.tsx';
import { ReadingCard } from './reading-card.tsx';
import { RowTilesView } from './row-tiles-view.tsx';

type Props = { page: ImportPage; counts: ImportCounts; mayBringIn: boolean };

/** Before anything is saved: what saving will do, what is left out and why, and the rows themselves. */
export function StagedPanel({ page, counts, mayBringIn }: Props) {
  const locale = useLocale();
  const t = messagesFor(previewMessages, locale);
  const words = messagesFor(pageMessages, locale);
  const isBusy = useNavigation().state !== 'idle';
  const { ready, needs_mending, other_area } = counts.dispositions;
  const count = { count: formatNumber(ready, locale) };
  const oneSheet = counts.sheets === 1;
  // What is still wrong in a mended sheet waits at the list that it belongs to.
  const isOwn = page.mendsImportId === null;
  return (
    <>
      <section className="card decision" aria-labelledby="keputusan">
        <div className="stack tight">
          <div>
            <h2 id="keputusan">{ready > 0 ? t.readyTitle(count) : t.noneReady}</h2>
            {(ready > 0 || isOwn) && <p className="soft">{ready > 0 ? t.readyText : t.noneReadyText}</p>}
            <AlikeNote alike={counts.alike} isSaved={false} />
            {ready > 0 && needs_mending > 0 && isOwn && (
              <p className="soft">{t.restText({ count: formatNumber(needs_mending, locale) })}</p>
            )}
            {needs_mending > 0 && !isOwn && (
              <p className="soft">
                {t.mendAtFirst} <Link to={`/daftar/${page.mendsImportId}#perbaiki`}>{t.mendThere}</Link>
              </p>
            )}
            {other_area > 0 && (
              <p className="soft">{t.otherRest({ count: formatNumber(other_area, locale) })}</p>
            )}
          </div>
          <div className="row actions">
            {mayBringIn && ready > 0 && (
              <Form method="post">
                <Button name="intent" value="apply" disabled={isBusy}>
                  {t.save(count)}
                </Button>
              </Form>
            )}
            {needs_mending > 0 && isOwn && <DownloadToMend importId={page.importId} count={needs_mending} />}
            {mayBringIn && (
              <Form method="post">
                <Button name="intent" value="cancel" look="quiet" disabled={isBusy}>
                  {words.cancel}
                </Button>
              </Form>
            )}
          </div>
        </div>
      </section>
      <RowTilesView page={page} counts={counts} />
      <DamageNotices damage={page.damage} />
      <ProblemKinds problems={counts.problems} oneSheet={oneSheet} />
      <ReadingCard sheets={counts.sheets} rows={counts.data} skipped={counts.skipped} />
      <PreviewTable
        rows={page.rows}
        total={page.rowsTotal}
        filter={page.filter}
        oneSheet={oneSheet}
        action={
          page.filter === 'other_area' && <DownloadOtherArea importId={page.importId} count={other_area} />
        }
      />
    </>
  );
}
