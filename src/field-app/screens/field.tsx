import { type InputHTMLAttributes, useId } from 'react';

/** A labelled input of the app's own forms (questions of a questionnaire have theirs). */
export function Field({
  label,
  hint,
  isWrong,
  isPin,
  ...input
}: {
  label: string;
  hint?: string;
  isWrong?: boolean;
  isPin?: boolean;
} & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  const pin = isPin
    ? ({
        type: 'password',
        inputMode: 'numeric',
        maxLength: 6,
        autoComplete: 'off',
        className: 'pin',
      } as const)
    : {};
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <input
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        aria-invalid={isWrong || undefined}
        {...pin}
        {...input}
      />
    </p>
  );
}
