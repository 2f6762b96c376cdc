import { formatDate, formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { ButtonLink } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { IconFileSpreadsheet, IconTableImport } from '#ui/icons.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { entryText, kindText } from '../messages/import-words.ts';
import { listMessages } from '../messages/list-messages.ts';
import type { ImportStatus } from '../rules/import-kinds.ts';
import type { ImportLine } from '../rules/import-view.ts';
import { ImportBadge } from './import-badge.tsx';
import './import.css';

type Props = { lists: readonly ImportLine[]; mayBringIn: boolean };

/** Every list that was brought in, newest first, and what came of it. */
export function ImportListScreen({ lists, mayBringIn }: Props) {
  const locale = useLocale();
  const t = messagesFor(listMessages, locale);
  const bringIn = mayBringIn && (
    <ButtonLink to="/daftar/baru" icon={IconTableImport}>
      {t.bringIn}
    </ButtonLink>
  );
  return (
    <div className="stack">
      <title>{`${t.title} · Gawangan`}</title>
      <PageHeader title={t.title} lead={t.lead} action={lists.length > 0 && bringIn} />
      <div className="card flush">
        <DataTable
          caption={t.title}
          columns={[
            {
              key: 'name',
              header: t.name,
              cell: (list) => (
                <>
                  {list.name}
                  <span className="row-note">
                    {[
                      kindText(list.kind, locale),
                      list.entry === 'file' ? list.originalName : entryText(list.entry, locale),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </>
              ),
            },
            { key: 'status', header: t.status, cell: (list) => <ImportBadge status={list.status} /> },
            { key: 'rows', header: t.rows, cell: (list) => <Rows list={list} /> },
            {
              key: 'asOf',
              header: t.asOf,
              cell: (list) => <span className="nowrap">{formatDate(list.asOf, locale)}</span>,
            },
            {
              key: 'by',
              header: t.by,
              cell: (list) => (
                <span>
                  {list.createdBy}
                  <span className="row-note nowrap">{formatInstant(Date.parse(list.createdAt), locale)}</span>
                </span>
              ),
            },
          ]}
          rows={lists}
          rowId={(list) => list.importId}
          rowHref={(list) => `/daftar/${list.importId}`}
          empty={
            <EmptyState icon={IconFileSpreadsheet} title={t.emptyTitle} action={bringIn}>
              {t.emptyText}
            </EmptyState>
          }
        />
      </div>
    </div>
  );
}

/** Those of which the rows are still of interest. */
const inSight: readonly ImportStatus[] = ['staged', 'applying', 'applied'];

/** How many came in or are ready, and in small what did not. */
function Rows({ list: { counts, status } }: { list: ImportLine }) {
  const locale = useLocale();
  const t = messagesFor(listMessages, locale);
  if (counts === null || !inSight.includes(status)) return <span className="soft">–</span>;
  const { ready, needs_mending, other_area } = counts.dispositions;
  const count = (value: number) => ({ count: formatNumber(value, locale) });
  const left = needs_mending - (counts.mended ?? 0);
  return (
    <span>
      {status === 'applied' ? t.saved(count(ready)) : t.ready(count(ready))}
      {left > 0 && <span className="row-note nowrap">{t.toMend(count(left))}</span>}
      {other_area > 0 && <span className="row-note nowrap">{t.otherArea(count(other_area))}</span>}
    </span>
  );
}
