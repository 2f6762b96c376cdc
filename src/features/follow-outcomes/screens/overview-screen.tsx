import { formatDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { IconMessageQuestion } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { outcomeMessages } from '../messages/outcome-messages.ts';
import type { OverviewLine } from '../rules/outcome-view.ts';
import './outcome.css';

type Props = { lines: readonly OverviewLine[]; isWhole: boolean };

/** All intakes whose people are asked: those that want something now first. */
export function OverviewScreen({ lines, isWhole }: Props) {
  const locale = useLocale();
  const t = messagesFor(outcomeMessages, locale);
  const now = lines.filter(({ next }) => next?.isOpen);
  const later = lines.filter(({ next }) => next && !next.isOpen);
  const over = lines.filter(({ next }) => next === null);
  return (
    <div className="stack">
      <title>{`${t.title} · Gawangan`}</title>
      <PageHeader title={t.title} lead={t.lead} back={{ to: '/pembinaan', label: t.programmes }} />
      {!isWhole && <Notice>{t.onlyYours}</Notice>}
      {lines.length === 0 ? (
        <Card>
          <EmptyState icon={IconMessageQuestion} title={t.overviewEmpty}>
            {t.overviewEmptyText}
          </EmptyState>
        </Card>
      ) : (
        <>
          {now.length > 0 && <Intakes title={t.thisWeek} lines={now} />}
          {later.length > 0 && <Intakes title={t.later} lines={later} />}
          {over.length > 0 && <Intakes title={t.over} lines={over} />}
        </>
      )}
    </div>
  );
}

function Intakes({ title, lines }: { title: string; lines: readonly OverviewLine[] }) {
  const locale = useLocale();
  const t = messagesFor(outcomeMessages, locale);
  const n = (value: number) => formatNumber(value, locale);
  const day = (date: string) => formatDate(date, locale);
  return (
    <Card title={title} flush>
      <DataTable
        caption={title}
        columns={[
          {
            key: 'intake',
            header: t.intake,
            cell: ({ name, programme }) => (
              <>
                {name}
                <span className="row-note">{programme}</span>
              </>
            ),
          },
          { key: 'ended', header: t.endedOn, wideOnly: true, cell: ({ endsOn }) => day(endsOn) },
          {
            key: 'waves',
            header: t.answered,
            cell: ({ waves }) => (
              <div>
                {waves.map(({ months, phase, dueOn, answered, people }) => (
                  <span key={months} className="wave-line">
                    <strong>{t.wave({ months: String(months) })}</strong>{' '}
                    {phase === 'planned'
                      ? t.from({ day: day(dueOn) })
                      : t.ofPeople({ answered: n(answered), people: n(people) })}
                  </span>
                ))}
              </div>
            ),
          },
          {
            key: 'next',
            header: t.nextStep,
            cell: ({ intakeId, next }) =>
              next === null ? (
                t.nothingLeft
              ) : next.isOpen ? (
                <ButtonLink
                  to={`/pembinaan/angkatan/${intakeId}/kabar?bulan=${next.months}`}
                  look="secondary"
                >
                  {t.stillSilent({ silent: n(next.silent), months: String(next.months) })}
                </ButtonLink>
              ) : (
                t.startsOn({ months: String(next.months), day: day(next.dueOn) })
              ),
          },
        ]}
        rows={lines}
        rowId={({ intakeId }) => intakeId}
        rowHref={({ intakeId }) => `/pembinaan/angkatan/${intakeId}/kabar`}
      />
    </Card>
  );
}
