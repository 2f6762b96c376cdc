import { formatDate, formatInstant } from '#kernel/calendar.ts';
import { type Locale, messagesFor } from '#kernel/language.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { IconUsers } from '#ui/icons.ts';
import { StatTile } from '#ui/stat-tile.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { boardMessages } from '../messages/board-messages.ts';
import type { BoardLine, BoardView } from '../rules/board-view.ts';
import type { PaceCause } from '../rules/pace.ts';
import { NoRows } from './no-rows.tsx';
import { PaceChart } from './pace-chart.tsx';
import { ReviewFrame } from './review-frame.tsx';

/** Pace, and for each enumerator what stands in the way: causes first, nobody is put to shame. */
export function BoardScreen(view: BoardView) {
  const locale = useLocale();
  const t = messagesFor(boardMessages, locale);
  const n = (value: number) => formatNumber(value, locale);
  const { round, pace, target } = view;
  const held = view.lines.filter(({ cause }) => cause !== null);
  if (target === 0)
    return (
      <ReviewFrame round={round} title={t.title} lead={t.lead}>
        <NoRows {...round} />
      </ReviewFrame>
    );
  return (
    <ReviewFrame round={round} title={t.title} lead={t.lead}>
      <Card>
        <PaceChart view={view} />
      </Card>
      <div className="tiles">
        <StatTile label={t.left} value={pace.left} note={t.leftNote({ target: n(target) })} />
        <StatTile label={t.daysLeft} value={pace.daysLeft} />
        <StatTile label={t.needed} value={pace.neededPerDay ?? '–'} />
        <StatTile label={t.perDay} value={pace.perDay ?? '–'} note={t.perDayNote} />
        <StatTile
          label={t.doneOn}
          value={pace.doneOn ? formatDate(pace.doneOn, locale) : '–'}
          note={pace.doneOn ? undefined : t.unknownDay}
        />
      </div>
      {view.lines.length === 0 ? (
        <Card>
          <EmptyState
            icon={IconUsers}
            title={t.noPeople}
            action={<ButtonLink to={`/pendataan/${round.roundId}/petugas`}>{t.toPeople}</ButtonLink>}
          >
            {t.noPeopleHow}
          </EmptyState>
        </Card>
      ) : (
        <>
          <Card title={t.help}>
            {held.length === 0 ? (
              <p className="soft">{t.noHelp}</p>
            ) : (
              <Help lines={held} roundId={round.roundId} />
            )}
          </Card>
          <Card title={t.people} flush>
            <DataTable
              caption={t.people}
              columns={columnsOf(locale)}
              rows={view.lines}
              rowId={({ userId }) => userId}
            />
          </Card>
        </>
      )}
      <p className="soft small">{t.source({ at: formatInstant(view.asOf, locale) })}</p>
    </ReviewFrame>
  );
}

function Help({ lines, roundId }: { lines: readonly BoardLine[]; roundId: string }) {
  const locale = useLocale();
  const t = messagesFor(boardMessages, locale);
  const base = `/pendataan/${roundId}`;
  const ways: Record<PaceCause['cause'], [to: string, label: string] | null> = {
    waiting_for_letter: [`${base}/surat`, t.letter],
    no_rows_left: [`${base}/bagi`, t.giveRows],
    away: [`${base}/petugas`, t.share],
    phone_never_connected: ['/pendataan/hp/sambung', t.connect],
    phone_not_synced_since: ['/pendataan/hp/sambung', t.connect],
    many_sent_back: null,
    ask: [`${base}/petugas`, t.share],
  };
  return (
    <>
      <p className="soft small help-note">{t.helpNote}</p>
      <ul className="lined-list">
        {lines.map(({ userId, name, cause, idleDays }) => {
          const way = cause && ways[cause.cause];
          return (
            <li key={userId}>
              <div>
                <strong>{name}</strong>
                <span className="row-note">{cause && causeSentence(cause, idleDays, locale)}</span>
              </div>
              {way && (
                <ButtonLink to={way[0]} look="secondary">
                  {way[1]}
                </ButtonLink>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function causeSentence(cause: PaceCause, idleDays: number, locale: Locale): string {
  const t = messagesFor(boardMessages, locale);
  switch (cause.cause) {
    case 'away':
      return t.away({ until: formatDate(cause.until, locale) });
    case 'phone_not_synced_since':
      return t.phone_not_synced_since({ day: formatDate(cause.day, locale) });
    case 'many_sent_back':
      return t.many_sent_back({ rows: formatNumber(cause.rows, locale) });
    case 'ask':
      return t.ask({ days: formatNumber(idleDays, locale) });
    default:
      return t[cause.cause];
  }
}

function columnsOf(locale: Locale): Column<BoardLine>[] {
  const t = messagesFor(boardMessages, locale);
  const n = (value: number) => formatNumber(value, locale);
  const count = (key: string, header: string, of: (line: BoardLine) => number | null): Column<BoardLine> => ({
    key,
    header,
    align: 'end',
    cell: (line) => {
      const value = of(line);
      return value === null ? '–' : n(value);
    },
  });
  return [
    { key: 'name', header: t.name, cell: ({ name }) => name },
    count('done', t.rowsDone, ({ done }) => done),
    count('left', t.rowsLeft, ({ openRows }) => openRows),
    count('perDay', t.rate, ({ perDay }) => perDay),
    count('idle', t.idle, ({ idleDays }) => idleDays),
    {
      key: 'sync',
      header: t.sync,
      cell: ({ lastSeenAt, unsent }) => (
        <>
          {lastSeenAt === null ? t.never : formatInstant(lastSeenAt, locale)}
          {unsent !== null && unsent > 0 && (
            <span className="row-note">{t.unsent({ count: n(unsent) })}</span>
          )}
        </>
      ),
    },
    count('sentBack', t.sentBack, ({ sentBack }) => sentBack),
    {
      key: 'quality',
      header: t.quality,
      align: 'end',
      cell: ({ checked, doubtful }) =>
        checked === 0 ? '–' : t.ofVisits({ count: n(doubtful), visits: n(checked) }),
    },
  ];
}
