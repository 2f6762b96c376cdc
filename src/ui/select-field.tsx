import type { ComponentProps } from 'react';
import { FieldError, FieldHint, type FieldProps, OptionalMark, useField } from './field.tsx';

export type Choice = { value: string; label: string; hint?: string };

type Props = FieldProps & {
  options: readonly Choice[];
  /** First, empty choice: "Pilih kelurahan". */
  empty?: string;
} & Omit<ComponentProps<'select'>, 'name' | 'id'>;

/** One of many. With fewer than seven choices use RadioField. */
export function SelectField({ name, label, hint, optional, errors, options, empty, ...rest }: Props) {
  const field = useField({ name, hint, errors });
  return (
    <div className="field">
      <label className="label" htmlFor={field.id}>
        {label}
        <OptionalMark optional={optional} />
      </label>
      <FieldHint id={field.id} hint={hint} />
      <select {...rest} {...field.input} className="input">
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <FieldError id={field.id} error={field.error} />
    </div>
  );
}
