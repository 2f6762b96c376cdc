import { useEffect, useRef } from 'react';
import { useFetcher } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { fieldId } from '#ui/field-id.ts';
import { TextField } from '#ui/text-field.tsx';
import { useHydrated } from '#ui/use-hydrated.ts';
import { useLocale } from '#ui/use-locale.ts';
import { fieldLabels } from '../messages/field-labels.ts';
import { formMessages } from '../messages/form-messages.ts';
import type { FieldsProps } from './form-values.ts';

const PAUSE_MS = 150;
type Hits = { text: string; hits: { code: string; title: string }[] };

/** The KBLI code, found by everyday words; without scripts a plain field for the code. */
export function KbliField({ values, errors }: FieldsProps) {
  const locale = useLocale();
  const t = messagesFor(formMessages, locale);
  const l = messagesFor(fieldLabels, locale);
  const hydrated = useHydrated();
  return (
    <div className="kbli">
      {hydrated && <KbliFinderBox />}
      <TextField
        name="enterprise.kbli"
        label={l.kbli}
        hint={t.kbliHint}
        optional
        short
        errors={errors}
        defaultValue={values['enterprise.kbli']}
        maxLength={20}
      />
    </div>
  );
}

function KbliFinderBox() {
  const t = messagesFor(formMessages, useLocale());
  const { load, data, state } = useFetcher<Hits>();
  const box = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const id = fieldId('kbli-kata');
  const searchSoon = (text: string) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => load(`/usaha/kbli?q=${encodeURIComponent(text)}`), PAUSE_MS);
  };
  const take = (code: string) => {
    const input = document.getElementById(fieldId('enterprise.kbli'));
    if (!(input instanceof HTMLInputElement)) return;
    input.value = code;
    input.focus();
    // The list has done its work.
    if (box.current) box.current.value = '';
    load('/usaha/kbli?q=');
  };
  const asked = data && data.text.trim() !== '';
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {t.kbliFind}
      </label>
      <span className="hint" id={`${id}-petunjuk`}>
        {t.kbliFindHint}
      </span>
      <input
        ref={box}
        id={id}
        type="search"
        className="input"
        autoComplete="off"
        aria-describedby={`${id}-petunjuk`}
        onInput={(event) => searchSoon(event.currentTarget.value)}
        // Enter here means "search", never "save".
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <div role="status" aria-busy={state !== 'idle'}>
        {asked && data.hits.length === 0 && <p className="hint">{t.kbliNone}</p>}
        {asked && data.hits.length > 0 && (
          <ul className="kbli-hits">
            {data.hits.map(({ code, title }) => (
              <li key={code}>
                <button
                  type="button"
                  className="float-item"
                  aria-label={t.kbliUse({ code, title })}
                  onClick={() => take(code)}
                >
                  <span className="mono">{code}</span>
                  <span>{title}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
