import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import type { Locale } from '#kernel/language.ts';
import { messagesFor } from '#kernel/language.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { hrefWith } from '#ui/href-with.ts';
import { StatusBadge, type Tone } from '#ui/status-badge.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { actionText } from '../messages/import-words.ts';
import { filterText, previewMessages } from '../messages/preview-messages.ts';
import { problemMessage } from '../messages/problem-messages.ts';
import { dispositionText } from '../messages/reading-messages.ts';
import type { RowAction } from '../rules/import-kinds.ts';
import type { PreviewRow, RowFilter } from '../rules/import-view.ts';

type Props = {
  rows: readonly PreviewRow[];
  total: number;
  filter: RowFilter | null;
  oneSheet: boolean;
  /** Instead of the usual heading. */
  title?: string;
  /** What can be done with the rows shown. */
  action?: ReactNode;
};

/** The first rows, as they will stand in the register; personal numbers masked. */
export function PreviewTable({ rows, total, filter, oneSheet, title, action }: Props) {
  const locale = useLocale();
  const t = messagesFor(previewMessages, locale);
  const { search } = useLocation();
  const heading =
    title ??
    (filter === null
      ? t.preview
      : filter === 'missing_now'
        ? t.previewMissing
        : t.previewFiltered({ what: filterText(filter, locale) }));
  return (
    <section className="card flush preview" id="contoh" aria-labelledby="contoh-judul">
      <div className="card-head">
        <div>
          <h2 id="contoh-judul">{heading}</h2>
          <p className="soft small">
            {t.previewOf({ shown: formatNumber(rows.length, locale), total: formatNumber(total, locale) })}{' '}
            {filter === 'missing_now' ? t.enterprises : t.rows}. {t.masked}
          </p>
        </div>
        <div className="row">
          {action}
          {filter !== null && (
            <Link className="chip" to={`${hrefWith(search, { tampil: null })}#contoh`} preventScrollReset>
              {t.showAll}
            </Link>
          )}
        </div>
      </div>
      <DataTable
        caption={heading}
        columns={columnsIn(locale, { oneSheet, isMissing: filter === 'missing_now' })}
        rows={rows}
        rowId={(row) => `${row.rowNumber} ${row.enterpriseId ?? ''}`}
        empty={<p className="soft no-rows">{t.noRows}</p>}
      />
    </section>
  );
}

function columnsIn(locale: Locale, { oneSheet, isMissing }: { oneSheet: boolean; isMissing: boolean }) {
  const t = messagesFor(previewMessages, locale);
  const columns: Column<PreviewRow>[] = [
    {
      key: 'enterprise',
      header: t.enterprise,
      cell: (row) => (
        <>
          {row.enterpriseId === null ? (
            <strong>{row.enterpriseName}</strong>
          ) : (
            <Link to={`/usaha/${row.enterpriseId}`} className="known">
              {row.enterpriseName}
            </Link>
          )}
          <span className="row-note">{[row.ownerName, row.activity].filter(Boolean).join(' · ')}</span>
        </>
      ),
    },
    {
      key: 'place',
      header: t.place,
      cell: (row) => (
        <span>
          {row.villageName ?? <span className="soft">{t.placeUnknown}</span>}
          {(row.rt !== null || row.rw !== null) && (
            <span className="row-note nowrap">{t.rtRw({ rt: row.rt ?? '–', rw: row.rw ?? '–' })}</span>
          )}
        </span>
      ),
    },
    {
      key: 'numbers',
      header: t.numbers,
      cell: (row) => (
        <span className="numbers">
          {[row.nik, row.nib, row.phone].every((one) => one === null) && <span className="soft">–</span>}
          {(
            [
              ['NIK', row.nik],
              ['NIB', row.nib],
              [t.phone, row.phone],
            ] as const
          ).map(
            ([name, value]) =>
              value !== null && (
                <span key={name} className="block nowrap">
                  <span className="soft small">{name}</span> <span className="mono small">{value}</span>
                </span>
              ),
          )}
        </span>
      ),
    },
  ];
  if (isMissing) return columns;
  return columns.concat(
    {
      key: 'outcome',
      header: t.outcome,
      cell: (row) => (
        <div className="outcome">
          <Outcome row={row} />
          <Remarks row={row} />
        </div>
      ),
    },
    {
      key: 'at',
      header: t.at,
      cell: (row) => {
        return (
          <span className="soft small">
            {!oneSheet && <span className="block">{row.sheetName}</span>}
            <span className="nowrap">{t.row({ row: String(row.sheetRow) })}</span>
          </span>
        );
      },
    },
  );
}

const tones: Record<RowAction, Tone> = {
  new: 'done',
  changed: 'info',
  unchanged: 'quiet',
  repeated: 'quiet',
};

function Outcome({ row }: { row: PreviewRow }) {
  const locale = useLocale();
  const t = messagesFor(previewMessages, locale);
  if (row.disposition === 'needs_mending')
    return <StatusBadge tone="wrong">{dispositionText('needs_mending', locale)}</StatusBadge>;
  if (row.disposition === 'other_area')
    return <StatusBadge tone="quiet">{dispositionText('other_area', locale)}</StatusBadge>;
  if (row.disposition === 'mended') return <StatusBadge tone="done">{t.isMended}</StatusBadge>;
  return row.action === null ? (
    <StatusBadge tone="info">{dispositionText('ready', locale)}</StatusBadge>
  ) : (
    <StatusBadge tone={tones[row.action]}>{actionText(row.action, locale)}</StatusBadge>
  );
}

/** What keeps the row out; where nothing does, what was remarked. */
function Remarks({ row }: { row: PreviewRow }) {
  const locale = useLocale();
  const errors = row.problems.filter(({ severity }) => severity === 'error');
  const shown = errors.length > 0 ? errors : row.problems;
  if (shown.length === 0) return null;
  return (
    <ul className="remarks">
      {[...new Set(shown.map((problem) => problemMessage(problem, locale)))].map((message) => (
        <li key={message}>{message}</li>
      ))}
    </ul>
  );
}
