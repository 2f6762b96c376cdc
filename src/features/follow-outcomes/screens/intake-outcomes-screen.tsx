import { Form, Link } from 'react-router';
import { formatDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { IconDownload, IconMessageQuestion, IconSend } from '#ui/icons.ts';
import { IntakeTabs } from '#ui/intake-tabs.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { StatTile } from '#ui/stat-tile.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { outcomeMessages } from '../messages/outcome-messages.ts';
import { hasAnswered } from '../rules/counting-answer.ts';
import type { IntakeOutcomes } from '../rules/outcome-view.ts';
import { OutcomeBars } from './outcome-bars.tsx';
import { PeopleTable } from './people-table.tsx';
import './outcome.css';

type Props = {
  page: IntakeOutcomes;
  mayAsk: boolean;
  mayRecord: boolean;
  mayExport: boolean;
  saved: boolean;
  refusal?: Refusal | undefined;
};

/** What became of the people of one intake, wave by wave. */
export function IntakeOutcomesScreen({ page, mayAsk, mayRecord, mayExport, saved, refusal }: Props) {
  const locale = useLocale();
  const t = messagesFor(outcomeMessages, locale);
  const { intake, waves, months, phase, lines, isWhole, sums, today } = page;
  const base = `/pembinaan/angkatan/${intake.intakeId}/kabar`;
  const [heard, missing] = [true, false].map((answered) =>
    lines.filter(({ standing }) => hasAnswered(standing) === answered),
  ) as [typeof lines, typeof lines];
  const isEmpty = waves.every(({ people }) => people === 0);
  return (
    <div className="stack">
      <title>{`${t.title} · ${intake.name} · Gawangan`}</title>
      <PageHeader
        title={intake.name}
        back={{ to: `/pembinaan/${intake.programmeId}`, label: intake.programme }}
      />
      <IntakeTabs intakeId={intake.intakeId} />
      <ErrorSummary refusal={refusal} />
      {saved && (
        <Notice tone="done" live>
          {t.saved}
        </Notice>
      )}
      {!isWhole && <Notice>{t.onlyYours}</Notice>}
      {isEmpty ? (
        <Card>
          <EmptyState icon={IconMessageQuestion} title={intake.hasEnded ? t.nobody : t.notEnded}>
            {intake.hasEnded ? t.nobodyText : t.notEndedText}
          </EmptyState>
        </Card>
      ) : (
        <>
          <nav className="wave-chips" aria-label={t.title}>
            {waves.map((wave) => (
              <Link
                key={wave.months}
                className={wave.months === months ? 'chip chosen' : 'chip'}
                aria-current={wave.months === months ? 'page' : undefined}
                to={`${base}?bulan=${wave.months}`}
                preventScrollReset
              >
                {t.wave({ months: String(wave.months) })}
              </Link>
            ))}
          </nav>
          {phase === 'planned' ? (
            <Notice>
              {t.planned({
                months: String(months),
                day: formatDate(waves.find((wave) => wave.months === months)!.dueOn, locale),
                people: formatNumber(lines.length, locale),
              })}
            </Notice>
          ) : (
            <>
              <Finding page={page} />
              <AskCard page={page} base={base} mayAsk={mayAsk && isWhole} mayExport={mayExport && isWhole} />
              {missing.length > 0 && (
                <PeopleTable
                  title={phase === 'open' ? t.stillToAsk : t.neverHeard}
                  lines={missing}
                  mayRecord={mayRecord}
                />
              )}
              <OutcomeBars sums={sums} today={today} />
            </>
          )}
          {phase !== 'planned' && heard.length > 0 && (
            <details className="outcome-fold">
              <summary>{t.heardFrom({ people: formatNumber(heard.length, locale) })}</summary>
              <PeopleTable title={t.heard} lines={heard} mayRecord={mayRecord} />
            </details>
          )}
        </>
      )}
    </div>
  );
}

/** The numbers of a wave, silence among them. */
function Finding({ page: { sums, waves, months, phase } }: Pick<Props, 'page'>) {
  const locale = useLocale();
  const t = messagesFor(outcomeMessages, locale);
  const n = (value: number) => formatNumber(value, locale);
  const { dueOn, closesOn } = waves.find((wave) => wave.months === months)!;
  const day = (date: string) => formatDate(date, locale);
  return (
    <>
      <h2>
        {sums.noNews === 0
          ? t.foundAll({ asked: n(sums.asked) })
          : t.found({ answered: n(sums.answered), asked: n(sums.asked), silent: n(sums.noNews) })}
      </h2>
      <div className="tiles">
        <StatTile
          label={t.asked}
          value={sums.asked}
          unit={t.enterprisesUnit}
          note={t.askedNote({ from: day(dueOn), to: day(closesOn) })}
        />
        <StatTile label={t.answered} value={sums.answered} note={t.ofAsked({ asked: n(sums.asked) })} />
        <StatTile
          label={t.silent}
          value={sums.noNews}
          note={phase === 'open' ? t.silentOpen({ day: day(closesOn) }) : t.silentClosed}
        />
        <StatTile label={t.confirmed} value={sums.confirmed} note={t.confirmedNote} />
      </div>
    </>
  );
}

/** One tap: everybody who has not said it themselves is asked. */
function AskCard({
  page: { lines, phase, months },
  base,
  mayAsk,
  mayExport,
}: Pick<Props, 'page' | 'mayAsk' | 'mayExport'> & { base: string }) {
  const locale = useLocale();
  const t = messagesFor(outcomeMessages, locale);
  const missing = lines.filter(({ standing }) => standing !== 'confirmed').length;
  const told = lines.filter(({ standing }) => standing === 'told').length;
  const asks = mayAsk && phase === 'open' && missing > 0;
  if (!asks && !mayExport) return null;
  return (
    <Card>
      <div className="stack tight">
        <div className="outcome-deeds">
          {asks && (
            <>
              <Form method="post">
                <input type="hidden" name="months" value={months} />
                <Button icon={IconSend}>{t.askByChat({ people: formatNumber(missing, locale) })}</Button>
              </Form>
              <form method="post" action={`${base}/tautan.xlsx`}>
                <input type="hidden" name="months" value={months} />
                <Button look="secondary" icon={IconDownload}>
                  {t.takeLinks}
                </Button>
              </form>
            </>
          )}
          {mayExport && (
            <a className="btn secondary" href={`${base}.xlsx`}>
              {t.download}
            </a>
          )}
        </div>
        {asks && (
          <p className="soft small">
            {told > 0 && `${t.withTold({ told: formatNumber(told, locale) })} `}
            {t.askByChatHow}
          </p>
        )}
      </div>
    </Card>
  );
}
