import { FieldError, FieldHint, type FieldProps, OptionalMark, useField } from './field.tsx';
import type { Choice } from './select-field.tsx';

type Props = FieldProps & { options: readonly Choice[]; defaultValue?: string; empty?: string };

/** One of several short words, as chips; still plain radio buttons to keyboard and screen reader. */
export function ChipRadios({
  name,
  label,
  hint,
  optional,
  errors,
  options,
  defaultValue = '',
  empty,
}: Props) {
  const field = useField({ name, hint, errors });
  const choices = empty === undefined ? options : [{ value: '', label: empty }, ...options];
  return (
    <fieldset className="field chip-radios" aria-describedby={field.input['aria-describedby']}>
      <legend className="label">
        {label}
        <OptionalMark optional={optional} />
      </legend>
      <FieldHint id={field.id} hint={hint} />
      <div className="chip-row">
        {choices.map((option, at) => (
          <label key={option.value} className="chip">
            <input
              id={at === 0 ? field.id : undefined}
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={defaultValue === option.value}
            />
            {option.label}
          </label>
        ))}
      </div>
      <FieldError id={field.id} error={field.error} />
    </fieldset>
  );
}
