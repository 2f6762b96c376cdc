import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatNumber } from './format-number.ts';
import { Icon } from './icon.tsx';
import { IconArrowRight } from './icons.ts';
import { useLocale } from './use-locale.ts';

type Props = {
  label: string;
  /** A number is written in the page's language; a text is shown as it is. */
  value: number | string;
  unit?: string;
  /** Source, day, or share: what keeps the number honest. */
  note?: ReactNode;
  /** The list behind the number. */
  to?: string;
};

/** One number with its name, unit and source. Place several in `<div className="tiles">`. */
export function StatTile({ label, value, unit, note, to }: Props) {
  const locale = useLocale();
  const inside = (
    <>
      <span className="tile-label">
        {label}
        {to && <Icon of={IconArrowRight} size={18} />}
      </span>
      <span className="tile-value">
        {typeof value === 'number' ? formatNumber(value, locale) : value}
        {unit && (
          <>
            {' '}
            <small>{unit}</small>
          </>
        )}
      </span>
      {note && <span className="tile-note">{note}</span>}
    </>
  );
  return to ? (
    <Link to={to} className="card tile">
      {inside}
    </Link>
  ) : (
    <div className="card tile">{inside}</div>
  );
}
