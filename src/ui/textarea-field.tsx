import type { ComponentProps } from 'react';
import { FieldError, FieldHint, type FieldProps, OptionalMark, useField } from './field.tsx';

/** Several lines of text. */
export function TextareaField({
  name,
  label,
  hint,
  optional,
  errors,
  ...rest
}: FieldProps & Omit<ComponentProps<'textarea'>, 'name' | 'id'>) {
  const field = useField({ name, hint, errors });
  return (
    <div className="field">
      <label className="label" htmlFor={field.id}>
        {label}
        <OptionalMark optional={optional} />
      </label>
      <FieldHint id={field.id} hint={hint} />
      <textarea {...rest} {...field.input} className="input" />
      <FieldError id={field.id} error={field.error} />
    </div>
  );
}
