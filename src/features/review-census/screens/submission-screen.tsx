import { Form, Link } from 'react-router';
import { formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { fieldWord } from '../messages/field-words.ts';
import { reviewMessages } from '../messages/review-messages.ts';
import { verdictWord } from '../messages/verdict-words.ts';
import type { Happened } from '../rules/happened.ts';
import type { QueueFilter, SubmissionView } from '../rules/review-view.ts';
import { DecideBar } from './decide-bar.tsx';
import { HappenedNotice } from './happened-notice.tsx';
import { queueHref } from './queue-address.ts';
import { approveForm, RegisterChanges } from './register-changes.tsx';
import { Around, ConflictNotices, Photos, Place, Remarks } from './submission-facts.tsx';
import './review.css';

type Props = {
  view: SubmissionView;
  filter: QueueFilter;
  happened: Happened | null;
  refusal?: Refusal | undefined;
  isRevealed: boolean;
};

/** One visit: what was answered, what it would change, what stands out, and the decision. */
export function SubmissionScreen({ view, filter, happened, refusal, isRevealed }: Props) {
  const locale = useLocale();
  const t = messagesFor(reviewMessages, locale);
  const { round, submissionId } = view;
  const words: Record<string, string> = t as never;
  const action = queueHref(round.roundId, filter, { submissionId });
  const minutes =
    view.activeS === null ? null : formatNumber(Math.max(1, Math.round(view.activeS / 60)), locale);
  const facts = [
    view.userName,
    formatInstant(view.finishedAt, locale),
    minutes && t.took({ minutes }),
    t.received({ at: formatInstant(view.receivedAt, locale) }),
  ];
  const labels = Object.fromEntries(
    view.choices.map(({ field }) => [`choice.${field}`, fieldWord(field, locale)]),
  );
  return (
    <div className="stack tight review-one">
      <title>{`${view.enterpriseName} · ${t.queueTitle} · Gawangan`}</title>
      <PageHeader
        back={{
          to: queueHref(round.roundId, filter),
          label: `${t.toQueue} (${t.waitingLeft({ count: formatNumber(view.waiting, locale) })})`,
        }}
        title={view.enterpriseName}
        badge={
          view.status === 'received' ? undefined : (
            <StatusBadge tone="quiet">{words[`status_${view.status}`]}</StatusBadge>
          )
        }
        lead={
          <>
            <strong>{verdictWord(view.verdict, locale)}</strong>
            {[view.ownerName, view.place, view.isFound ? t.found : null]
              .filter(Boolean)
              .map((fact) => ` · ${fact}`)}
            <span className="row-note">{facts.filter(Boolean).join(' · ')}</span>
          </>
        }
      />
      <ErrorSummary refusal={refusal} labels={labels} />
      <HappenedNotice happened={happened} action={queueHref(round.roundId, filter)} />
      {isRevealed && (
        <Notice tone="info" live>
          {t.revealed}
        </Notice>
      )}
      <ConflictNotices {...view} />
      <div className="review-columns">
        <div className="stack tight">
          <RegisterChanges {...view} />
          {view.verdict === 'duplicate' && view.status === 'received' && <Doubles {...view} />}
          <Answers view={view} action={action} isRevealed={isRevealed} />
        </div>
        <div className="stack tight">
          <Remarks {...view} />
          <Photos {...view} />
          <Place {...view} />
          <Around {...view} />
        </div>
      </div>
      {view.status === 'received' && view.mayDecide && <DecideBar view={view} filter={filter} />}
    </div>
  );
}

function Answers({
  view,
  action,
  isRevealed,
}: {
  view: SubmissionView;
  action: string;
  isRevealed: boolean;
}) {
  const t = messagesFor(reviewMessages, useLocale());
  const words: Record<string, string> = t as never;
  const isMasked = view.sections.some(({ answers }) => answers.some((answer) => answer.isMasked));
  return (
    <Card
      title={t.answers}
      action={
        view.enterpriseId && !view.isGone ? (
          <Link to={`/usaha/${view.enterpriseId}`}>{t.openEnterprise}</Link>
        ) : undefined
      }
    >
      {view.sections.map((section) => (
        <section key={section.label} className="answer-section">
          {section.label && <h3>{section.label}</h3>}
          <dl className="answers-list">
            {section.answers.map(({ path, label, text, isNew }) => (
              <div key={path}>
                <dt>{label}</dt>
                <dd className={isNew ? 'is-new' : undefined}>
                  {text.startsWith('=') ? (words[text.slice(1)] ?? text) : text}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {isMasked && !isRevealed && view.mayDecide && (
        <details className="more">
          <summary>{t.reveal}</summary>
          <Form method="post" action={action} preventScrollReset className="more-inside stack tight">
            <input type="hidden" name="intent" value="reveal" />
            <TextField name="reason" label={t.revealWhy} hint={t.revealNote} required minLength={5} />
            <Button look="secondary">{t.reveal}</Button>
          </Form>
        </details>
      )}
    </Card>
  );
}

/** The enterprise that this one is a double of, among those that are called so. */
function Doubles({ doubles, duplicateOf, mayDecide }: SubmissionView) {
  const t = messagesFor(reviewMessages, useLocale());
  return (
    <Card title={t.same}>
      {duplicateOf && <p className="soft">{t.sameHint({ text: duplicateOf })}</p>}
      <div className="choices">
        {doubles.map((one) => (
          <label key={one.enterpriseId} className="choice-option">
            <input
              type="radio"
              name="duplicateOf"
              value={one.enterpriseId}
              form={approveForm}
              disabled={!mayDecide}
            />
            <span>
              <strong>{one.name}</strong>
              <span className="soft small">
                {[one.ownerName, one.villageName].filter(Boolean).join(' · ')}
              </span>
            </span>
          </label>
        ))}
        <label className="choice-option">
          <input
            type="radio"
            name="duplicateOf"
            value=""
            form={approveForm}
            defaultChecked
            disabled={!mayDecide}
          />
          <span>{t.noneOfThese}</span>
        </label>
      </div>
    </Card>
  );
}
