import { ButtonLink } from '#ui/button.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { useLocale } from '#ui/use-locale.ts';
import type { PlaceLink } from '../rules/round-view.ts';
import './census.css';

/** The ways to what belongs to no single round, each with how much waits there. */
export function PlaceLinks({ label, places }: { label: string; places: readonly PlaceLink[] }) {
  const locale = useLocale();
  if (places.length === 0) return null;
  return (
    <nav className="places" aria-label={label}>
      {places.map(({ path, label: name, waiting }) => (
        <ButtonLink key={path} to={path} look="quiet">
          {name[locale]}
          {waiting > 0 && <span className="badge wait">{formatNumber(waiting, locale)}</span>}
        </ButtonLink>
      ))}
    </nav>
  );
}
