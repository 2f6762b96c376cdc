import { Link } from 'react-router';
import { formatDate, formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { Card } from '#ui/card.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { Pagination } from '#ui/pagination.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { resultMessages } from '../messages/result-messages.ts';
import { selectionMessages } from '../messages/selection-messages.ts';
import { criterionShort, pointsInWords } from '../rules/plan-words.ts';
import { reasonSentences } from '../rules/reason-words.ts';
import type { ResultReason } from '../rules/result-reason.ts';
import { type ResultLine, type ResultsView, resultFilters } from '../rules/result-view.ts';
import { criterionCode } from '../rules/selection-plan.ts';
import { SelectionFrame } from './selection-frame.tsx';

type Props = { results: ResultsView; mayExport: boolean };

/** Who was chosen and why, name by name; every number leads to its evidence. */
export function ResultsScreen({ results, mayExport }: Props) {
  const locale = useLocale();
  const t = messagesFor(resultMessages, locale);
  const s = messagesFor(selectionMessages, locale);
  const { selectionId, intakes, intakeId, filter, counts, page, pages, rows, plan } = results;
  const n = (value: number) => formatNumber(value, locale);
  const address = (of: { intakeId?: string; filter?: string }) =>
    `?${new URLSearchParams({ angkatan: of.intakeId ?? intakeId, tampil: of.filter ?? filter })}`;
  const columns: Column<ResultLine>[] = [
    {
      key: 'name',
      header: t.enterprise,
      cell: (row) => (
        <div className="result-name">
          <Link to={`/usaha/${row.enterpriseId}`}>{row.name}</Link>
          <span className="row-note">{[row.village, row.exposure].filter(Boolean).join(' · ')}</span>
          <Why row={row} />
        </div>
      ),
    },
    {
      key: 'rank',
      header: t.rank,
      align: 'end',
      cell: ({ reason }) => (reason.rank === null ? '–' : n(reason.rank)),
    },
    ...plan.criteria.map((criterion, at) => ({
      key: criterionCode(criterion),
      header: criterionShort(criterion, locale),
      align: 'end' as const,
      wideOnly: true,
      cell: ({ reason }: ResultLine) => {
        const earned = reason.points[at];
        if (!earned) return '–';
        return earned.value === null ? (
          <span className="soft small">{t.unknown}</span>
        ) : (
          pointsInWords(earned.points, locale)
        );
      },
    })),
    {
      key: 'score',
      header: t.score,
      align: 'end',
      cell: ({ reason }) => (
        <strong>{reason.score === null ? '–' : pointsInWords(reason.score, locale)}</strong>
      ),
    },
    { key: 'outcome', header: t.outcome, cell: ({ reason }) => <OutcomeBadge reason={reason} /> },
  ];
  return (
    <SelectionFrame
      selection={{ ...results, status: 'decided' }}
      action={
        mayExport && (
          <a className="btn secondary" href={`/pembinaan/pemilihan/${selectionId}/unduh.xlsx`}>
            {s.download}
          </a>
        )
      }
    >
      {intakes.length > 1 && (
        <nav className="chip-row" aria-label={t.intakes}>
          {intakes.map((one) => (
            <Link
              key={one.intakeId}
              className="chip"
              to={address({ intakeId: one.intakeId })}
              aria-current={one.intakeId === intakeId ? 'page' : undefined}
            >
              {one.name}
            </Link>
          ))}
        </nav>
      )}
      <nav className="chip-row" aria-label={t.filters}>
        {resultFilters.map((one) => (
          <Link
            key={one}
            className="chip"
            to={address({ filter: one })}
            aria-current={one === filter ? 'page' : undefined}
          >
            {t[`filter_${one}`]} {n(counts[one])}
          </Link>
        ))}
      </nav>
      <Card flush>
        <DataTable
          caption={s.result}
          columns={columns}
          rows={rows}
          rowId={({ applicationId }) => applicationId}
          empty={<EmptyState title={t.none} />}
        />
      </Card>
      <Pagination
        previous={page > 1 ? String(page) : null}
        next={page < pages ? String(page) : null}
        shown={rows.length}
        total={counts[filter]}
      />
      <p className="soft small">
        {t.source({ at: formatInstant(results.ranAt.getTime(), locale), by: results.ranBy })}
      </p>
    </SelectionFrame>
  );
}

function OutcomeBadge({ reason }: { reason: ResultReason }) {
  const locale = useLocale();
  const t = messagesFor(resultMessages, locale);
  switch (reason.outcome) {
    case 'seated':
      return <StatusBadge tone="done">{t.seat}</StatusBadge>;
    case 'held':
      return <StatusBadge tone="done">{t.held}</StatusBadge>;
    case 'elsewhere':
      return <StatusBadge tone="info">{t.elsewhere}</StatusBadge>;
    case 'waiting':
      return <StatusBadge tone="wait">{t.reserve({ n: formatNumber(reason.place, locale) })}</StatusBadge>;
    case 'out':
      return <StatusBadge tone="quiet">{t.out}</StatusBadge>;
  }
}

function Why({ row: { name, enterpriseId, reason, absences } }: { row: ResultLine }) {
  const locale = useLocale();
  const t = messagesFor(resultMessages, locale);
  return (
    <details className="reason">
      <summary>
        {t.why}
        <span className="hidden"> {name}</span>
      </summary>
      <ul>
        {reasonSentences(reason, locale, 'officer').map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {absences.map(({ title, on }) => (
          <li key={`${title} ${on}`}>{t.absent({ title, on: formatDate(on, locale) })}</li>
        ))}
      </ul>
      <Link to={`/usaha/${enterpriseId}/syarat`} aria-label={t.evidenceOf({ name })}>
        {t.evidence}
      </Link>
    </details>
  );
}
