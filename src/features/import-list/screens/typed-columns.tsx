import type { FieldRefusal } from '#kernel/refusal.ts';
import { FieldError, FieldHint, useField } from '#ui/field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { typedLabel } from '../messages/typed-headings.ts';
import { typedFields } from '../rules/fast-entry.ts';
import type { ListField } from '../rules/list-fields.ts';

type Props = {
  label: string;
  hint: string;
  chosen: readonly string[];
  /** Those in which something is typed; they stay. */
  filled?: readonly ListField[];
  errors?: readonly FieldRefusal[] | undefined;
};

/** Which columns the paper has, as chips in the order of paper lists. */
export function TypedColumns({ label, hint, chosen, filled = [], errors }: Props) {
  const locale = useLocale();
  const field = useField({ name: 'fields', hint, ...(errors ? { errors } : {}) });
  return (
    <fieldset className="field typed-columns" aria-describedby={field.input['aria-describedby']}>
      <legend className="label">{label}</legend>
      <FieldHint id={field.id} hint={hint} />
      <div className="chip-row">
        {typedFields.map((one, at) => (
          <label key={one} className="chip">
            <input
              id={at === 0 ? field.id : undefined}
              type="checkbox"
              name="fields"
              value={one}
              defaultChecked={chosen.includes(one)}
              disabled={filled.includes(one)}
            />
            {typedLabel(one, locale)}
          </label>
        ))}
      </div>
      <FieldError id={field.id} {...(field.error ? { error: field.error } : {})} />
    </fieldset>
  );
}
