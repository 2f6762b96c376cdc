import { Form } from 'react-router';
import { formatDate, formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { formatRupiah } from '#kernel/money.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DefinitionList } from '#ui/definition-list.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { IntakeTabs } from '#ui/intake-tabs.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { intakeMessages } from '../messages/intake-messages.ts';
import { intakeWords } from '../messages/intake-words.ts';
import { programmeMessages } from '../messages/programme-messages.ts';
import { isOpenToChange } from '../rules/intake-state.ts';
import type { IntakeView } from '../rules/programme-view.ts';
import { IntakeBadge } from './intake-badge.tsx';
import { IntakeMoneyCard, type MoneyReply } from './intake-money-card.tsx';
import './programme.css';

type Props = {
  intake: IntakeView;
  today: string;
  mayPlan: boolean;
  maySpend: boolean;
  /** For a payment about to be recorded: sent twice it is kept once. */
  newSpendingId: string;
  saved: boolean;
  /** False for a partner, who has no page of the programme. */
  seesProgramme: boolean;
  refusal?: Refusal | undefined;
  reply?: MoneyReply | undefined;
};

/** One intake: what it waits for, its days and seats, and its money. */
export function IntakeScreen(props: Props) {
  const { intake, mayPlan, saved, seesProgramme, refusal } = props;
  const locale = useLocale();
  const t = messagesFor(intakeMessages, locale);
  const p = messagesFor(programmeMessages, locale);
  return (
    <div className="stack">
      <title>{`${intake.name} · Gawangan`}</title>
      <PageHeader
        title={intake.name}
        lead={seesProgramme ? undefined : intake.programme}
        badge={<IntakeBadge status={intake.status} />}
        back={
          seesProgramme
            ? { to: `/pembinaan/${intake.programmeId}`, label: intake.programme }
            : { to: '/pembinaan', label: p.yourIntakes }
        }
        action={
          mayPlan &&
          isOpenToChange(intake.status) && (
            <ButtonLink to={`/pembinaan/angkatan/${intake.intakeId}/ubah`} look="secondary">
              {t.edit}
            </ButtonLink>
          )
        }
      />
      <IntakeTabs
        intakeId={intake.intakeId}
        of={seesProgramme ? undefined : ['intake', 'participants', 'sessions']}
      />
      <ErrorSummary refusal={refusal} />
      {saved && (
        <Notice tone="done" live>
          {t.saved}
        </Notice>
      )}
      <NextMove {...props} />
      <div className="card-pair">
        <Facts intake={intake} />
        {intake.money && <IntakeMoneyCard {...props} money={intake.money} />}
      </div>
      {mayPlan && <OtherSteps intake={intake} />}
    </div>
  );
}

const later = ['postpone', 'cancel'] as const;

/** The one thing to be done now, with what it costs. */
function NextMove({ intake, mayPlan }: Pick<Props, 'intake' | 'mayPlan'>) {
  const locale = useLocale();
  const t = messagesFor(intakeMessages, locale);
  const w = messagesFor(intakeWords, locale);
  const { status, money, statusReason } = intake;
  if (status === 'finished') return null;
  const because = statusReason && <p className="soft">{t.because({ reason: statusReason })}</p>;
  if (status === 'cancelled')
    return (
      <Card>
        <p>{t.cancelled}</p>
        {because}
      </Card>
    );
  const steps = intake.actions.filter((action) => !later.some((one) => one === action));
  // Going on is what is usually wanted; opening once more is the exception.
  const [next, ...others] = steps.toSorted((a, b) => Number(a === 'open') - Number(b === 'open'));
  const commits =
    status === 'planned' && money?.line && money.wanted > 0
      ? t.commitsNow({ amount: formatRupiah(money.wanted, locale) })
      : '';
  return (
    <Card>
      <div className="next-move">
        <div>
          <p>{t[`next_${status}`]}</p>
          {because}
          {mayPlan && commits && <p className="soft">{commits}</p>}
        </div>
        {mayPlan && next && (
          <Form method="post" className="row">
            <input type="hidden" name="intent" value="steer" />
            {others.map((action) => (
              <Button key={action} name="action" value={action} look="quiet">
                {action === 'open' ? w.do_reopen : w[`do_${action}`]}
              </Button>
            ))}
            <Button name="action" value={next}>
              {w[`do_${next}`]}
            </Button>
          </Form>
        )}
      </div>
    </Card>
  );
}

function Facts({ intake }: Pick<Props, 'intake'>) {
  const locale = useLocale();
  const t = messagesFor(intakeMessages, locale);
  const p = messagesFor(programmeMessages, locale);
  const day = (date: string) => formatDate(date, locale);
  const applications = [
    intake.applicationsOpenAt &&
      t.applicationsSince({ at: formatInstant(intake.applicationsOpenAt.getTime(), locale) }),
    intake.closesOn && t.applicationsUntil({ day: day(intake.closesOn) }),
  ].filter(Boolean);
  return (
    <Card title={t.facts}>
      <DefinitionList
        items={[
          {
            term: p.when,
            value:
              intake.startsOn === intake.endsOn
                ? day(intake.startsOn)
                : p.toDay({ from: day(intake.startsOn), to: day(intake.endsOn) }),
          },
          { term: p.place, value: intake.place ?? t.notSettled },
          { term: p.seats, value: `${formatNumber(intake.seats, locale)} ${t.seatsUnit}` },
          ...(intake.stageName === null ? [] : [{ term: p.stage, value: intake.stageName }]),
          { term: t.carriedBy, value: intake.partner ?? p.own },
          { term: t.applications, value: applications.join(', ') || t.notSettled },
          { term: t.code, value: <span className="mono">{intake.code}</span>, note: t.codeNote },
        ]}
      />
    </Card>
  );
}

/** Rarely wanted, and each says why. */
function OtherSteps({ intake: { actions } }: Pick<Props, 'intake'>) {
  const locale = useLocale();
  const t = messagesFor(intakeMessages, locale);
  const w = messagesFor(intakeWords, locale);
  const possible = later.filter((action) => actions.includes(action));
  if (possible.length === 0) return null;
  return (
    <details className="fold">
      <summary>{t.otherSteps}</summary>
      <Card>
        <Form method="post" className="fields">
          <p className="soft">{t.otherStepsText}</p>
          <input type="hidden" name="intent" value="steer" />
          <TextField name="reason" label={t.reason} optional maxLength={300} />
          <div className="row">
            {possible.map((action) => (
              <Button
                key={action}
                name="action"
                value={action}
                look={action === 'cancel' ? 'danger' : 'secondary'}
              >
                {w[`do_${action}`]}
              </Button>
            ))}
          </div>
        </Form>
      </Card>
    </details>
  );
}
