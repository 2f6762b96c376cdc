import type { HTMLAttributes } from 'react';
import type { QuestionKind } from '#questionnaire/form.ts';
import type { AnswerProps } from './answer-props.ts';

const keyboards: Partial<Record<QuestionKind, HTMLAttributes<HTMLInputElement>['inputMode']>> = {
  integer: 'numeric',
  decimal: 'decimal',
  money: 'numeric',
  nik: 'numeric',
  nib: 'numeric',
  phone: 'tel',
};

/** Text, numbers, identifiers, dates: typed, and kept exactly as typed until the visit is finished. */
export function TypedAnswer({ view, give, id, describedBy, isInvalid }: AnswerProps) {
  const { question, text, unit } = view;
  const shared = {
    id,
    value: text,
    autoComplete: 'off',
    'aria-describedby': describedBy,
    'aria-invalid': isInvalid || undefined,
    'aria-required': view.isRequired || undefined,
  } as const;
  if (question.kind === 'text' && question.appearance?.includes('multiline'))
    return <textarea {...shared} rows={4} onChange={(event) => give(event.target.value)} />;
  const isMoney = question.kind === 'money';
  const isWholeNumber = isMoney || question.kind === 'integer';
  return (
    <>
      <span className="with-unit">
        {isMoney && <span>Rp</span>}
        <input
          {...shared}
          type={question.kind === 'date' ? 'date' : 'text'}
          inputMode={keyboards[question.kind]}
          autoCapitalize={question.kind === 'text' ? 'words' : 'off'}
          onChange={(event) => give(event.target.value)}
        />
        {unit && <span>{unit}</span>}
      </span>
      {isWholeNumber && text.length > 3 && /^\d+$/.test(text) && (
        <output className="hint">{text.replace(/\B(?=(\d{3})+$)/g, '.')}</output>
      )}
    </>
  );
}
