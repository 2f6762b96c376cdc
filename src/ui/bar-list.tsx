import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatDate, type PlainDate } from '#kernel/calendar.ts';
import { defineMessages, messagesFor } from '#kernel/language.ts';
import { formatNumber, formatShare } from './format-number.ts';
import { useLocale } from './use-locale.ts';

const texts = defineMessages({
  id: {
    table: 'Lihat sebagai tabel',
    share: 'Bagian',
    interval: 'Rentang',
    source: (p: { source: string; day: string }) => `Sumber: ${p.source}, per ${p.day}`,
    to: 'sampai',
  },
  en: {
    table: 'View as a table',
    share: 'Share',
    interval: 'Range',
    source: (p) => `Source: ${p.source}, as of ${p.day}`,
    to: 'to',
  },
});

export type Bar = {
  label: string;
  value: number;
  /** Of how many: adds the share. Unknown stays in it. */
  of?: number;
  /** Bounds of an estimate, drawn on the bar. */
  interval?: readonly [low: number, high: number];
  /** The list behind the bar. */
  to?: string;
};

type Props = {
  /** The finding: "Verifikasi melambat sejak Mei". */
  title: ReactNode;
  /** What a bar counts: "usaha". */
  unit: string;
  /** What the bars stand for, head of the first column: "Kelurahan". */
  of: string;
  bars: readonly Bar[];
  source: string;
  asOf: PlainDate;
};

/** Bars drawn by the server, each with its number; the table beneath, source and day in small. */
export function BarList({ title, unit, of, bars, source, asOf }: Props) {
  const locale = useLocale();
  const t = messagesFor(texts, locale);
  const n = (value: number) => formatNumber(value, locale);
  const most = Math.max(1, ...bars.map((bar) => Math.max(bar.value, bar.interval?.[1] ?? 0, bar.of ?? 0)));
  const percent = (value: number) => `${(value / most) * 100}%`;
  const withShare = bars.some((bar) => bar.of !== undefined);
  const withInterval = bars.some((bar) => bar.interval);
  const range = (bar: Bar) => (bar.interval ? `${n(bar.interval[0])} ${t.to} ${n(bar.interval[1])}` : '');
  const share = (bar: Bar) => (bar.of ? formatShare(bar.value / bar.of, locale) : '');
  return (
    <figure className="bars">
      <figcaption>
        <h3>{title}</h3>
      </figcaption>
      <ul>
        {bars.map((bar) => (
          <li key={bar.label}>
            <span className="bar-label">{bar.to ? <Link to={bar.to}>{bar.label}</Link> : bar.label}</span>
            <span className="bar-value">
              <strong>{n(bar.value)}</strong> {unit}
              {bar.of !== undefined && <span className="soft"> ({share(bar)})</span>}
            </span>
            <svg className="bar-track" aria-hidden="true" width="100%" height="12">
              {bar.of !== undefined && <rect className="bar-of" width={percent(bar.of)} height="12" rx="4" />}
              <rect className="bar-fill" width={percent(bar.value)} height="12" rx="4" />
              {bar.interval && (
                <line
                  x1={percent(bar.interval[0])}
                  x2={percent(bar.interval[1])}
                  y1="6"
                  y2="6"
                  className="bar-interval"
                />
              )}
            </svg>
          </li>
        ))}
      </ul>
      <details>
        <summary>{t.table}</summary>
        <table className="small-table">
          <thead>
            <tr>
              <th scope="col">{of}</th>
              <th scope="col">{unit}</th>
              {withShare && <th scope="col">{t.share}</th>}
              {withInterval && <th scope="col">{t.interval}</th>}
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.label}>
                <th scope="row">{bar.label}</th>
                <td>{n(bar.value)}</td>
                {withShare && <td>{share(bar)}</td>}
                {withInterval && <td>{range(bar)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <p className="soft small">{t.source({ source, day: formatDate(asOf, locale) })}</p>
    </figure>
  );
}
