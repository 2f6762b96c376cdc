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
import { SelectField } from '#ui/select-field.tsx';
import { TextareaField } from '#ui/textarea-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { appealMessages } from '../messages/appeal-messages.ts';
import type { AppealView, CounterAppealView } from '../rules/appeal-view.ts';
import { reasonSentences } from '../rules/reason-words.ts';
import type { ResultReason } from '../rules/result-reason.ts';
import { AppealBadge } from './appeals-screen.tsx';

type Reply = { typed: Readonly<Record<string, string>>; refusal: Refusal };
type Props = {
  appeal: AppealView;
  mayDisplace: boolean;
  said: boolean;
  reply?: Reply | undefined;
};

/** One question: the reason, and the answer in words. */
export function AppealScreen({ appeal, mayDisplace, said, reply }: Props) {
  const locale = useLocale();
  const t = messagesFor(appealMessages, locale);
  const at = (instant: Date) => formatInstant(instant.getTime(), locale);
  const { name, village, programme, intake, question, status } = appeal;
  return (
    <div className="stack">
      <title>{`${t.title}: ${name} · Gawangan`}</title>
      <PageHeader
        title={name}
        lead={[village, programme, intake].filter(Boolean).join(' · ')}
        back={{ to: '/pembinaan/keberatan', label: t.back }}
        badge={<AppealBadge one={appeal} />}
      />
      <ErrorSummary refusal={reply?.refusal} labels={{ answer: t.answer, outcome: t.decision }} />
      {said && (
        <Notice tone="done" live>
          {t.sent}
        </Notice>
      )}
      <Card title={t.words}>
        <p>{question ?? t.noWords}</p>
        <p className="soft small">
          {t.askedBy({ by: appeal.askedBy, at: at(appeal.askedAt) })} · {t[`via_${appeal.via}`]}
        </p>
      </Card>
      <Card title={t.reason}>
        <Reason reason={appeal.reason} />
        <Link to={`/usaha/${appeal.enterpriseId}/syarat`}>{t.evidence}</Link>
      </Card>
      {status !== 'open' && appeal.answer && (
        <Card title={t.answerTitle}>
          <p>{appeal.answer}</p>
          <p className="soft small">
            {appeal.answeredAt && t.answeredBy({ by: appeal.answeredBy ?? '', at: at(appeal.answeredAt) })}
          </p>
        </Card>
      )}
      {status === 'open' && <Answer appeal={appeal} mayDisplace={mayDisplace} reply={reply} />}
    </div>
  );
}

function Reason({ reason }: { reason: ResultReason | null }) {
  const locale = useLocale();
  const t = messagesFor(appealMessages, locale);
  if (!reason) return <p>{t.noReason}</p>;
  return (
    <>
      {reasonSentences(reason, locale, 'officer').map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  );
}

function Answer({ appeal, mayDisplace, reply }: Pick<Props, 'appeal' | 'mayDisplace' | 'reply'>) {
  const locale = useLocale();
  const t = messagesFor(appealMessages, locale);
  const { freeSeats, held, lineMoves } = appeal;
  const typed = reply?.typed ?? {};
  const errors = reply?.refusal.fields;
  const decisions = ['rejected', 'waiting_list', 'seat', 'none'] as const;
  const possible = decisions.filter((one) => one !== 'seat' || freeSeats > 0 || mayDisplace);
  return (
    <Card title={t.answerTitle}>
      <Form method="post" className="fields">
        <TextareaField
          name="answer"
          label={t.answer}
          hint={t.answerHint}
          defaultValue={typed.answer}
          errors={errors}
          required
          maxLength={1000}
          rows={4}
        />
        <SelectField
          name="decision"
          label={t.decision}
          {...(lineMoves ? {} : { hint: t.lineEnded })}
          options={possible.map((value) => ({ value, label: t[`decide_${value}`] }))}
          defaultValue={typed.decision}
          errors={errors}
        />
        {mayDisplace && (
          <SelectField
            name="displacedId"
            label={t.displaced}
            hint={t.displacedHint}
            {...(freeSeats > 0 ? { empty: t.freeSeat({ count: formatNumber(freeSeats, locale) }) } : {})}
            options={held.map(({ participantId, name }) => ({ value: participantId, label: name }))}
            defaultValue={typed.displacedId}
            errors={errors}
          />
        )}
        <Button>{t.send}</Button>
      </Form>
    </Card>
  );
}

/** At the counter: the reason is read out first, then the question is written down. */
export function CounterAppealScreen({
  view,
  newId,
  reply,
}: {
  view: CounterAppealView;
  newId: string;
  reply?: Reply | undefined;
}) {
  const t = messagesFor(appealMessages, useLocale());
  return (
    <div className="stack">
      <title>{`${t.counterTitle} · Gawangan`}</title>
      <PageHeader
        title={t.counterTitle}
        lead={[view.name, view.programme, view.intake].join(' · ')}
        back={{ to: `/pembinaan/angkatan/${view.intakeId}/peserta`, label: view.intake }}
      />
      <ErrorSummary refusal={reply?.refusal} labels={{ question: t.counterQuestion }} />
      <Card title={t.reason}>
        <p className="soft">{t.counterLead}</p>
        <Reason reason={view.reason} />
      </Card>
      <Card>
        <Form method="post" className="fields">
          <input type="hidden" name="appealId" value={newId} />
          <input type="hidden" name="applicationId" value={view.applicationId} />
          <TextareaField
            name="question"
            label={t.counterQuestion}
            optional
            defaultValue={reply?.typed.question}
            errors={reply?.refusal.fields}
            maxLength={1000}
            rows={3}
          />
          <Button>{t.counterSave}</Button>
        </Form>
      </Card>
    </div>
  );
}
