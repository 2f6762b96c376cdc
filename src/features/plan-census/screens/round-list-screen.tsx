import { formatDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { ButtonLink } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { IconListSearch, IconPlus } from '#ui/icons.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { roundMessages } from '../messages/round-messages.ts';
import type { PlaceLink, RoundLine } from '../rules/round-view.ts';
import { PlaceLinks } from './place-links.tsx';
import { RoundBadge } from './round-badge.tsx';

type Props = {
  rounds: readonly RoundLine[];
  places: readonly PlaceLink[];
  mayPlan: boolean;
  /** False for whoever keys sheets only. */
  seesRounds: boolean;
};

/** Every round of the office, newest first. */
export function RoundListScreen({ rounds, places, mayPlan, seesRounds }: Props) {
  const locale = useLocale();
  const t = messagesFor(roundMessages, locale);
  const count = (value: number) => formatNumber(value, locale);
  const create = mayPlan && (
    <ButtonLink to="/pendataan/baru" icon={IconPlus}>
      {t.create}
    </ButtonLink>
  );
  return (
    <div className="stack">
      <title>{`${t.title} · Gawangan`}</title>
      <PageHeader
        title={t.title}
        lead={t.lead}
        action={
          <>
            {seesRounds && (
              <ButtonLink to="/pendataan/kuesioner" look="secondary">
                {t.questionnaires}
              </ButtonLink>
            )}
            {rounds.length > 0 && create}
          </>
        }
      />
      <PlaceLinks label={t.places} places={places} />
      <div className="card flush">
        <DataTable
          caption={t.title}
          columns={[
            { key: 'name', header: t.name, cell: (round) => round.name },
            { key: 'status', header: t.status, cell: (round) => <RoundBadge status={round.status} /> },
            {
              key: 'period',
              header: t.period,
              cell: (round) =>
                t.toDay({ from: formatDate(round.startsOn, locale), to: formatDate(round.endsOn, locale) }),
            },
            { key: 'rows', header: t.rows, align: 'end', cell: (round) => count(round.listed) },
            { key: 'visited', header: t.visited, align: 'end', cell: (round) => count(round.visited) },
          ]}
          rows={rounds}
          rowId={(round) => round.roundId}
          rowHref={(round) => `/pendataan/${round.roundId}${seesRounds ? '' : '/lembar'}`}
          empty={
            <EmptyState icon={IconListSearch} title={t.emptyTitle} action={create}>
              {t.emptyText}
            </EmptyState>
          }
        />
      </div>
    </div>
  );
}
