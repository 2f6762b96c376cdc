import { messagesFor } from '#kernel/language.ts';
import type { FieldRefusal } from '#kernel/refusal.ts';
import { DateField } from '#ui/date-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { budgetMessages } from '../messages/budget-messages.ts';

export type BudgetValues = Readonly<Record<string, string>>;

type Props = { values?: BudgetValues | undefined; errors?: readonly FieldRefusal[] | undefined };

/** What a line is called; `year` left out where it stays. */
export function LineFields({ values, errors, year }: Props & { year?: number }) {
  const t = messagesFor(budgetMessages, useLocale());
  const field = (name: string & keyof typeof t) => ({
    name,
    label: t[name] as string,
    errors,
    defaultValue: values?.[name] ?? '',
  });
  return (
    <>
      <TextField {...field('name')} maxLength={200} />
      <TextField {...field('code')} hint={t.codeHint} maxLength={80} />
      {year !== undefined && (
        <TextField
          {...field('fiscalYear')}
          defaultValue={values?.fiscalYear ?? String(year)}
          inputMode="numeric"
          short
        />
      )}
      <div className="field-pair">
        <TextField {...field('indicator')} optional maxLength={300} />
        <TextField {...field('target')} optional maxLength={120} />
      </div>
    </>
  );
}

/** A decision about a ceiling, with its document. */
export function CeilingFields({ values, errors }: Props) {
  const t = messagesFor(budgetMessages, useLocale());
  const field = (name: string & keyof typeof t) => ({
    name,
    label: t[name] as string,
    errors,
    defaultValue: values?.[name] ?? '',
  });
  return (
    <>
      <div className="field-pair">
        <TextField {...field('amount')} hint={t.amountHint} inputMode="numeric" />
        <DateField {...field('effectiveOn')} />
      </div>
      <TextField {...field('documentNumber')} hint={t.documentHint} maxLength={120} />
      <TextField {...field('note')} optional maxLength={300} />
    </>
  );
}
