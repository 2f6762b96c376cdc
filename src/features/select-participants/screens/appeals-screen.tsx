import { formatInstant } from '#kernel/calendar.ts';
import { type Locale, messagesFor } from '#kernel/language.ts';
import { Card } from '#ui/card.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { appealMessages } from '../messages/appeal-messages.ts';
import type { AppealLine } from '../rules/appeal-view.ts';

type Props = { open: readonly AppealLine[]; closed: readonly AppealLine[]; said: boolean };

export function clockWords(left: number, locale: Locale): string {
  const t = messagesFor(appealMessages, locale);
  if (left === 0) return t.leftToday;
  return left > 0
    ? t.left({ count: formatNumber(left, locale) })
    : t.late({ count: formatNumber(-left, locale) });
}

/** Who asks why they were not chosen, the one due first at the top. */
export function AppealsScreen({ open, closed, said }: Props) {
  const locale = useLocale();
  const t = messagesFor(appealMessages, locale);
  return (
    <div className="stack">
      <title>{`${t.title} · Gawangan`}</title>
      <PageHeader title={t.title} lead={t.lead} back={{ to: '/pembinaan', label: t.programmes }} />
      {said && (
        <Notice tone="done" live>
          {t.counterSaved}
        </Notice>
      )}
      {open.length === 0 ? (
        <EmptyState title={t.none}>{t.noneText}</EmptyState>
      ) : (
        <Card title={t.open} flush>
          <Appeals rows={open} caption={t.open} />
        </Card>
      )}
      {closed.length > 0 && (
        <Card title={t.closed} flush>
          <Appeals rows={closed} caption={t.closed} />
        </Card>
      )}
    </div>
  );
}

function Appeals({ rows, caption }: { rows: readonly AppealLine[]; caption: string }) {
  const locale = useLocale();
  const t = messagesFor(appealMessages, locale);
  const at = (instant: Date) => formatInstant(instant.getTime(), locale);
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowId={({ appealId }) => appealId}
      rowHref={({ appealId }) => `/pembinaan/keberatan/${appealId}`}
      columns={[
        { key: 'name', header: t.enterprise, cell: ({ name }) => name },
        {
          key: 'intake',
          header: t.intake,
          cell: ({ programme, intake }) => (
            <>
              {programme}
              <br />
              <span className="soft small">{intake}</span>
            </>
          ),
        },
        {
          key: 'asked',
          header: t.asked,
          cell: ({ askedAt, via }) => (
            <>
              {at(askedAt)}
              <br />
              <span className="soft small">{t[`via_${via}`]}</span>
            </>
          ),
        },
        {
          key: 'due',
          header: t.due,
          cell: (one) => <AppealBadge one={one} />,
        },
      ]}
    />
  );
}

export function AppealBadge({ one }: { one: Pick<AppealLine, 'status' | 'left' | 'outcome'> }) {
  const locale = useLocale();
  const t = messagesFor(appealMessages, locale);
  if (one.status === 'open')
    return <StatusBadge tone={one.left < 0 ? 'wrong' : 'wait'}>{clockWords(one.left, locale)}</StatusBadge>;
  return (
    <StatusBadge tone={one.status === 'upheld' ? 'done' : 'quiet'}>
      {[t[`status_${one.status}`], one.outcome && t[`outcome_${one.outcome}`]].filter(Boolean).join(': ')}
    </StatusBadge>
  );
}
