import { Form, Link } from 'react-router';
import { daysBetween, formatInstant, plainDateInWib } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { Notice } from '#ui/notice.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { selectionMessages } from '../messages/selection-messages.ts';
import type { FormValues } from '../rules/plan-form.ts';
import { pointsInWords } from '../rules/plan-words.ts';
import type { SelectionView } from '../rules/selection-view.ts';
import { DraftCards } from './draft-cards.tsx';
import { PlanForm } from './plan-form.tsx';
import { PlanList } from './plan-list.tsx';
import { HindranceNotice } from './refused-step.tsx';
import { ClashNotice, ProofLine, ShareTable } from './run-outcome.tsx';
import { SelectionFrame } from './selection-frame.tsx';

export type SelectionScreenProps = {
  selection: SelectionView;
  values: FormValues;
  today: string;
  mayPlan: boolean;
  mayRun: boolean;
  mayExport: boolean;
  saved: boolean;
  refusal?: Refusal | undefined;
};

/** One selection with the one thing to be done now: to plan and lock it, to wait and run it, to look at its result. */
export function SelectionScreen(props: SelectionScreenProps) {
  const { selection, saved, refusal } = props;
  const t = messagesFor(selectionMessages, useLocale());
  const { status, task } = selection;
  return (
    <SelectionFrame selection={selection}>
      {refusal?.details?.hindrance ? (
        <HindranceNotice refusal={refusal} intakes={selection.intakes} />
      ) : (
        <ErrorSummary refusal={refusal ?? null} />
      )}
      {saved && (
        <Notice tone="done" live>
          {t.saved}
        </Notice>
      )}
      {task && (
        <Card>
          {task.failed ? (
            <Notice tone="wrong">{t.runFailed}</Notice>
          ) : (
            <ProgressBar label={t.running} done={0} total={null} unit={t.unit} running />
          )}
        </Card>
      )}
      <IntakeList {...props} />
      {status === 'draft' && <Draft {...props} />}
      {status === 'locked' && <Locked {...props} />}
      {status === 'decided' && <Decided {...props} />}
    </SelectionFrame>
  );
}

