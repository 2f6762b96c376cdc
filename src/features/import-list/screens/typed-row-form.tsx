import { type RefObject, useEffect, useRef } from 'react';
import { messagesFor } from '#kernel/language.ts';
import { Button } from '#ui/button.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { typedLabel } from '../messages/typed-headings.ts';
import { typingMessages } from '../messages/typing-messages.ts';
import type { FastEntryColumn } from '../rules/fast-entry.ts';
import type { ListField } from '../rules/list-fields.ts';
import type { GridRow } from './grid-row.ts';
import { RowMatches } from './row-matches.tsx';
import { useRowMatches } from './use-row-matches.ts';

const longestValue = 500;

export type RowDeeds = {
  change(entryId: string, field: ListField, value: string): void;
  submit(entryId: string): void;
  remove(entryId: string): void;
  retry(): void;
};

type Props = {
  row: GridRow;
  columns: readonly FastEntryColumn[];
  isNew: boolean;
  isActive: boolean;
  problemsId: string | undefined;
  deeds: RowDeeds;
};

/**
 * The cells of one row. A form of its own, so that it is saved without scripts too; with them Enter keeps the row in
 * the background.
 */
export function TypedRowForm({ row, columns, isNew, isActive, problemsId, deeds }: Props) {
  const locale = useLocale();
  const t = messagesFor(typingMessages, locale);
  const form = useRef<HTMLFormElement>(null);
  useTypedBeforeScripts(form, row, columns, deeds);
  const matches = useRowMatches(row.values, isActive);
  const faulty = new Set(
    row.checked?.problems.filter(({ severity }) => severity === 'error').map(({ field }) => field),
  );
  const { entryId } = row;
  return (
    <form
      ref={form}
      method="post"
      className="typed-form"
      autoComplete="off"
      aria-label={(isNew ? t.newRow : t.row)({ row: row.rowNumber })}
      onSubmit={(event) => {
        event.preventDefault();
        const { submitter } = event.nativeEvent as SubmitEvent;
        if ((submitter as HTMLButtonElement | null)?.value === 'remove') deeds.remove(entryId);
        else deeds.submit(entryId);
      }}
    >
      <input type="hidden" name="entryId" value={entryId} />
      <input type="hidden" name="rowNumber" value={row.rowNumber} />
      <div className="typed-cells">
        {columns.map(({ field, inputMode }) => {
          const id = `sel-${entryId}-${field}`;
          return (
            <div key={field} className={`typed-cell of-${field}`}>
              <label htmlFor={id}>
                {typedLabel(field, locale)}
                {field === 'nik' && <DigitCount value={row.values.nik ?? ''} />}
              </label>
              <input
                id={id}
                name={field}
                className="input"
                defaultValue={row.values[field] ?? ''}
                inputMode={inputMode}
                maxLength={longestValue}
                autoComplete="off"
                autoCapitalize={inputMode === 'text' ? 'words' : 'off'}
                spellCheck={false}
                enterKeyHint="next"
                aria-invalid={faulty.has(field) || undefined}
                aria-describedby={faulty.has(field) ? problemsId : undefined}
                placeholder={examples[field]}
                onInput={(event) => deeds.change(entryId, field, event.currentTarget.value)}
              />
            </div>
          );
        })}
      </div>
      <RowMatches matches={matches} />
      <div className="typed-buttons">
        <Button name="intent" value="row" look={isNew ? 'primary' : 'secondary'}>
          {t.saveRow}
        </Button>
        {!isNew && (
          <Button name="intent" value="remove" look="quiet">
            {t.removeRow}
          </Button>
        )}
      </div>
    </form>
  );
}

/** How a value is written where its name does not say so. */
const examples: Partial<Record<ListField, string>> = {
  sex: 'L/P',
  birth_date: '17-08-1980',
  sales: '1,5 jt',
};

/** A NIK has sixteen digits, and nobody counts them. */
function DigitCount({ value }: { value: string }) {
  const t = messagesFor(typingMessages, useLocale());
  const count = value.replace(/\D/g, '').length;
  if (count === 0) return null;
  return (
    <span className={count === 16 ? 'digit-count full' : 'digit-count'}>
      <span aria-hidden="true">{t.digits({ count })}</span>
      <span className="hidden">{t.digitsAloud({ count })}</span>
    </span>
  );
}

/** What stands in the cells when the scripts arrive was typed before them. */
function useTypedBeforeScripts(
  form: RefObject<HTMLFormElement | null>,
  row: GridRow,
  columns: readonly FastEntryColumn[],
  { change }: RowDeeds,
): void {
  const first = useRef({ row, columns, change });
  useEffect(() => {
    const { row, columns, change } = first.current;
    for (const { field } of columns) {
      const input = form.current?.elements.namedItem(field);
      if (input instanceof HTMLInputElement && input.value !== (row.values[field] ?? ''))
        change(row.entryId, field, input.value);
    }
  }, [form]);
}
