import { formatLongDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { PrintButton } from '#ui/print-button.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { answerWords, villageMessages } from '../messages/village-messages.ts';
import type { QuestionView } from '../rules/pair-view.ts';
import { villageAnswers } from '../rules/village-answers.ts';
import { RecordLine } from './record-line.tsx';
import './village.css';

export type QuestionSheetProps = { questions: QuestionView[]; officeName: string; today: string };

/** A sheet to hand over at the kelurahan and to take back ticked; it names people, and no number of theirs. */
export function QuestionSheetScreen({ questions, officeName, today }: QuestionSheetProps) {
  const locale = useLocale();
  const t = messagesFor(villageMessages, locale);
  const [first] = questions;
  const village = first?.village ?? t.unknownVillage;
  return (
    <div className="stack sheet">
      <title>{`${t.sheetTitle} · Gawangan`}</title>
      <PageHeader
        back={{ to: '/kembar/tanya', label: t.title }}
        title={t.sheetTitle}
        lead={first ? t.sheetTo({ village }) : t.nobody}
        action={first && <PrintButton />}
      />
      {first && (
        <>
          <div>
            <p>{t.sheetLead}</p>
            <p className="soft small">
              {officeName} · {t.sheetDay({ day: formatLongDate(today, locale) })}
            </p>
          </div>
          <ol className="sheet-questions">
            {questions.map((question) => (
              <li key={question.questionId}>
                <p className="small">
                  <strong>{question.kind === 'same_owner' ? t.questionOwner : t.question}</strong>
                </p>
                <div className="question-sides">
                  <RecordLine record={question.left} letter="A" />
                  <RecordLine record={question.right} letter="B" />
                </div>
                <p className="ticks">
                  {villageAnswers.map((answer) => (
                    <span key={answer}>
                      <span className="tick" aria-hidden="true" />
                      {messagesFor(answerWords, locale)[answer]}
                    </span>
                  ))}
                </p>
              </li>
            ))}
          </ol>
          <p className="signed">{t.signed}</p>
        </>
      )}
    </div>
  );
}
