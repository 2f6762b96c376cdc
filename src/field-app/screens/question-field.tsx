import { memo, useId } from 'react';
import type { Given } from '#questionnaire/engine/answers.ts';
import type { QuestionView } from '#questionnaire/engine/view-form.ts';
import { answerProblemText } from '#questionnaire/messages/answer-problem.ts';
import { useField, useText } from '../app-state.ts';
import type { OpenVisit } from '../use-visit.ts';
import { type AnswerProps, isMenu } from './answer-props.ts';
import { ChoiceAnswer } from './choice-answer.tsx';
import { PhotoAnswer } from './photo-answer.tsx';
import { PositionAnswer } from './position-answer.tsx';
import { TypedAnswer } from './typed-answer.tsx';

const asGroup = new Set(['select_multiple', 'photo', 'geopoint', 'acknowledge']);

type Props = { view: QuestionView; visit: OpenVisit; showsProblem: boolean; give(given: Given): void };

/**
 * The form is worked out anew with each keystroke, but on a slow phone only the questions that look otherwise than before
 * are drawn anew. `give` is another function each time that does the same.
 */
export const QuestionField = memo(
  DrawnQuestion,
  (before, after) =>
    before.visit.keeper === after.visit.keeper &&
    before.visit.change === after.visit.change &&
    before.showsProblem === after.showsProblem &&
    looksOf(before.view) === looksOf(after.view),
);

const looks = new WeakMap<QuestionView, string>();
function looksOf(view: QuestionView): string {
  const known = looks.get(view);
  if (known !== undefined) return known;
  const { question: _, ...seen } = view;
  const look = JSON.stringify(seen);
  looks.set(view, look);
  return look;
}

/** One question with its label, hint, answer, what else may be said ("tidak mau menjawab"), and what is wrong. */
function DrawnQuestion(props: Props) {
  const text = useText();
  const { locale } = useField();
  const { view, visit, give } = props;
  const id = useId();
  const { question, problem, hint } = view;
  if (question.kind === 'note') return <p className="aloud note">{view.label}</p>;
  // What was typed and cannot be right is said at once; what is missing, only when one wants to go on.
  const isShown = problem !== null && props.showsProblem;
  const isGroup = asGroup.has(question.kind) || (question.kind === 'select_one' && !isMenu(view));
  const describedBy = [hint && `${id}-hint`, isShown && `${id}-wrong`].filter(Boolean).join(' ') || undefined;
  const answer: AnswerProps = {
    view,
    visit,
    give,
    id,
    labelId: `${id}-label`,
    describedBy,
    isInvalid: isShown,
  };
  const Label = isGroup || view.isReadOnly ? 'span' : 'label';
  return (
    <div
      className={isShown ? 'question wrong' : 'question'}
      {...(isGroup
        ? ({
            role: question.kind === 'select_one' ? 'radiogroup' : 'group',
            'aria-labelledby': `${id}-label`,
            'aria-describedby': describedBy,
          } as const)
        : {})}
    >
      <Label className="label" id={`${id}-label`} {...(Label === 'label' ? { htmlFor: id } : {})}>
        {view.label}
        {!view.isRequired && !view.isReadOnly && <span className="optional"> ({text.optional})</span>}
      </Label>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {view.isReadOnly ? <p className="fixed">{view.text || '–'}</p> : <Answer {...answer} />}
      {view.states.length > 0 && (
        <fieldset className="states" aria-label={text.orElse({ question: view.label })}>
          {view.states.map((state) => (
            <button
              key={state}
              type="button"
              aria-pressed={view.state === state}
              onClick={() => give(view.state === state ? '' : { answer: state })}
            >
              {text[state]}
            </button>
          ))}
        </fieldset>
      )}
      {isShown && (
        <p className="problem" id={`${id}-wrong`}>
          {answerProblemText(problem, locale)}
        </p>
      )}
    </div>
  );
}

function Answer(props: AnswerProps) {
  const { kind } = props.view.question;
  if (kind === 'select_one' || kind === 'select_multiple' || kind === 'acknowledge')
    return <ChoiceAnswer {...props} />;
  if (kind === 'photo') return <PhotoAnswer {...props} />;
  if (kind === 'geopoint') return <PositionAnswer {...props} />;
  return <TypedAnswer {...props} />;
}
