import { type KeyboardEvent, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { defineMessages, messagesFor } from '#kernel/language.ts';
import { formatNumber } from './format-number.ts';
import { hrefWith } from './href-with.ts';
import { Icon } from './icon.tsx';
import { IconCheck, IconChevronDown, IconX } from './icons.ts';
import { useDismiss } from './use-dismiss.ts';
import { useHydrated } from './use-hydrated.ts';
import { useLocale } from './use-locale.ts';

const texts = defineMessages({
  id: {
    group: 'Saringan',
    remove: (p: { what: string }) => `Lepas saringan ${p.what}`,
    removeAll: 'Lepas semua',
    find: 'Ketik untuk mencari',
  },
  en: {
    group: 'Filters',
    remove: (p) => `Remove filter ${p.what}`,
    removeAll: 'Remove all',
    find: 'Type to find',
  },
});

export type Facet = {
  /** Query parameter; several values of one facet mean "any of these". */
  param: string;
  label: string;
  /** `inner`: part of the choice before it, such as a village of its district. */
  options: readonly { value: string; label: string; count?: number; inner?: boolean }[];
  /** Only one value at a time, such as a day or a yes. */
  single?: boolean;
};

/** Beyond this many choices a box to find one is shown. */
const MANY = 12;

/** What the list is narrowed by: a menu per facet, and a chip per chosen value that takes it away. All of it lives in the address. */
export function FilterChips({ facets }: { facets: readonly Facet[] }) {
  const t = messagesFor(texts, useLocale());
  const { search } = useLocation();
  const params = new URLSearchParams(search);
  const chosen = facets.flatMap((facet) =>
    params.getAll(facet.param).map((value) => ({
      facet,
      value,
      label: facet.options.find((one) => one.value === value)?.label ?? value,
    })),
  );
  return (
    <nav className="filters" aria-label={t.group}>
      {facets.map((facet) => (
        <FacetMenu key={facet.param} facet={facet} search={search} />
      ))}
      {chosen.map(({ facet, value, label }) => (
        <Link
          key={`${facet.param}=${value}`}
          className="chip chosen"
          to={hrefWith(search, { [facet.param]: params.getAll(facet.param).filter((one) => one !== value) })}
          aria-label={t.remove({ what: label })}
          onKeyDown={removeByKey}
          preventScrollReset
        >
          {label}
          <Icon of={IconX} size={16} />
        </Link>
      ))}
      {chosen.length > 1 && (
        <Link
          className="chip clear"
          to={hrefWith(search, Object.fromEntries(facets.map((facet) => [facet.param, null])))}
          preventScrollReset
        >
          {t.removeAll}
        </Link>
      )}
    </nav>
  );
}

function removeByKey(event: KeyboardEvent<HTMLAnchorElement>) {
  if (event.key !== 'Delete' && event.key !== 'Backspace') return;
  event.preventDefault();
  event.currentTarget.click();
}

function FacetMenu({ facet, search }: { facet: Facet; search: string }) {
  const locale = useLocale();
  const t = messagesFor(texts, locale);
  const menu = useDismiss();
  const hydrated = useHydrated();
  const [typed, setTyped] = useState('');
  const selected = new URLSearchParams(search).getAll(facet.param);
  const shown = facet.options.filter((option) =>
    option.label.toLowerCase().includes(typed.trim().toLowerCase()),
  );
  return (
    <details className="facet" ref={menu}>
      <summary className="chip">
        {facet.label}
        <Icon of={IconChevronDown} size={16} />
      </summary>
      <div className="float">
        {hydrated && facet.options.length > MANY && (
          <input
            type="search"
            className="input"
            placeholder={t.find}
            aria-label={t.find}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
        <ul>
          {shown.map((option) => {
            const on = selected.includes(option.value);
            const others = facet.single ? [] : selected.filter((one) => one !== option.value);
            return (
              <li key={option.value} className={option.inner ? 'inner' : undefined}>
                <Link
                  to={hrefWith(search, { [facet.param]: on ? others : [...others, option.value] })}
                  aria-current={on ? 'true' : undefined}
                  preventScrollReset
                >
                  <span className="tick">{on && <Icon of={IconCheck} size={18} />}</span>
                  <span>{option.label}</span>
                  {option.count !== undefined && (
                    <span className="soft">{formatNumber(option.count, locale)}</span>
                  )}
                </Link>
              </li>
            );
          })}
        </ul>
      </div>
    </details>
  );
}