/** Intakes with seats, applicants, and when applications close. */
function IntakeList({ selection: { intakes }, today }: SelectionScreenProps) {
  const locale = useLocale();
  const t = messagesFor(selectionMessages, locale);
  const n = (value: number) => formatNumber(value, locale);
  return (
    <Card>
      <ul className="lined-list">
        {intakes.map(({ intakeId, name, seats, applicants, applicationsCloseAt: at }) => {
          const days = at === null ? -1 : daysBetween(today, plainDateInWib(at.getTime() - 1));
          const left = days > 0 ? t.closesIn({ days: n(days) }) : days === 0 ? t.closesToday : null;
          return (
            <li key={intakeId}>
              <div>
                <Link to={`/pembinaan/angkatan/${intakeId}`}>
                  <strong>{name}</strong>
                </Link>
                <span className="row-note">
                  {t.closes}: {at === null ? t.closesNotSet : formatInstant(at.getTime() - 60_000, locale)}
                  {left && ` (${left})`}
                </span>
              </div>
              <span>
                <Link to={`/pembinaan/angkatan/${intakeId}/pendaftar`}>
                  <strong>{n(applicants)}</strong> {t.applicants.toLowerCase()}
                </Link>{' '}
                · <strong>{n(seats)}</strong> {t.seatsUnit}
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function Draft(props: SelectionScreenProps) {
  const { selection, values, mayPlan, refusal } = props;
  const t = messagesFor(selectionMessages, useLocale());
  if (!mayPlan)
    return (
      <Card title={t.overview}>
        <p className="soft card-lead">{t.draftLead}</p>
        <PlanList plan={selection.plan} intakes={selection.intakes} />
      </Card>
    );
  return (
    <>
      <p className="soft">{t.draftLead}</p>
      <PlanForm
        key={selection.revision}
        revision={selection.revision}
        values={values}
        choices={selection}
        intakes={selection.intakes}
        errors={refusal?.fields}
      />
      <Example selection={selection} />
      <DraftCards selection={selection} refusal={refusal} />
    </>
  );
}

/** What the newest trial came to. */
function Example({ selection: { selectionId, trial, intakes } }: Pick<SelectionScreenProps, 'selection'>) {
  const locale = useLocale();
  const t = messagesFor(selectionMessages, locale);
  const n = (value: number) => formatNumber(value, locale);
  return (
    <Card
      title={t.example}
      action={
        trial && (
          <ButtonLink to={`/pembinaan/pemilihan/${selectionId}/coba`} look="quiet">
            {t.more}
          </ButtonLink>
        )
      }
    >
      {!trial && <p className="soft">{t.exampleNone}</p>}
      {trial && (
        <div className="stack tight" id="contoh">
          <ClashNotice run={trial} intakes={intakes} isLocked={false} />
          {trial.outcome === 'selected' && (
            <>
              <p>
                <strong>{t.exampleOf({ seats: n(trial.seats), applicants: n(trial.applicants) })}</strong>
              </p>
              <div className="side-by-side">
                <ol className="seat-lines">
                  {trial.seated.map(({ enterpriseId, name, village, score }) => (
                    <li key={enterpriseId}>
                      <span>
                        <Link to={`/usaha/${enterpriseId}/syarat`}>{name}</Link>
                        <span className="row-note">{village}</span>
                      </span>
                      <span>{pointsInWords(score, locale)}</span>
                    </li>
                  ))}
                </ol>
                <div>
                  <ShareTable run={trial} intakes={intakes} />
                </div>
              </div>
              <p className="soft small">{t.exampleNote}</p>
            </>
          )}
        </div>
      )}
    </Card>
  );
}

function SeedLine({ selection: { seed, seedSource } }: Pick<SelectionScreenProps, 'selection'>) {
  const t = messagesFor(selectionMessages, useLocale());
  return (
    <p>
      {t.seed}: <span className="mono">{seed}</span>{' '}
      <span className="soft">({seedSource ?? t.seedDrawn})</span>
    </p>
  );
}

function Published({ selection }: Pick<SelectionScreenProps, 'selection'>) {
  const locale = useLocale();
  const t = messagesFor(selectionMessages, locale);
  const { lockedAt, lockedBy, officeCode, intakes, plan } = selection;
  return (
    <Card
      title={t.overview}
      action={
        <a href={`/ikut/${officeCode}/${intakes[0]?.code}/pemilihan`} className="btn quiet">
          {t.publicPage}
        </a>
      }
    >
      <p className="soft card-lead">
        {lockedAt && t.lockedAt({ at: formatInstant(lockedAt.getTime(), locale), by: lockedBy ?? '' })}.
      </p>
      <PlanList plan={plan} intakes={intakes} />
      <SeedLine selection={selection} />
    </Card>
  );
}

function Locked({ selection, mayRun }: SelectionScreenProps) {
  const locale = useLocale();
  const t = messagesFor(selectionMessages, locale);
  const { runHindrance, intakes, failed, task } = selection;
  const lastClose = Math.max(
    ...intakes.map(({ applicationsCloseAt }) => applicationsCloseAt?.getTime() ?? 0),
  );
  return (
    <>
      {failed && <ClashNotice run={failed} intakes={intakes} isLocked />}
      <Card title={t.run}>
        {runHindrance === 'applications_open' && (
          <p>{t.run_applications_open({ at: formatInstant(lastClose - 60_000, locale) })}</p>
        )}
        {runHindrance === 'intake_not_closed' && (
          <>
            <p className="card-lead">{t.run_intake_not_closed}</p>
            <div className="row">
              {intakes
                .filter(({ status }) => status !== 'closed')
                .map(({ intakeId, name }) => (
                  <ButtonLink key={intakeId} to={`/pembinaan/angkatan/${intakeId}`}>
                    {t.closeIntake({ name })}
                  </ButtonLink>
                ))}
            </div>
          </>
        )}
        {runHindrance === null && (
          <div className="row">
            <p>{t.runLead}</p>
            {mayRun && (!task || task.failed) && (
              <Form method="post">
                <Button name="intent" value="run">
                  {t.run}
                </Button>
              </Form>
            )}
          </div>
        )}
      </Card>
      <Published selection={selection} />
    </>
  );
}

function Decided({ selection, mayExport }: SelectionScreenProps) {
  const locale = useLocale();
  const t = messagesFor(selectionMessages, locale);
  const { selectionId, official, intakes } = selection;
  if (!official) return null;
  const base = `/pembinaan/pemilihan/${selectionId}`;
  const n = (value: number) => formatNumber(value, locale);
  return (
    <>
      <Card title={t.result} action={<ButtonLink to={`${base}/hasil`}>{t.seeResult}</ButtonLink>}>
        <div className="stack tight">
          <p>
            {t.decidedLead({
              seats: n(official.seats),
              applicants: n(official.applicants),
              at: formatInstant(official.ranAt.getTime(), locale),
              by: official.ranBy,
            })}
          </p>
          <ShareTable run={official} intakes={intakes} />
          <ProofLine run={official} />
          <div className="row">
            {intakes.map(({ intakeId, name }) => (
              <ButtonLink key={intakeId} to={`/pembinaan/angkatan/${intakeId}/peserta`} look="secondary">
                {t.participants({ name })}
              </ButtonLink>
            ))}
            {mayExport && (
              <>
                <a className="btn secondary" href={`${base}/unduh.xlsx`}>
                  {t.download}
                </a>
                <a className="btn quiet" href={`${base}/berkas.json`}>
                  {t.downloadFile}
                </a>
              </>
            )}
          </div>
          {mayExport && <p className="soft small">{t.fileNote}</p>}
        </div>
      </Card>
      <Published selection={selection} />
    </>
  );
}
