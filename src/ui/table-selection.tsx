import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import { defineMessages, messagesFor } from '#kernel/language.ts';
import { formatNumber } from './format-number.ts';
import { useHydrated } from './use-hydrated.ts';
import { useLocale } from './use-locale.ts';

const texts = defineMessages({
  id: {
    all: 'Pilih semua di halaman ini',
    one: (p: { what: string }) => `Pilih ${p.what}`,
    count: (p: { count: string }) => `${p.count} dipilih`,
  },
  en: { all: 'Select all on this page', one: (p) => `Select ${p.what}`, count: (p) => `${p.count} selected` },
});

export type Selection<Row> = {
  /** Id of a `<Form id>` beside the table; ticked rows travel in it as `name` (default `pilih`). */
  formId: string;
  name?: string;
  /** What a row is called when it is read aloud. */
  label: (row: Row) => string;
  /** Buttons with `form={formId}`: what can be done with the ticked rows. */
  actions: ReactNode;
};

export function SelectRow<Row>({
  selection,
  row,
  value,
}: {
  selection: Selection<Row>;
  row: Row;
  value: string;
}) {
  const t = messagesFor(texts, useLocale());
  return (
    <input
      className="box"
      type="checkbox"
      form={selection.formId}
      name={selection.name ?? 'pilih'}
      value={value}
      aria-label={t.one({ what: selection.label(row) })}
    />
  );
}

export function SelectAll<Row>({
  selection,
  body,
}: {
  selection: Selection<Row>;
  body: RefObject<HTMLTableSectionElement | null>;
}) {
  const t = messagesFor(texts, useLocale());
  const count = useTicked(selection.formId);
  if (!useHydrated()) return <span className="hidden">{t.all}</span>;
  return (
    <input
      className="box"
      type="checkbox"
      aria-label={t.all}
      ref={(box) => {
        if (!box) return;
        const all = body.current?.querySelectorAll('.tick-cell input').length ?? 0;
        box.checked = count > 0 && count === all;
        box.indeterminate = count > 0 && count < all;
      }}
      onChange={(event) => {
        for (const box of body.current?.querySelectorAll<HTMLInputElement>('.tick-cell input') ?? [])
          box.checked = event.currentTarget.checked;
        document.dispatchEvent(new Event('change'));
      }}
    />
  );
}

/** What can be done with the ticked rows; without scripts it is always there. */
export function SelectionBar<Row>({ selection }: { selection: Selection<Row> }) {
  const locale = useLocale();
  const t = messagesFor(texts, locale);
  const count = useTicked(selection.formId);
  const hydrated = useHydrated();
  return (
    <div className="selection" hidden={hydrated && count === 0}>
      {hydrated && (
        <strong role="status" aria-live="polite">
          {t.count({ count: formatNumber(count, locale) })}
        </strong>
      )}
      {selection.actions}
    </div>
  );
}

/** How many rows are ticked. The boxes themselves are the truth, so that forms work without scripts. */
function useTicked(formId: string): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const recount = () =>
      setCount(document.querySelectorAll(`.tick-cell input[form="${CSS.escape(formId)}"]:checked`).length);
    recount();
    document.addEventListener('change', recount);
    return () => document.removeEventListener('change', recount);
  });
  return count;
}
