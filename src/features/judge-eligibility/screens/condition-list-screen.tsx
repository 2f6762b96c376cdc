import { Form, useLocation } from 'react-router';
import { formatDate } from '#kernel/calendar.ts';
import { type Locale, messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { FilterChips } from '#ui/filter-chips.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { IconDownload, IconMessage } from '#ui/icons.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { StatusBadge, type Tone } from '#ui/status-badge.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { conditionMessages } from '../messages/condition-messages.ts';
import type { ConditionListView, ListLine } from '../rules/eligibility-view.ts';
import { standingValue } from './list-address.ts';

type Props = {
  view: ConditionListView;
  mayExport: boolean;
  mayReach: boolean;
  refusal?: Refusal | undefined;
};

export const standingTones: Record<ListLine['standing'], Tone> = {
  0: 'done',
  1: 'wait',
  2: 'wrong',
  3: 'quiet',
};

/** Who stands where, each with the reason. */
export function ConditionListScreen({ view, mayExport, mayReach, refusal }: Props) {
  const locale = useLocale();
  const t = messagesFor(conditionMessages, locale);
  const { search } = useLocation();
  const { programmeId, programme, asked, count, rows, lines } = view;
  const base = `/pembinaan/${programmeId}/syarat`;
  const step = asked.step === null ? undefined : lines[asked.step];
  const oneStep = step && (asked.standing === 3 ? t.askOne(step) : t.lackingOne(step));
  return (
    <div className="stack">
      <title>{`${t.listTitle}: ${programme} · Gawangan`}</title>
      <PageHeader
        back={{ to: base, label: `${t.title}: ${programme}` }}
        title={asked.standing === null ? t.listTitle : t[`standing_${asked.standing as 0 | 1 | 2 | 3}`]}
        lead={oneStep}
        action={
          mayExport && (
            <ButtonLink
              to={`${base}/daftar.xlsx${search}`}
              reloadDocument
              look="secondary"
              icon={IconDownload}
            >
              {t.excel}
            </ButtonLink>
          )
        }
      />
      <ErrorSummary refusal={refusal} />
      <FilterChips facets={facetsOf(view, locale)} />
      <p className="count-line">
        <strong>{t.count({ count: formatNumber(count, locale) })}</strong>
        {view.countedOn && <span className="soft small"> · {formatDate(view.countedOn, locale)}</span>}
      </p>
      {mayReach && asked.standing !== null && asked.line === null && count > 0 && (
        <Form method="post" className="row actions">
          <input type="hidden" name="standing" value={asked.standing} />
          {asked.step !== null && <input type="hidden" name="step" value={asked.step} />}
          <Button icon={IconMessage} aria-describedby="sapa">
            {t.reach}
          </Button>
          <span className="soft small" id="sapa">
            {t.reachHow}
          </span>
        </Form>
      )}
      <Card flush>
        <DataTable
          caption={t.listTitle}
          rows={rows}
          rowId={({ enterpriseId }) => enterpriseId}
          rowHref={({ enterpriseId }) => `/usaha/${enterpriseId}/syarat`}
          empty={<EmptyState title={t.nobody}>{t.nobodyHow}</EmptyState>}
          columns={[
            {
              key: 'name',
              header: t.enterprise,
              cell: ({ name, ownerName }) => (
                <>
                  {name}
                  {ownerName && <span className="row-note">{ownerName}</span>}
                </>
              ),
            },
            { key: 'village', header: t.village, cell: ({ village }) => village ?? '–' },
            {
              key: 'standing',
              header: t.standing,
              cell: ({ standing }) => (
                <StatusBadge tone={standingTones[standing]}>{t[`standing_${standing}`]}</StatusBadge>
              ),
            },
            { key: 'why', header: t.why, cell: (row) => <Why row={row} /> },
          ]}
        />
      </Card>
      <Pagination next={view.next} shown={rows.length} total={count} />
    </div>
  );
}

function Why({ row: { lacking, unknown } }: { row: ListLine }) {
  const t = messagesFor(conditionMessages, useLocale());
  if (lacking.length === 0 && unknown.length === 0) return <>{t.allMet}</>;
  return (
    <>
      {lacking.length > 0 && (
        <span className="row-note">
          {t.lacking}: {lacking.join('; ')}
        </span>
      )}
      {unknown.length > 0 && (
        <span className="row-note">
          {t.notKnown}: {unknown.join('; ')}
        </span>
      )}
    </>
  );
}

function facetsOf({ lines }: ConditionListView, locale: Locale) {
  const t = messagesFor(conditionMessages, locale);
  const places = lines.map(({ label }, at) => ({ value: String(at), label }));
  return [
    {
      param: 'keadaan',
      label: t.standing,
      single: true,
      options: ([0, 1, 2, 3] as const).map((standing) => ({
        value: standingValue(standing),
        label: t[`standing_${standing}`],
      })),
    },
    { param: 'langkah', label: t.steps, single: true, options: places },
    { param: 'syarat', label: t.line, single: true, options: places },
    {
      param: 'jawaban',
      label: t.perLine,
      single: true,
      options: [
        { value: 'terpenuhi', label: t.yes },
        { value: 'belum', label: t.no },
        { value: 'tidak_diketahui', label: t.notKnown },
      ],
    },
  ];
}
