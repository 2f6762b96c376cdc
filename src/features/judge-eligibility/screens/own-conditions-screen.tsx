import { Form } from 'react-router';
import { formatDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { StatusBadge, type Tone } from '#ui/status-badge.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { conditionMessages } from '../messages/condition-messages.ts';
import { ownMessages } from '../messages/own-messages.ts';
import type { Answer } from '../rules/conditions.ts';
import type { AssessmentView, OwnConditionsView, OwnProgramme } from '../rules/eligibility-view.ts';
import type { Explanation } from '../rules/explain-line.ts';
import { standingTones } from './condition-list-screen.tsx';
import './eligibility.css';

type Props = { view: OwnConditionsView; mayAssess: boolean; refusal?: Refusal | undefined };

const tones: Record<Answer, Tone> = { yes: 'done', no: 'wrong', unknown: 'wait' };

/** Which programmes are open to one enterprise, why, and what would change it. */
export function OwnConditionsScreen({ view, mayAssess, refusal }: Props) {
  const locale = useLocale();
  const t = messagesFor(ownMessages, locale);
  const { enterpriseId, name, programmes, assessments } = view;
  return (
    <div className="stack">
      <title>{`${t.title}: ${name} · Gawangan`}</title>
      <PageHeader
        back={{ to: `/usaha/${enterpriseId}`, label: name }}
        title={t.title}
        lead={t.lead}
        action={
          mayAssess && (
            <ButtonLink to={`/pembinaan/penilaian/${enterpriseId}`} look="secondary">
              {t.assess}
            </ButtonLink>
          )
        }
      />
      <ErrorSummary refusal={refusal} />
      <p className="soft small">{t.asOf({ day: formatDate(view.day, locale) })}</p>
      {programmes.length === 0 && <EmptyState title={t.none}>{t.noneHow}</EmptyState>}
      {programmes.map((programme) => (
        <ProgrammeCard key={programme.programmeId} programme={programme} />
      ))}
      {assessments.length > 0 && <Assessments assessments={assessments} mayAssess={mayAssess} />}
    </div>
  );
}

function ProgrammeCard({ programme: { programme, standing, lines } }: { programme: OwnProgramme }) {
  const t = messagesFor(conditionMessages, useLocale());
  return (
    <Card
      title={programme}
      action={<StatusBadge tone={standingTones[standing]}>{t[`standing_${standing}`]}</StatusBadge>}
    >
      <ul className="condition-lines">
        {lines.map((line) => (
          <Line key={line.key} line={line} />
        ))}
      </ul>
    </Card>
  );
}

function Line({ line: { label, answer, reasons, change } }: { line: Explanation }) {
  const t = messagesFor(ownMessages, useLocale());
  return (
    <li className={answer}>
      <div className="row">
        <strong>{label}</strong>
        <StatusBadge tone={tones[answer]}>{t[`answer_${answer}`]}</StatusBadge>
      </div>
      {reasons.map((reason) => (
        <p key={reason.asked} className="soft small">
          {reasons.length > 1 && `${reason.asked}: `}
          {reason.evidence}
        </p>
      ))}
      {change && (
        <p>
          {t.change}: {change}
        </p>
      )}
    </li>
  );
}

function Assessments({
  assessments,
  mayAssess,
}: {
  assessments: readonly AssessmentView[];
  mayAssess: boolean;
}) {
  const locale = useLocale();
  const t = messagesFor(ownMessages, locale);
  return (
    <Card title={t.assessments}>
      <ul className="condition-lines">
        {assessments.map((one) => (
          <li key={one.assessmentId}>
            <strong>{one.rubric}</strong>
            <p className="soft small">
              {t.by({ who: one.assessedBy, day: formatDate(one.assessedOn, locale) })}
            </p>
            {one.levels.map(({ aspect, level, anchor, note }) => (
              <p key={aspect}>
                {aspect}: {t.level({ level })}. {anchor}
                {note && <span className="row-note">{note}</span>}
              </p>
            ))}
            {mayAssess && (
              <details>
                <summary>{t.withdraw}</summary>
                <Form method="post" className="fields">
                  <input type="hidden" name="assessmentId" value={one.assessmentId} />
                  <TextField name="reason" label={t.reason} required maxLength={500} />
                  <Button look="danger">{t.withdrawSend}</Button>
                </Form>
              </details>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
