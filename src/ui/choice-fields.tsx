import type { ReactNode } from 'react';
import { FieldError, FieldHint, type FieldProps, OptionalMark, useField } from './field.tsx';
import type { Choice } from './select-field.tsx';

/** Any number of a few; the form carries `name` once per ticked box. */
export function CheckboxesField({
  defaultValue = [],
  ...props
}: FieldProps & { options: readonly Choice[]; defaultValue?: readonly string[] }) {
  return <ChoiceGroup {...props} type="checkbox" checked={defaultValue} />;
}

type GroupProps = FieldProps & {
  type: 'radio' | 'checkbox';
  options: readonly Choice[];
  checked: readonly string[];
  required?: boolean;
};

function ChoiceGroup({ name, label, hint, optional, errors, type, options, checked, required }: GroupProps) {
  const field = useField({ name, hint, errors });
  return (
    <fieldset className="field" aria-describedby={field.input['aria-describedby']}>
      <legend className="label">
        {label}
        <OptionalMark optional={optional} />
      </legend>
      <FieldHint id={field.id} hint={hint} />
      <div>
        {options.map((option, index) => (
          <label key={option.value} className="choice">
            <input
              // The summary of errors leads to the first choice.
              id={index === 0 ? field.id : undefined}
              className="box"
              type={type}
              name={name}
              value={option.value}
              defaultChecked={checked.includes(option.value)}
              required={required}
              aria-invalid={field.input['aria-invalid']}
            />
            <span>
              {option.label}
              {option.hint && <span className="hint block">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={field.id} error={field.error} />
    </fieldset>
  );
}

type CheckboxProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  value?: string;
  defaultChecked?: boolean;
  errors?: FieldProps['errors'];
};

/** A single yes; the form carries `value` ("1") when ticked and nothing otherwise. */
export function CheckboxField({ name, label, hint, value = '1', defaultChecked, errors }: CheckboxProps) {
  // The hint stands inside the label and is read with it.
  const field = useField({ name, errors });
  return (
    <div className="field">
      <label className="choice" htmlFor={field.id}>
        <input
          {...field.input}
          className="box"
          type="checkbox"
          value={value}
          defaultChecked={defaultChecked}
        />
        <span>
          {label}
          {hint && <span className="hint block">{hint}</span>}
        </span>
      </label>
      <FieldError id={field.id} error={field.error} />
    </div>
  );
}
