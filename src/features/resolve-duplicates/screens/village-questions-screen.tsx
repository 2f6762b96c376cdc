import { Form } from 'react-router';
import { formatDate, plainDateInWib } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { IconMessageQuestion, IconPrinter } from '#ui/icons.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { answerWords, villageMessages } from '../messages/village-messages.ts';
import type { QuestionView } from '../rules/pair-view.ts';
import { villageAnswers } from '../rules/village-answers.ts';
import { RecordLine } from './record-line.tsx';
import { type VillageGroup, villageGroups } from './village-groups.ts';
import './village.css';

export type VillageQuestionsProps = {
  questions: QuestionView[];
  mayDecide: boolean;
  refusal?: Refusal | undefined;
};

/** What the kelurahan are asked, by kelurahan: to be printed, and answered here. */
export function VillageQuestionsScreen({ questions, mayDecide, refusal }: VillageQuestionsProps) {
  const t = messagesFor(villageMessages, useLocale());
  return (
    <div className="stack">
      <title>{`${t.title} · Gawangan`}</title>
      <PageHeader back={{ to: '/kembar', label: t.back }} title={t.title} lead={t.lead} />
      <ErrorSummary refusal={refusal} />
      {questions.length === 0 && (
        <div className="card">
          <EmptyState icon={IconMessageQuestion} title={t.emptyTitle}>
            {t.emptyText}
          </EmptyState>
        </div>
      )}
      {villageGroups(questions).map((group) => (
        <VillageCard key={group.villageCode} group={group} mayDecide={mayDecide} />
      ))}
    </div>
  );
}

function VillageCard({ group, mayDecide }: { group: VillageGroup; mayDecide: boolean }) {
  const locale = useLocale();
  const t = messagesFor(villageMessages, locale);
  const village = group.village ?? t.unknownVillage;
  return (
    <section className="card">
      <div className="card-head">
        <h2>
          {village}{' '}
          <span className="soft small">
            {t.count({ count: formatNumber(group.questions.length, locale) })}
          </span>
        </h2>
        <ButtonLink
          to={`/kembar/tanya/cetak?${new URLSearchParams({ wilayah: group.villageCode })}`}
          look="secondary"
          icon={IconPrinter}
        >
          {t.print({ village })}
        </ButtonLink>
      </div>
      <ul className="lined-list">
        {group.questions.map((question) => (
          <li key={question.questionId} id={question.questionId}>
            <div className="question">
              <h3 className="small">{question.kind === 'same_owner' ? t.questionOwner : t.question}</h3>
              <div className="question-sides">
                <RecordLine record={question.left} letter="A" />
                <RecordLine record={question.right} letter="B" />
              </div>
              <p className="row-note">
                {t.askedBy({
                  by: question.askedBy,
                  day: formatDate(plainDateInWib(Date.parse(question.askedAt)), locale),
                })}
              </p>
              {mayDecide && (
                <Form method="post" preventScrollReset className="question-answers">
                  <input type="hidden" name="questionId" value={question.questionId} />
                  <span className="small soft">{t.answer}</span>
                  {villageAnswers.map((answer) => (
                    <Button key={answer} name="answer" value={answer} look="secondary">
                      {messagesFor(answerWords, locale)[answer]}
                    </Button>
                  ))}
                </Form>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
