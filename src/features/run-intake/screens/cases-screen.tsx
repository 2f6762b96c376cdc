import { useLocation } from 'react-router';
import { formatDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { Card } from '#ui/card.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FilterChips } from '#ui/filter-chips.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { IconClipboardList } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { caseMessages } from '../messages/case-messages.ts';
import { caseKinds } from '../rules/case-templates.ts';
import { type CaseLine, type CaseQueue, caseFilters } from '../rules/case-view.ts';
import { CaseBadge } from './case-badge.tsx';

/** The queue of cases: the latest first. */
export function CasesScreen({ queue }: { queue: CaseQueue }) {
  const locale = useLocale();
  const t = messagesFor(caseMessages, locale);
  const { search } = useLocation();
  const { lines, counts, intake, show } = queue;
  const count = (value: number) => formatNumber(value, locale);
  const isNarrowed = new URLSearchParams(search).size > 0;
  return (
    <div className="stack">
      <title>{`${t.title} · Gawangan`}</title>
      <PageHeader
        title={t.title}
        lead={t.lead}
        back={
          intake
            ? { to: `/pembinaan/angkatan/${intake.intakeId}/jadwal`, label: intake.name }
            : { to: '/pembinaan', label: t.programmes }
        }
      />
      {counts.late > 0 && show === 'open' && (
        <Notice tone="wait">{t.lateCount({ count: count(counts.late) })}</Notice>
      )}
      <FilterChips
        facets={[
          {
            param: 'tampil',
            label: t.show,
            single: true,
            options: caseFilters.map((filter) => ({
              value: filter,
              label: t[`show_${filter}`],
              count: counts[filter],
            })),
          },
          {
            param: 'jenis',
            label: t.kindFilter,
            single: true,
            options: caseKinds.map((kind) => ({ value: kind, label: t[`kind_${kind}`] })),
          },
          ...(intake
            ? [
                {
                  param: 'angkatan',
                  label: intake.name,
                  single: true,
                  options: [{ value: intake.intakeId, label: t.ofIntake({ name: intake.name }) }],
                },
              ]
            : []),
        ]}
      />
      <Card flush>
        <DataTable<CaseLine>
          caption={t.title}
          rows={lines}
          rowId={({ caseId }) => caseId}
          rowHref={({ caseId }) => `/pembinaan/kasus/${caseId}`}
          columns={[
            {
              key: 'enterprise',
              header: t.enterprise,
              cell: ({ enterprise, village }) => (
                <>
                  {enterprise}
                  {village && <span className="row-note">{village}</span>}
                </>
              ),
            },
            { key: 'kind', header: t.kind, cell: ({ kind }) => t[`kind_${kind}`] },
            { key: 'next', header: t.next, cell: ({ next }) => next ?? '–', wideOnly: true },
            {
              key: 'due',
              header: t.due,
              cell: ({ nextDue, late }) => (
                <>
                  {nextDue ? formatDate(nextDue, locale) : '–'}
                  {late > 0 && (
                    <>
                      {' '}
                      <StatusBadge tone="wrong">{t.late({ days: count(late) })}</StatusBadge>
                    </>
                  )}
                </>
              ),
            },
            {
              key: 'progress',
              header: t.progress,
              align: 'end',
              cell: ({ done, of }) => t.steps({ done: count(done), of: count(of) }),
            },
            { key: 'status', header: t.status, cell: ({ status }) => <CaseBadge status={status} /> },
          ]}
          empty={
            <EmptyState icon={IconClipboardList} title={isNarrowed ? t.nothingFits : t.emptyTitle}>
              {!isNarrowed && t.emptyText}
            </EmptyState>
          }
        />
      </Card>
    </div>
  );
}
