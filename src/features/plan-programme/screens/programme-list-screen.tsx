import { messagesFor } from '#kernel/language.ts';
import { formatRupiah, formatShortRupiah } from '#kernel/money.ts';
import { kindWord, topicWord } from '#kernel/support-terms.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { IconPlus, IconSchool } from '#ui/icons.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { StatTile } from '#ui/stat-tile.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { programmeMessages } from '../messages/programme-messages.ts';
import type { BudgetGlance, ProgrammeListView } from '../rules/programme-view.ts';
import { IntakeTable } from './intake-table.tsx';
import './programme.css';

type Props = { page: ProgrammeListView; mayPlan: boolean; maySeeBudget: boolean; maySeeLedger: boolean };

/** What the office offers: the next intakes first, then every programme. */
export function ProgrammeListScreen({ page, mayPlan, maySeeBudget, maySeeLedger }: Props) {
  const locale = useLocale();
  const t = messagesFor(programmeMessages, locale);
  const { programmes, intakes, budget } = page;
  if (programmes === null) return <OwnIntakes page={page} />;
  const create = mayPlan && (
    <ButtonLink to="/pembinaan/baru" icon={IconPlus}>
      {t.create}
    </ButtonLink>
  );
  const seats = intakes.reduce((sum, one) => sum + one.seats, 0);
  return (
    <div className="stack">
      <title>{`${t.title} · Gawangan`}</title>
      <PageHeader title={t.title} lead={t.lead} action={programmes.length > 0 && create} />
      <nav className="programme-links" aria-label={t.more}>
        <ButtonLink to="/pembinaan/mitra" look="quiet">
          {t.partners}
        </ButtonLink>
        <ButtonLink to="/pembinaan/kasus" look="quiet">
          {t.cases}
        </ButtonLink>
        <ButtonLink to="/pembinaan/kabar" look="quiet">
          {t.outcomes}
        </ButtonLink>
        {maySeeBudget && (
          <ButtonLink to="/pembinaan/anggaran" look="quiet">
            {t.budget}
          </ButtonLink>
        )}
        {maySeeLedger && (
          <ButtonLink to="/pembinaan/riwayat" look="quiet">
            {t.ledger}
          </ButtonLink>
        )}
      </nav>
      {programmes.length > 0 && (
        <>
          <div className="tiles">
            <StatTile label={t.seatsOpen} value={seats} unit={t.seatsUnit} />
            {budget && <BudgetTiles budget={budget} />}
          </div>
          <Card title={t.nextIntakes} flush>
            <IntakeTable
              caption={t.nextIntakes}
              intakes={intakes}
              withProgramme
              empty={<EmptyState title={t.noIntakes} />}
            />
          </Card>
        </>
      )}
      <Card title={programmes.length > 0 ? t.allProgrammes : undefined} flush>
        <DataTable
          caption={t.allProgrammes}
          columns={[
            { key: 'name', header: t.name, cell: ({ name }) => name },
            { key: 'kind', header: t.kind, cell: ({ kind }) => kindWord(kind, locale) },
            { key: 'about', header: t.about, cell: ({ topic }) => topicWord(topic, locale) },
            { key: 'partner', header: t.partner, cell: ({ partner }) => partner ?? t.own },
            {
              key: 'status',
              header: t.status,
              cell: ({ status }) => (
                <StatusBadge tone={status === 'active' ? 'done' : 'quiet'}>{t[status]}</StatusBadge>
              ),
            },
            {
              key: 'intakes',
              header: t.intakes,
              align: 'end',
              cell: ({ intakes: count }) => formatNumber(count, locale),
            },
          ]}
          rows={programmes}
          rowId={({ programmeId }) => programmeId}
          rowHref={({ programmeId }) => `/pembinaan/${programmeId}`}
          empty={
            <EmptyState icon={IconSchool} title={t.emptyTitle} action={create}>
              {t.emptyText}
            </EmptyState>
          }
        />
      </Card>
    </div>
  );
}

function BudgetTiles({ budget }: { budget: BudgetGlance }) {
  const locale = useLocale();
  const t = messagesFor(programmeMessages, locale);
  const to = '/pembinaan/anggaran';
  if (budget.over > 0)
    return <StatTile label={t.over} value={formatRupiah(budget.over, locale)} note={t.overNote} to={to} />;
  return (
    <>
      <StatTile
        label={`${t.left} · ${budget.year}`}
        value={formatShortRupiah(budget.left, locale)}
        note={t.leftNote({
          ceiling: formatRupiah(budget.ceiling, locale),
          lines: formatNumber(budget.lines, locale),
        })}
        to={to}
      />
      <StatTile
        label={t.spent}
        value={formatShortRupiah(budget.spent, locale)}
        note={t.ofCommitted({ amount: formatRupiah(budget.committed, locale) })}
        to={to}
      />
    </>
  );
}

/** All that a partner sees. */
function OwnIntakes({ page: { intakes } }: { page: ProgrammeListView }) {
  const t = messagesFor(programmeMessages, useLocale());
  return (
    <div className="stack">
      <title>{`${t.yourIntakes} · Gawangan`}</title>
      <PageHeader title={t.yourIntakes} lead={t.ownLead} />
      <Card flush>
        <IntakeTable
          caption={t.yourIntakes}
          intakes={intakes}
          withProgramme
          empty={
            <EmptyState icon={IconSchool} title={t.noOwnIntakes}>
              {t.noOwnText}
            </EmptyState>
          }
        />
      </Card>
    </div>
  );
}
