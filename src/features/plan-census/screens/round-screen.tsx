import { Form, Link } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { Notice } from '#ui/notice.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { StatTile } from '#ui/stat-tile.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { roundMessages } from '../messages/round-messages.ts';
import { nextStep, type RoundView } from '../rules/round-view.ts';
import { RoundFacts } from './round-facts.tsx';
import { RoundFrame } from './round-frame.tsx';
import { VillageTable } from './village-table.tsx';

type Props = { round: RoundView; mayPlan: boolean; refusal?: Refusal | undefined };

/** One round: what it waits for, how far it is, and where. */
export function RoundScreen({ round, mayPlan, refusal }: Props) {
  const locale = useLocale();
  const t = messagesFor(roundMessages, locale);
  const { numbers, status, task, people } = round;
  const count = (value: number) => formatNumber(value, locale);
  const base = `/pendataan/${round.roundId}`;
  return (
    <RoundFrame
      round={round}
      action={
        mayPlan &&
        (status === 'planned' || status === 'running') && (
          <ButtonLink to={`${base}/ubah`} look="secondary">
            {t.edit}
          </ButtonLink>
        )
      }
    >
      <ErrorSummary refusal={refusal} />
      {task && (
        <Card>
          {task.failed && <Notice tone="wrong">{t.failed}</Notice>}
          <ProgressBar label={t.gathering} unit={t.villagesUnit} {...task} />
          {task.failed && mayPlan && (
            <Form method="post">
              <Button name="intent" value="retry">
                {t.retry}
              </Button>
            </Form>
          )}
        </Card>
      )}
      {!task && <NextStepCard round={round} mayPlan={mayPlan} />}
      {people.idle > 0 && status === 'running' && (
        <Notice tone="wait">
          {t.idle({ count: count(people.idle) })} <Link to={`${base}/petugas`}>{t.seePeople}</Link>
        </Notice>
      )}
      {numbers.listed > 0 && <Tiles round={round} />}
      {numbers.listed > 0 && <VillageTable round={round} />}
      <RoundFacts round={round} />
      {mayPlan && status === 'running' && !task && (
        <Form method="post" className="row actions">
          <Button name="intent" value="add_rows" look="secondary" aria-describedby="tambah-baris">
            {t.addRows}
          </Button>
          <span className="soft small" id="tambah-baris">
            {t.addRowsText}
          </span>
          <Button name="intent" value="close" look="quiet">
            {t.close}
          </Button>
        </Form>
      )}
    </RoundFrame>
  );
}

const places = {
  no_rows: 'ubah',
  people: 'petugas',
  sheets: 'lembar',
  assign: 'bagi',
  letters: 'surat',
  follow: 'bagi',
} as const;

/** The one thing to be done now. */
function NextStepCard({ round, mayPlan }: Pick<Props, 'round' | 'mayPlan'>) {
  const t = messagesFor(roundMessages, useLocale());
  const step = nextStep(round);
  const base = `/pendataan/${round.roundId}`;
  return (
    <Card>
      <div className="next-step">
        <p>{t[`text_${step}`]}</p>
        {mayPlan && step === 'start' && (
          <Form method="post">
            <Button name="intent" value="start">
              {t.step_start}
            </Button>
          </Form>
        )}
        {mayPlan && step === 'closed' && (
          <Form method="post">
            <Button name="intent" value="reopen" look="secondary">
              {t.reopen}
            </Button>
          </Form>
        )}
        {mayPlan && step in places && (
          <div className="row">
            <ButtonLink
              to={`${base}/${places[step as keyof typeof places]}`}
              {...(step === 'follow' ? { look: 'secondary' as const } : {})}
            >
              {t[`step_${step as keyof typeof places}`]}
            </ButtonLink>
            {step === 'sheets' && <Link to={`${base}/bagi`}>{t.or_assign}</Link>}
          </div>
        )}
      </div>
    </Card>
  );
}

function Tiles({ round: { roundId, numbers, target } }: Pick<Props, 'round'>) {
  const locale = useLocale();
  const t = messagesFor(roundMessages, locale);
  const count = (value: number) => formatNumber(value, locale);
  const notes = [
    target === null ? '' : t.targetNote({ count: count(target) }),
    numbers.setAside > 0 ? t.setAsideNote({ count: count(numbers.setAside) }) : '',
  ].filter(Boolean);
  const rows = `/pendataan/${roundId}/baris`;
  return (
    <div className="tiles">
      <StatTile
        label={t.listed}
        value={numbers.listed}
        unit={t.rowsUnit}
        note={notes.join(' · ')}
        to={rows}
      />
      <StatTile
        label={t.sample}
        value={numbers.sample}
        unit={t.rowsUnit}
        note={
          numbers.sample === 0
            ? t.noSample
            : t.sampleNote({ done: count(numbers.sampleDone), total: count(numbers.sample) })
        }
      />
      <StatTile
        label={t.open}
        value={numbers.open}
        unit={t.rowsUnit}
        {...(numbers.open > 0 ? { to: `/pendataan/${roundId}/bagi` } : {})}
      />
      <StatTile
        label={t.visited}
        value={numbers.submitted + numbers.approved}
        unit={t.rowsUnit}
        note={`${t.submitted}: ${count(numbers.submitted)}`}
      />
      <StatTile
        label={t.rtInformed}
        value={numbers.rtInformed}
        unit={t.rowsUnit}
        note={t.notVisits}
        to={`/pendataan/${roundId}/lembar`}
      />
    </div>
  );
}
