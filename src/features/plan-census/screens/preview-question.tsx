import { messagesFor } from '#kernel/language.ts';
import type { Given } from '#questionnaire/engine/answers.ts';
import type { QuestionView } from '#questionnaire/engine/view-form.ts';
import { withoutValue } from '#questionnaire/form.ts';
import { answerProblemText } from '#questionnaire/messages/answer-problem.ts';
import { useLocale } from '#ui/use-locale.ts';
import { questionnaireMessages } from '../messages/questionnaire-messages.ts';

type Props = { view: QuestionView; onAnswer: (given: Given) => void };

/** One question, plainly: the preview shows what is asked and when, the phone shows it at its best. */
export function PreviewQuestion({ view, onAnswer }: Props) {
  const locale = useLocale();
  const t = messagesFor(questionnaireMessages, locale);
  const { question, label, hint, problem, text } = view;
  const id = `tanya-${view.path.replace(/[^\w]+/g, '-')}`;
  if (question.kind === 'note') return <p className="preview-note">{label}</p>;
  const isChoice = question.kind === 'select_one' || question.kind === 'select_multiple';
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
        {view.isRequired && ' *'}
      </label>
      {hint && <span className="hint">{hint}</span>}
      {question.kind === 'photo' || question.kind === 'geopoint' ? (
        <span className="soft" id={id}>
          {t[question.kind]}
        </span>
      ) : question.kind === 'acknowledge' ? (
        <input
          id={id}
          className="box"
          type="checkbox"
          checked={text !== ''}
          onChange={(event) => onAnswer(event.currentTarget.checked ? 'OK' : '')}
        />
      ) : isChoice ? (
        <Choices id={id} view={view} onAnswer={onAnswer} />
      ) : (
        <span className="row">
          <input
            id={id}
            className="input"
            type={question.kind === 'date' ? 'date' : 'text'}
            value={text}
            readOnly={view.isReadOnly}
            inputMode={
              ['integer', 'decimal', 'money', 'nik', 'nib', 'phone'].includes(question.kind)
                ? 'numeric'
                : 'text'
            }
            onChange={(event) => onAnswer(event.currentTarget.value)}
          />
          {view.unit}
        </span>
      )}
      {view.states.length > 0 && (
        <span className="row">
          {withoutValue
            .filter((state) => view.states.includes(state))
            .map((state) => (
              <label key={state} className="choice">
                <input
                  className="box"
                  type="checkbox"
                  checked={view.state === state}
                  onChange={(event) => onAnswer(event.currentTarget.checked ? { answer: state } : '')}
                />
                <span>{t[state]}</span>
              </label>
            ))}
        </span>
      )}
      {problem && problem.code !== 'blank' && (
        <span className="error">{answerProblemText(problem, locale)}</span>
      )}
    </div>
  );
}

function Choices({ id, view, onAnswer }: Props & { id: string }) {
  const { question, text, choices } = view;
  const chosen = text.split(' ').filter(Boolean);
  const several = question.kind === 'select_multiple';
  const next = (name: string, on: boolean) =>
    several ? [...chosen.filter((one) => one !== name), ...(on ? [name] : [])].join(' ') : name;
  return (
    <span className="chip-row">
      {choices.map(({ name, label }, at) => (
        <label key={name} className="chip">
          <input
            id={at === 0 ? id : undefined}
            type={several ? 'checkbox' : 'radio'}
            name={id}
            checked={chosen.includes(name)}
            onChange={(event) => onAnswer(next(name, event.currentTarget.checked))}
          />
          {label}
        </label>
      ))}
    </span>
  );
}
