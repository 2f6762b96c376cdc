import type { ComponentProps, ReactNode } from 'react';
import { FieldError, FieldHint, type FieldProps, OptionalMark, useField } from './field.tsx';

type Props = FieldProps & {
  /** For codes, days, and numbers. */
  short?: boolean;
  /** Below the input, such as what was understood. */
  after?: ReactNode;
} & Omit<ComponentProps<'input'>, 'name' | 'id'>;

/** One line of text; also for e-mail, phone, password and codes by `type`, `inputMode`, `autoComplete`. */
export function TextField({
  name,
  label,
  hint,
  optional,
  errors,
  short,
  after,
  type = 'text',
  ...rest
}: Props) {
  const field = useField({ name, hint, errors });
  return (
    <div className="field">
      <label className="label" htmlFor={field.id}>
        {label}
        <OptionalMark optional={optional} />
      </label>
      <FieldHint id={field.id} hint={hint} />
      <input {...rest} {...field.input} type={type} className={short ? 'input short' : 'input'} />
      {after}
      <FieldError id={field.id} error={field.error} />
    </div>
  );
}
