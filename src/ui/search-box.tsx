import { useEffect, useRef } from 'react';
import { Form, useNavigation, useSearchParams, useSubmit } from 'react-router';
import { defineMessages, messagesFor } from '#kernel/language.ts';
import { Button } from './button.tsx';
import { cursorParams } from './href-with.ts';
import { Icon } from './icon.tsx';
import { IconSearch } from './icons.ts';
import { Kbd } from './kbd.tsx';
import { useLocale } from './use-locale.ts';

const texts = defineMessages({ id: { search: 'Cari' }, en: { search: 'Search' } });

/** Long enough not to ask for every letter, short enough to feel immediate. */
const PAUSE_MS = 150;

type Props = {
  /** "Cari nama usaha, pemilik, atau alamat" */
  label: string;
  name?: string;
  /** Where the results are; the present page when left out. */
  action?: string;
};

/** One box. Results come while typing; without scripts, by Enter. Keeps the filters. `/` jumps to it, Esc empties it. */
export function SearchBox({ label, name = 'q', action }: Props) {
  const t = messagesFor(texts, useLocale());
  const [params] = useSearchParams();
  const submit = useSubmit();
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const given = params.get(name) ?? '';
  const busy = new URLSearchParams(useNavigation().location?.search).has(name);

  useEffect(() => {
    // Back, forward, or a removed filter: show what the address says, but never under a typing hand.
    if (input.current && document.activeElement !== input.current) input.current.value = given;
  }, [given]);
  useEffect(() => {
    const jump = (event: KeyboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (
        event.key !== '/' ||
        event.ctrlKey ||
        event.metaKey ||
        target?.closest('input, textarea, select, [contenteditable]')
      )
        return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener('keydown', jump);
    return () => {
      document.removeEventListener('keydown', jump);
      clearTimeout(timer.current);
    };
  }, []);

  const searchSoon = (form: HTMLFormElement) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => submit(form, { replace: true, preventScrollReset: true }), PAUSE_MS);
  };
  const kept = [...params].filter(([key]) => key !== name && !cursorParams.some((cursor) => cursor === key));

  return (
    <Form
      role="search"
      action={action}
      className="search"
      aria-busy={busy}
      onSubmit={() => clearTimeout(timer.current)}
    >
      {!action &&
        kept.map(([key, value]) => <input key={`${key}=${value}`} type="hidden" name={key} value={value} />)}
      <span className="search-field">
        <Icon of={IconSearch} />
        <input
          ref={input}
          type="search"
          name={name}
          className="input"
          defaultValue={given}
          placeholder={label}
          aria-label={label}
          aria-keyshortcuts="/"
          autoComplete="off"
          enterKeyHint="search"
          // On another page's list the box would vanish under the typing hand: there, Enter.
          onInput={(event) => !action && event.currentTarget.form && searchSoon(event.currentTarget.form)}
        />
        <Kbd>/</Kbd>
      </span>
      <Button look="secondary">{t.search}</Button>
    </Form>
  );
}
