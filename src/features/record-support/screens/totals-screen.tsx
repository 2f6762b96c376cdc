import { Form } from 'react-router';
import { formatDate, formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { kindWord, topicWord } from '#kernel/support-terms.ts';
import { BarList } from '#ui/bar-list.tsx';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { formatNumber, formatShare } from '#ui/format-number.ts';
import { IconHistory } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { StatTile } from '#ui/stat-tile.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { supportMessages } from '../messages/support-messages.ts';
import type { TotalLine } from '../rules/totals.ts';
import type { BatchLine, TotalsView, UnreachedLine } from '../rules/totals-view.ts';
import './support.css';

type Props = { page: TotalsView; mayRecordLists: boolean; saved: boolean; refusal?: Refusal | undefined };

/** What was given, and who never received anything. */
export function TotalsScreen({ page, mayRecordLists, saved, refusal }: Props) {
  const locale = useLocale();
  const t = messagesFor(supportMessages, locale);
  const { totals, never, all, batches, asOf } = page;
  const fromList = mayRecordLists && (
    <ButtonLink to="/pembinaan/riwayat/dari-daftar">{t.fromList}</ButtonLink>
  );
  const bars = (title: string, of: string, lines: readonly TotalLine[], word = (name: string) => name) => (
    <Card>
      <BarList
        title={title}
        unit={t.timesBar}
        of={of}
        bars={lines.slice(0, 8).map(({ name, times }) => ({ label: word(name), value: times }))}
        source={t.source}
        asOf={asOf}
      />
    </Card>
  );
  return (
    <div className="stack">
      <title>{`${t.title} · Gawangan`}</title>
      <PageHeader
        title={t.title}
        lead={t.lead}
        back={{ to: '/pembinaan', label: t.programmes }}
        action={totals.times > 0 && fromList}
      />
      <ErrorSummary refusal={refusal} />
      {saved && (
        <Notice tone="done" live>
          {t.saved}
        </Notice>
      )}
      {totals.times === 0 ? (
        <Card>
          <EmptyState icon={IconHistory} title={t.emptyTitle} action={fromList}>
            {t.emptyText}
          </EmptyState>
        </Card>
      ) : (
        <>
          <div className="tiles">
            <StatTile
              label={t.never}
              value={never}
              unit={t.enterprisesUnit}
              note={t.neverNote({
                share: formatShare(all === 0 ? 0 : never / all, locale),
                total: formatNumber(all, locale),
              })}
            />
            <StatTile
              label={t.enterprises}
              value={totals.enterprises}
              unit={t.enterprisesUnit}
              note={t.enterprisesNote}
            />
            <StatTile label={t.times} value={totals.times} unit={t.timesUnit} />
          </div>
          <div className="support-bars">
            {bars(t.byYear, t.year, totals.byYear)}
            {bars(t.byKind, t.kind, totals.byKind, (name) => kindWord(name, locale))}
            {bars(t.byTopic, t.topic, totals.byTopic, (name) => topicWord(name, locale))}
            {bars(t.byProvider, t.provider, totals.byProvider)}
          </div>
        </>
      )}
      {all > 0 && <NeverTable page={page} />}
      <p className="soft small">{t.neverSource({ day: formatDate(asOf, locale) })}</p>
      {batches.length > 0 && <Batches batches={batches} mayRecordLists={mayRecordLists} />}
    </div>
  );
}

function NeverTable({ page: { unreached, villages, previous, next } }: Pick<Props, 'page'>) {
  const locale = useLocale();
  const t = messagesFor(supportMessages, locale);
  const column = (key: 'never' | 'female' | 'male' | 'unknown', header: string) => ({
    key,
    header,
    align: 'end' as const,
    // On a phone the sum must do: three more lines a kelurahan are a long way down.
    wideOnly: key !== 'never',
    cell: (line: UnreachedLine) => formatNumber(line[key], locale),
  });
  return (
    <Card title={t.neverTitle} flush>
      <DataTable
        caption={t.neverTitle}
        columns={[
          {
            key: 'village',
            header: t.village,
            cell: ({ village, district }) => (
              <>
                {village ?? t.noVillage}
                {district && <span className="row-note">{district}</span>}
              </>
            ),
          },
          column('never', t.never),
          column('female', t.female),
          column('male', t.male),
          column('unknown', t.unknown),
          {
            key: 'of',
            header: t.ofAll,
            align: 'end',
            cell: ({ never, enterprises }) =>
              `${formatNumber(enterprises, locale)} (${formatShare(never / enterprises, locale)})`,
          },
        ]}
        rows={unreached}
        rowId={({ villageCode }) => villageCode ?? '-'}
      />
      <Pagination previous={previous} next={next} shown={unreached.length} total={villages} />
    </Card>
  );
}

function Batches({ batches, mayRecordLists }: { batches: readonly BatchLine[]; mayRecordLists: boolean }) {
  const locale = useLocale();
  const t = messagesFor(supportMessages, locale);
  return (
    <Card title={t.batches} flush>
      <DataTable
        caption={t.batches}
        columns={[
          { key: 'list', header: t.list, cell: ({ list }) => list },
          {
            key: 'what',
            header: t.what,
            cell: ({ title, kind, topic, provider }) => (
              <>
                {title}
                <span className="row-note">
                  {`${kindWord(kind, locale)} ${topicWord(topic, locale).toLowerCase()} · ${provider}`}
                </span>
              </>
            ),
          },
          { key: 'when', header: t.when, cell: ({ startedOn }) => formatDate(startedOn, locale) },
          {
            key: 'records',
            header: t.enterprisesUnit,
            align: 'end',
            cell: ({ records }) => formatNumber(records, locale),
          },
          {
            key: 'by',
            header: t.recorded,
            wideOnly: true,
            cell: ({ recordedAt, recordedBy }) =>
              `${recordedBy}, ${formatInstant(recordedAt.getTime(), locale)}`,
          },
          {
            key: 'undo',
            header: t.undo,
            cell: ({ batchId, withdrawnAt, withdrawnBy, list }) =>
              withdrawnAt ? (
                `${t.undone}, ${withdrawnBy ?? ''}`
              ) : mayRecordLists ? (
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="batchId" value={batchId} />
                  <Button look="quiet" aria-label={`${t.undo}: ${list}`}>
                    {t.undo}
                  </Button>
                </Form>
              ) : (
                ''
              ),
          },
        ]}
        rows={batches}
        rowId={({ batchId }) => batchId}
      />
    </Card>
  );
}
