import { formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { IconMessage, IconPlus } from '#ui/icons.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { outreachMessages } from '../messages/outreach-messages.ts';
import type { OutreachLine } from '../rules/reach-view.ts';

type Props = { lines: readonly OutreachLine[]; next: string | null; mayPlan: boolean };

/** Every list of people to reach, the newest first. */
export function OutreachListScreen({ lines, next, mayPlan }: Props) {
  const locale = useLocale();
  const t = messagesFor(outreachMessages, locale);
  const count = (value: number) => formatNumber(value, locale);
  const create = mayPlan && (
    <ButtonLink to="/sapa/baru" icon={IconPlus}>
      {t.create}
    </ButtonLink>
  );
  return (
    <div className="stack">
      <title>{`${t.title} · Gawangan`}</title>
      <PageHeader title={t.title} lead={t.lead} action={lines.length > 0 && create} />
      <nav className="row" aria-label={t.places}>
        <ButtonLink to="/sapa/belum" look="quiet">
          {t.notGreeted}
        </ButtonLink>
        <ButtonLink to="/sapa/rencana" look="quiet">
          {t.plan}
        </ButtonLink>
      </nav>
      <Card flush>
        <DataTable
          caption={t.title}
          rows={lines}
          rowId={({ outreachId }) => outreachId}
          rowHref={({ outreachId }) => `/sapa/${outreachId}`}
          empty={
            <EmptyState icon={IconMessage} title={t.emptyTitle} action={create}>
              {t.emptyText}
            </EmptyState>
          }
          columns={[
            {
              key: 'name',
              header: t.name,
              cell: ({ title, createdAt }) => (
                <>
                  {title}
                  <span className="row-note">{formatInstant(createdAt, locale)}</span>
                </>
              ),
            },
            {
              key: 'status',
              header: t.status,
              cell: ({ status }) => (
                <StatusBadge tone={status === 'open' ? 'info' : 'quiet'}>{t[status]}</StatusBadge>
              ),
            },
            { key: 'people', header: t.people, align: 'end', cell: (line) => count(line.people) },
            { key: 'reached', header: t.reached, align: 'end', cell: (line) => count(line.reached) },
            { key: 'replied', header: t.replied, align: 'end', cell: (line) => count(line.replied) },
            { key: 'wrong', header: t.wrong, align: 'end', cell: (line) => count(line.wrong) },
          ]}
        />
      </Card>
      <Pagination next={next} shown={lines.length} />
    </div>
  );
}
