import { NavLink } from 'react-router';
import { formatNumber } from './format-number.ts';
import { useLocale } from './use-locale.ts';

export type TabLink = { to: string; label: string; count?: number; end?: boolean };

/** Parts of one thing, each at its own address. `label` names the group for screen readers. */
export function TabLinks({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  const locale = useLocale();
  return (
    <nav aria-label={label} className="tabs">
      {tabs.map(({ to, label: text, count, end }) => (
        <NavLink key={to} to={to} end={end} preventScrollReset>
          {text}
          {count !== undefined && <span className="tab-count">{formatNumber(count, locale)}</span>}
        </NavLink>
      ))}
    </nav>
  );
}
