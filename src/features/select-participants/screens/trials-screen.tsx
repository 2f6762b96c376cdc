import { Form, Link } from 'react-router';
import { formatInstant } from '#kernel/calendar.ts';
import { type Locale, messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { StatTile } from '#ui/stat-tile.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { resultMessages } from '../messages/result-messages.ts';
import { selectionMessages } from '../messages/selection-messages.ts';
import { criterionName, pointsInWords, tagName } from '../rules/plan-words.ts';
import { criterionCode, reserveCode, type SelectionPlan, type Tag } from '../rules/selection-plan.ts';
import type { SeatLine } from '../rules/selection-view.ts';
import type { TrialsView } from '../rules/trials-view.ts';
import type { Change } from '../rules/what-if.ts';
import { HindranceNotice } from './refused-step.tsx';
import { ClashNotice, ProofLine, ShareTable } from './run-outcome.tsx';
import { SelectionFrame } from './selection-frame.tsx';

type Props = { trials: TrialsView; mayRun: boolean; refusal?: Refusal | undefined };

/** Trials, and what a change would lead to, side by side. */
export function TrialsScreen({ trials, mayRun, refusal }: Props) {
  const locale = useLocale();
  const t = messagesFor(resultMessages, locale);
  const s = messagesFor(selectionMessages, locale);
  const { shown, task } = trials;
  return (
    <SelectionFrame selection={trials}>
      {refusal?.details?.hindrance ? (
        <HindranceNotice refusal={refusal} intakes={trials.intakes} />
      ) : (
        <ErrorSummary refusal={refusal ?? null} />
      )}
      {task && !task.failed && (
        <Card>
          <ProgressBar label={s.running} done={0} total={null} unit={s.unit} running />
        </Card>
      )}
      {mayRun && <TryCard plan={trials.plan} status={trials.status} refusal={refusal} />}
      {shown && <Shown trials={trials} shown={shown} />}
      <Card title={t.runs}>
        {trials.runs.length === 0 && <p className="soft">{t.noRuns}</p>}
        <ul className="lined-list">
          {trials.runs.map((run) => (
            <li key={run.runId}>
              <div>
                <Link
                  to={`?percobaan=${run.runId}`}
                  aria-current={run.runId === shown?.runId ? 'true' : undefined}
                >
                  {run.whatIf
                    ? t.changeOf({ what: changeInWords(run.whatIf.change, locale) })
                    : t[`run_${run.kind}`]}
                </Link>
                <span className="row-note">
                  {formatInstant(run.ranAt.getTime(), locale)}, {run.ranBy} ·{' '}
                  <span className="mono">{run.seed}</span>
                </span>
              </div>
              <span>
                {run.outcome === 'selected'
                  ? t.runLine({
                      seats: formatNumber(run.seats, locale),
                      applicants: formatNumber(run.applicants, locale),
                    })
                  : t.noList}
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </SelectionFrame>
  );
}

/** `kursi +20%, anggaran +20%` */
function changeInWords({ moreSeats, moreMoney, without, weights }: Change, locale: Locale): string {
  const t = messagesFor(resultMessages, locale);
  return [
    moreSeats && t.change_seats({ n: String(moreSeats) }),
    moreMoney && t.change_money({ n: String(moreMoney) }),
    without && t.change_without({ what: tagName(without.split('@')[0] as Tag, locale) }),
    weights && t.change_weights,
  ]
    .filter(Boolean)
    .join(', ');
}

function TryCard({
  plan,
  status,
  refusal,
}: {
  plan: SelectionPlan;
  status: string;
  refusal: Refusal | undefined;
}) {
  const locale = useLocale();
  const t = messagesFor(resultMessages, locale);
  const errors = refusal?.fields ? { errors: refusal.fields } : {};
  const shares = [...plan.reserves, ...plan.quotas];
  return (
    <Card title={t.tryTitle}>
      <p className="soft card-lead">{t.tryLead}</p>
      <Form method="post" className="fields" noValidate>
        <div className="row">
          <Button name="intent" value="twenty" look="secondary">
            {t.twenty}
          </Button>
          {status !== 'decided' && (
            <Button name="intent" value="plain" look="secondary">
              {t.tryPlain}
            </Button>
          )}
        </div>
        <div className="field-pair">
          <TextField
            name="change.moreSeats"
            label={t.moreSeats}
            inputMode="numeric"
            optional
            short
            {...errors}
          />
          <TextField
            name="change.moreMoney"
            label={t.moreMoney}
            inputMode="numeric"
            optional
            short
            {...errors}
          />
          {shares.length > 0 && (
            <SelectField
              name="change.without"
              label={t.without}
              empty={t.withoutNone}
              options={shares.map((one) => ({ value: reserveCode(one), label: tagName(one.tag, locale) }))}
            />
          )}
        </div>
        <details className="more">
          <summary>{t.otherWeights}</summary>
          <div className="field-pair">
            {plan.criteria.map((criterion) => (
              <TextField
                key={criterionCode(criterion)}
                name={`weight:${criterionCode(criterion)}`}
                label={t.weightOf({ name: criterionName(criterion, locale) })}
                defaultValue={criterion.weight}
                inputMode="numeric"
                short
              />
            ))}
          </div>
        </details>
        {status !== 'decided' && (
          <TextField name="seed" label={t.seed} hint={t.seedHint} optional maxLength={120} {...errors} />
        )}
        <div className="row">
          <Button name="intent" value="change">
            {t.compare}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

function Shown({ trials, shown }: { trials: TrialsView; shown: NonNullable<TrialsView['shown']> }) {
  const locale = useLocale();
  const t = messagesFor(resultMessages, locale);
  const s = messagesFor(selectionMessages, locale);
  const { whatIf } = shown;
  const n = (value: number) => formatNumber(value, locale);
  const points = (total: number | null) => t.total({ points: pointsInWords(total ?? 0, locale) });
  const isChosen = shown.outcome === 'selected';
  return (
    <Card
      title={whatIf ? t.changeOf({ what: changeInWords(whatIf.change, locale) }) : t[`run_${shown.kind}`]}
    >
      <div className="stack tight">
        <ClashNotice run={shown} intakes={trials.intakes} isLocked={trials.status !== 'draft'} />
        {isChosen && (
          <>
            <div className="tiles">
              {whatIf && (
                <StatTile
                  label={t.before}
                  value={whatIf.before.seats}
                  unit={s.seatsUnit}
                  note={points(whatIf.before.total)}
                />
              )}
              <StatTile
                label={whatIf ? t.after : s.seats}
                value={shown.seats}
                unit={s.seatsUnit}
                note={points(shown.total)}
              />
            </div>
            {whatIf && (
              <div className="side-by-side">
                <SeatList title={t.gain({ n: n(shown.gain.length) })} lines={shown.gain} />
                <SeatList title={t.lose({ n: n(shown.lose.length) })} lines={shown.lose} />
              </div>
            )}
            <ShareTable run={shown} intakes={trials.intakes} />
            <ProofLine run={shown} />
            <details className="more">
              <summary>{t.all({ n: n(shown.seated.length) })}</summary>
              <SeatList lines={shown.seated} />
            </details>
          </>
        )}
      </div>
    </Card>
  );
}

function SeatList({ title, lines }: { title?: string; lines: readonly SeatLine[] }) {
  const locale = useLocale();
  const t = messagesFor(resultMessages, locale);
  return (
    <div>
      {title && <h3>{title}</h3>}
      {lines.length === 0 && <p className="soft">{t.nobody}</p>}
      <ul className="seat-lines">
        {lines.map(({ enterpriseId, name, village, intake, score }) => (
          <li key={enterpriseId}>
            <span>
              <Link to={`/usaha/${enterpriseId}/syarat`}>{name}</Link>
              <span className="row-note">{[village, intake].filter(Boolean).join(' · ')}</span>
            </span>
            <span>{pointsInWords(score, locale)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
