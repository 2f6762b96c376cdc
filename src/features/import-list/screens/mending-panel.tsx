import { Form, Link, useNavigation } from 'react-router';
import { formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { Notice } from '#ui/notice.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { previewMessages } from '../messages/preview-messages.ts';
import type { ImportCounts } from '../rules/import-counts.ts';
import type { ImportPage } from '../rules/import-view.ts';
import { DownloadToMend } from './downloads.tsx';
import { DropFile } from './drop-file.tsx';
import type { ImportReply } from './form-values.ts';
import { ImportBadge } from './import-badge.tsx';
import { ProblemList } from './problem-kinds.tsx';

type Props = { page: ImportPage; counts: ImportCounts; mayBringIn: boolean; reply?: ImportReply };

/** Rows that did not come in: out as a sheet with reasons, back as the same sheet, until none is left. */
export function MendingPanel({ page, counts, mayBringIn, reply }: Props) {
  const locale = useLocale();
  const t = messagesFor(previewMessages, locale);
  const isBusy = useNavigation().state !== 'idle';
  const left = page.leftToMend;
  const mended = counts.dispositions.needs_mending - left;
  const refusal = reply?.intent === 'mend' ? reply.refusal : undefined;
  const errors = counts.problems.filter(({ severity }) => severity === 'error');
  // What is still wrong in a mended sheet waits at the list that it belongs to.
  const isOwn = page.mendsImportId === null;
  return (
    <section className="card" id="perbaiki" aria-labelledby="perbaiki-judul">
      <div className="stack tight">
        <div>
          <h2 id="perbaiki-judul">{t.mending}</h2>
          <p className="soft small">
            {left > 0 && t.mendingLeft({ count: formatNumber(left, locale) })}{' '}
            {mended > 0 && t.mended({ count: formatNumber(mended, locale) })}{' '}
            {left > 0 && isOwn && t.mendingSteps}
          </p>
        </div>
        {left === 0 && <Notice tone="done">{t.mendingDone}</Notice>}
        {left > 0 && !isOwn && (
          <p>
            {t.mendAtFirst} <Link to={`/daftar/${page.mendsImportId}#perbaiki`}>{t.mendThere}</Link>
          </p>
        )}
        {left > 0 && isOwn && (
          <>
            <div className="row">
              <DownloadToMend importId={page.importId} count={left} />
            </div>
            {mayBringIn && (
              <Form
                method="post"
                encType="multipart/form-data"
                className="fields"
                noValidate
                preventScrollReset
              >
                <ErrorSummary refusal={refusal} labels={{ file: t.mendedFile }} />
                <input type="hidden" name="intent" value="mend" />
                <DropFile name="file" label={t.mendedFile} errors={refusal?.fields} />
                <Button look="secondary" className="start" disabled={isBusy}>
                  {t.uploadMended}
                </Button>
              </Form>
            )}
          </>
        )}
        {page.mendedBy.length > 0 && (
          <div>
            <p className="label">{t.mendedBy}</p>
            <ul className="lined-list">
              {page.mendedBy.map((line) => (
                <li key={line.importId}>
                  <div>
                    <Link to={`/daftar/${line.importId}`}>{line.originalName || line.name}</Link>
                    <span className="row-note">
                      {line.createdBy}, {formatInstant(Date.parse(line.createdAt), locale)}
                    </span>
                  </div>
                  <ImportBadge status={line.status} />
                </li>
              ))}
            </ul>
          </div>
        )}
        {left > 0 && isOwn && errors.length > 0 && (
          <details className="more">
            <summary>{t.problems}</summary>
            <ProblemList problems={errors} oneSheet={counts.sheets === 1} />
          </details>
        )}
      </div>
    </section>
  );
}
