import { type ComponentProps, useRef } from 'react';
import { type Answer, answerLabel } from '#kernel/answer.ts';
import { answerName } from './answer-form.ts';
import { FieldError, FieldHint, type FieldProps, OptionalMark, useField } from './field.tsx';
import { useLocale } from './use-locale.ts';

const missing = ['none_yet', 'not_shown', 'declined', 'unknown'] as const satisfies readonly Answer[];

type Props = FieldProps & {
  defaultAnswer?: Answer;
  defaultValue?: string;
  /** Answers that make no sense here, such as `none_yet` for a NIK: everyone has one. */
  without?: readonly Answer[];
} & Pick<ComponentProps<'input'>, 'inputMode' | 'autoComplete' | 'maxLength' | 'placeholder'>;

/** A value, or why there is none. Read it with `readAnswer(form, name)`. Typing chooses "on record" by itself. */
export function AnswerField({
  name,
  label,
  hint,
  optional,
  errors,
  defaultAnswer = 'unknown',
  defaultValue,
  without = [],
  ...input
}: Props) {
  const locale = useLocale();
  const field = useField({ name, hint, errors });
  const known = useRef<HTMLInputElement>(null);
  const choose = (on: boolean) => {
    if (on && known.current) known.current.checked = true;
  };
  return (
    <fieldset className="field answer">
      <legend className="label">
        {label}
        <OptionalMark optional={optional} />
      </legend>
      <FieldHint id={field.id} hint={hint} />
      <div className="answer-known">
        <label className="choice">
          <input
            ref={known}
            className="box"
            type="radio"
            name={answerName(name)}
            value="known"
            defaultChecked={defaultAnswer === 'known'}
          />
          <span>{answerLabel('known', locale)}</span>
        </label>
        <input
          {...input}
          {...field.input}
          type="text"
          className="input"
          defaultValue={defaultValue}
          aria-label={typeof label === 'string' ? label : undefined}
          onInput={(event) => choose(event.currentTarget.value !== '')}
        />
      </div>
      <div className="answer-missing">
        {missing
          .filter((answer) => !without.includes(answer))
          .map((answer) => (
            <label key={answer} className="choice">
              <input
                className="box"
                type="radio"
                name={answerName(name)}
                value={answer}
                defaultChecked={defaultAnswer === answer}
              />
              <span>{answerLabel(answer, locale)}</span>
            </label>
          ))}
      </div>
      <FieldError id={field.id} error={field.error} />
    </fieldset>
  );
}
