import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { type Facet, FilterChips } from '#ui/filter-chips.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { StatusBadge, type Tone } from '#ui/status-badge.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { rtWords } from '../messages/place-words.ts';
import { rowMessages, rowStatusWords } from '../messages/row-messages.ts';
import { rtWordNames } from '../messages/sheet-messages.ts';
import { type RowStatus, rowStatuses } from '../rules/row-state.ts';
import type { RowLine, RowsView } from '../rules/rows-view.ts';
import { RoundFrame, type RoundHead } from './round-frame.tsx';
import { RowPages } from './row-pages.tsx';

type Props = { round: RoundHead; view: RowsView; mayPlan: boolean; refusal?: Refusal | undefined };

const tones: Record<RowStatus, Tone> = {
  open: 'quiet',
  assigned: 'info',
  tried: 'wait',
  submitted: 'wait',
  sent_back: 'wait',
  approved: 'done',
  contested: 'wrong',
  set_aside: 'quiet',
};

/** The rows themselves; ticked ones can be moved to somebody else. */
export function RowsScreen({ round, view, mayPlan, refusal }: Props) {
  const locale = useLocale();
  const t = messagesFor(rowMessages, locale);
  const changes = mayPlan && round.status === 'running';
  return (
    <RoundFrame round={round} title={t.title} lead={t.lead}>
      <ErrorSummary refusal={refusal} />
      <FilterChips facets={facetsOf(view, t, messagesFor(rowStatusWords, locale))} />
      <Form method="post" id="pindah" preventScrollReset />
      <div className="card flush">
        <DataTable
          caption={t.title}
          {...(changes
            ? { selection: { formId: 'pindah', label: nameOf, actions: <MoveBar view={view} /> } }
            : {})}
          columns={[
            {
              key: 'name',
              header: t.name,
              cell: (row) => (
                <>
                  {nameOf(row)}
                  {row.owner && <span className="row-note">{row.name}</span>}
                </>
              ),
            },
            {
              key: 'place',
              header: t.place,
              cell: (row) => (
                <>
                  {row.village ?? t.noVillage}
                  <span className="row-note">
                    {rtWords(row, locale)} · {formatNumber(row.place, locale)}
                  </span>
                </>
              ),
            },
            {
              key: 'status',
              header: t.status,
              cell: (row) => (
                <span className="badges">
                  <StatusBadge tone={tones[row.status]}>
                    {messagesFor(rowStatusWords, locale)[row.status]}
                  </StatusBadge>
                  {row.inSample && <StatusBadge tone="info">{t.inSample}</StatusBadge>}
                </span>
              ),
            },
            { key: 'person', header: t.person, cell: (row) => row.assignedName ?? t.nobody },
            {
              key: 'rt',
              header: t.rt,
              cell: (row) =>
                row.rtInformation ? messagesFor(rtWordNames, locale)[row.rtInformation] : t.nobody,
            },
          ]}
          rows={view.rows}
          rowId={(row) => row.rowId}
          empty={<p className="card-empty soft">{t.none}</p>}
        />
      </div>
      <RowPages view={view} />
    </RoundFrame>
  );
}

const nameOf = ({ owner, name }: RowLine) => owner ?? name;

/** Belongs to the form beside the table: without scripts it is always there. */
function MoveBar({ view }: { view: RowsView }) {
  const locale = useLocale();
  const t = messagesFor(rowMessages, locale);
  return (
    <span className="row">
      <label htmlFor="pindah-ke">{t.moveTo}</label>
      <select id="pindah-ke" form="pindah" name="toUserId" className="input">
        {view.people.map(({ userId, name, left }) => (
          <option key={userId} value={userId}>
            {t.personLoad({ name, count: formatNumber(left, locale) })}
          </option>
        ))}
        <option value="">{t.takeBack}</option>
      </select>
      <Button form="pindah" name="intent" value="move" look="secondary">
        {t.move}
      </Button>
    </span>
  );
}

type Words = { village: string; person: string; status: string; sample: string; noVillage: string };

function facetsOf(view: RowsView, t: Words, words: Record<RowStatus, string>): Facet[] {
  return [
    {
      param: 'wilayah',
      label: t.village,
      single: true,
      options: [
        ...view.villages.map(({ code, name }) => ({ value: code, label: name })),
        { value: 'x', label: t.noVillage },
      ],
    },
    {
      param: 'orang',
      label: t.person,
      single: true,
      options: view.people.map(({ userId, name }) => ({ value: userId, label: name })),
    },
    {
      param: 'status',
      label: t.status,
      single: true,
      options: rowStatuses.map((status) => ({ value: status, label: words[status] })),
    },
    { param: 'sampel', label: t.sample, single: true, options: [{ value: '1', label: t.sample }] },
  ];
}
