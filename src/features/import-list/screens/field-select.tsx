import { messagesFor } from '#kernel/language.ts';
import { FieldError, type FieldProps, useField } from '#ui/field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { fieldGroupText, mappingMessages } from '../messages/mapping-messages.ts';
import { type FieldOf, fieldFacts, fieldLabel, type ListField, listFields } from '../rules/list-fields.ts';

const groups: readonly FieldOf[] = ['owner', 'business', 'place', 'row'];

/** What a column holds: the likely ones first, then all others by what they are of. */
export function FieldSelect({
  name,
  label,
  errors,
  likely,
  defaultValue,
}: Pick<FieldProps, 'name' | 'label' | 'errors'> & {
  likely: readonly ListField[];
  defaultValue: string;
}) {
  const locale = useLocale();
  const t = messagesFor(mappingMessages, locale);
  const field = useField({ name, errors });
  const first = likely.filter((one) => one !== 'kept');
  const option = (one: ListField) => (
    <option key={one} value={one}>
      {fieldLabel(one, locale)}
    </option>
  );
  return (
    <div className="field">
      <label className="label" htmlFor={field.id}>
        {label}
      </label>
      <select {...field.input} className="input" defaultValue={defaultValue}>
        <option value="kept">{t.kept}</option>
        {first.length > 0 && <optgroup label={t.likely}>{first.map(option)}</optgroup>}
        {groups.map((of) => (
          <optgroup key={of} label={fieldGroupText(of, locale)}>
            {listFields
              .filter((one) => fieldFacts[one].of === of && one !== 'kept' && !first.includes(one))
              .map(option)}
          </optgroup>
        ))}
      </select>
      <FieldError id={field.id} error={field.error} />
    </div>
  );
}
