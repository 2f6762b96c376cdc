import { messagesFor } from '#kernel/language.ts';
import type { FieldProps } from '#ui/field.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { columnReasonText } from '../messages/column-messages.ts';
import { mappingMessages, periodText, unitText } from '../messages/mapping-messages.ts';
import type { InspectedColumn } from '../rules/inspection.ts';
import { FieldSelect } from './field-select.tsx';
import type { FormValues } from './form-values.ts';

const periods = ['month', 'year', 'week', 'day'] as const;
const units = [1, 1_000, 1_000_000, 1_000_000_000] as const;

type Props = { column: InspectedColumn; values: FormValues; errors?: FieldProps['errors'] };

/**
 * One column: its heading, a few of its values, and what it holds. Period, unit and year belong to money; the
 * stylesheet shows them once money is chosen, so that it works without scripts.
 */
export function ColumnRow({ column, values, errors }: Props) {
  const locale = useLocale();
  const t = messagesFor(mappingMessages, locale);
  const at = column.column;
  const likely = [...(column.field ? [column.field] : []), ...column.alternatives];
  return (
    <fieldset className="column-row">
      <legend>
        {column.heading.top && <span className="soft">{column.heading.top} › </span>}
        {column.heading.text || (
          <>
            {t.column({ at: formatNumber(at + 1, locale) })} <span className="soft">({t.noHeading})</span>
          </>
        )}
      </legend>
      <div className="column-seen">
        <p className={column.certain ? 'soft small' : 'column-why'}>{columnReasonText(column.why, locale)}</p>
        {column.samples.length === 0 ? (
          <p className="soft small">{t.noSamples}</p>
        ) : (
          <ul className="samples" aria-label={t.samples}>
            {column.samples.slice(0, 3).map((sample, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same value may stand there twice, and they never move.
              <li key={index}>{sample}</li>
            ))}
          </ul>
        )}
      </div>
      <div className="column-fields">
        <FieldSelect
          name={`field-${at}`}
          label={t.holds}
          likely={likely}
          defaultValue={values[`field-${at}`] ?? column.field ?? 'kept'}
          errors={errors}
        />
        <div className="money-fields">
          <div className="sales-only">
            <SelectField
              name={`period-${at}`}
              label={t.period}
              empty={t.periodChoose}
              options={periods.map((value) => ({ value, label: periodText(value, locale) }))}
              defaultValue={values[`period-${at}`] ?? column.period ?? ''}
              errors={errors}
            />
          </div>
          <SelectField
            name={`unit-${at}`}
            label={t.unit}
            options={units.map((value) => ({ value: String(value), label: unitText(value, locale) }))}
            defaultValue={values[`unit-${at}`] ?? String(column.unit)}
            errors={errors}
          />
          <TextField
            name={`year-${at}`}
            label={t.year}
            inputMode="numeric"
            maxLength={4}
            defaultValue={values[`year-${at}`] ?? (column.year === null ? '' : String(column.year))}
            errors={errors}
          />
        </div>
      </div>
    </fieldset>
  );
}
