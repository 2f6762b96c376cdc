import { useState } from 'react';
import { messagesFor } from '#kernel/language.ts';
import { Button } from '#ui/button.tsx';
import { IconPlus } from '#ui/icons.ts';
import { TextField } from '#ui/text-field.tsx';
import { useHydrated } from '#ui/use-hydrated.ts';
import { useLocale } from '#ui/use-locale.ts';
import { fieldLabels } from '../messages/field-labels.ts';
import { formMessages } from '../messages/form-messages.ts';
import type { FieldsProps } from './form-values.ts';

/** Rows shown from the start: enough without scripts, more by the button. */
const FIRST_PRODUCT_ROWS = 2;
export const MOST_PRODUCT_ROWS = 20;

/** One product; `prefix` is the path of the row, such as `products.0`. */
export function ProductFields({ values, errors, prefix }: FieldsProps & { prefix: string }) {
  const locale = useLocale();
  const t = messagesFor(formMessages, locale);
  const l = messagesFor(fieldLabels, locale);
  const at = (name: string) => ({
    name: `${prefix}.${name}`,
    errors,
    defaultValue: values[`${prefix}.${name}`],
  });
  return (
    <div className="product-row">
      <TextField {...at('name')} label={l.productName} maxLength={200} />
      <TextField {...at('price')} label={l.price} optional placeholder={t.priceHint} />
      <TextField {...at('unit')} label={l.unit} optional placeholder={t.unitHint} maxLength={50} />
    </div>
  );
}

/** Several products, as many as were typed and at least two rows. */
export function ProductRows({ values, errors }: FieldsProps) {
  const t = messagesFor(formMessages, useLocale());
  const typed = Object.keys(values).flatMap((name) => /^products\.(\d+)\./.exec(name)?.[1] ?? []);
  const [rows, setRows] = useState(Math.max(FIRST_PRODUCT_ROWS, ...typed.map((row) => Number(row) + 1)));
  return (
    <div className="fields">
      {Array.from({ length: Math.min(rows, MOST_PRODUCT_ROWS) }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the row number is its path in the form.
        <fieldset key={row} className="plain-set">
          <legend className="hidden">{t.rowName({ at: row + 1 })}</legend>
          <ProductFields values={values} errors={errors} prefix={`products.${row}`} />
        </fieldset>
      ))}
      {useHydrated() && rows < MOST_PRODUCT_ROWS && (
        <Button
          type="button"
          look="quiet"
          icon={IconPlus}
          onClick={() => setRows(rows + 1)}
          className="start"
        >
          {t.addProduct}
        </Button>
      )}
    </div>
  );
}
