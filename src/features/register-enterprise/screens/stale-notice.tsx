import { useEffect, useRef } from 'react';
import { formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { useLocale } from '#ui/use-locale.ts';
import { fieldLabels } from '../messages/field-labels.ts';
import { formMessages } from '../messages/form-messages.ts';
import { wordOfField } from './field-word.ts';
import type { FormValues } from './form-values.ts';

export type Stale = {
  /** The same form as it would be filled from what is on record now. */
  current: FormValues;
  revision: number;
  by: string | null;
  /** Milliseconds since 1970 UTC. */
  at: number | null;
};

/** Someone else saved first: what they left on record beside what was typed here. */
export function StaleNotice({
  stale,
  typed,
  villageNames = {},
}: {
  stale: Stale;
  typed: FormValues;
  villageNames?: Readonly<Record<string, string>>;
}) {
  const locale = useLocale();
  const t = messagesFor(formMessages, locale);
  const labels: Record<string, string> = messagesFor(fieldLabels, locale);
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new answer is brought to attention.
  useEffect(() => box.current?.focus(), [stale]);
  const differing = Object.keys(stale.current).filter((path) => (typed[path] ?? '') !== stale.current[path]);
  const word = (path: string, value: string | undefined) =>
    value ? wordOfField(columnOf(path), value, locale, villageNames) : t.nothing;
  return (
    <div ref={box} className="notice wait" role="alert" tabIndex={-1}>
      <div className="stack tight">
        <div>
          <strong>{t.staleTitle}</strong>
          <p>
            {stale.by &&
              stale.at !== null &&
              `${t.staleBy({ who: stale.by, at: formatInstant(stale.at, locale) })} `}
            {t.staleLead}
          </p>
        </div>
        {differing.length === 0 ? (
          <p>{t.staleSame}</p>
        ) : (
          <table className="small-table stale">
            <thead>
              <tr>
                <th scope="col">{t.staleField}</th>
                <th scope="col">{t.staleYours}</th>
                <th scope="col">{t.staleNow}</th>
              </tr>
            </thead>
            <tbody>
              {differing.map((path) => (
                <tr key={path}>
                  <th scope="row">{labels[columnOf(path)] ?? path}</th>
                  <td>{word(path, typed[path])}</td>
                  <td>{word(path, stale.current[path])}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </div>
  );
}

/** `enterprise.nib.value_answer` → `nibAnswer`, `premises.rt` → `rt`. */
function columnOf(path: string): string {
  return path
    .replace(/^\w+\./, '')
    .replace(/\.value_answer$/, 'Answer')
    .replace(/\.value$/, '');
}
