import { addDays, daysBetween, formatDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { formatNumber } from '#ui/format-number.ts';
import { useLocale } from '#ui/use-locale.ts';
import { boardMessages } from '../messages/board-messages.ts';
import type { BoardView } from '../rules/board-view.ts';

const WIDTH = 640;
const HEIGHT = 240;
const LEFT = 68;
const RIGHT = 84;
const TOP = 14;
const BOTTOM = 30;

/** What is done, day by day, against the straight way to the target; the title says the finding. */
export function PaceChart({ view }: { view: BoardView }) {
  const locale = useLocale();
  const t = messagesFor(boardMessages, locale);
  const n = (value: number) => formatNumber(value, locale);
  const { days, target, round } = view;
  const span = Math.max(1, daysBetween(round.startsOn, round.endsOn));
  const most = Math.max(1, target, days.at(-1)?.total ?? 0);
  const x = (day: string) => LEFT + (daysBetween(round.startsOn, day) / span) * (WIDTH - LEFT - RIGHT);
  const y = (value: number) => HEIGHT - BOTTOM - (value / most) * (HEIGHT - TOP - BOTTOM);
  const last = days.at(-1);
  const line = days.map(({ day, total }) => `${x(day).toFixed(1)},${y(total).toFixed(1)}`).join(' ');
  const middle = addDays(round.startsOn, Math.round(span / 2));
  const title = paceTitle(view, locale);
  return (
    <figure className="pace-chart">
      <figcaption>
        <h3>{title}</h3>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title}>
        {[0, 0.5, 1].map((part) => (
          <g key={part}>
            <line
              x1={LEFT}
              x2={WIDTH - RIGHT}
              y1={y(most * part)}
              y2={y(most * part)}
              className="pace-grid"
            />
            <text x={LEFT - 8} y={y(most * part) + 4} textAnchor="end">
              {n(Math.round(most * part))}
            </text>
          </g>
        ))}
        {[round.startsOn, middle, round.endsOn].map((day, at) => (
          <text key={day} x={x(day)} y={HEIGHT - 8} textAnchor={(['start', 'middle', 'end'] as const)[at]}>
            {formatDate(day, locale)}
          </text>
        ))}
        <line x1={x(round.startsOn)} y1={y(0)} x2={x(round.endsOn)} y2={y(target)} className="pace-target" />
        <text x={WIDTH - RIGHT + 8} y={y(target) + 4}>
          {t.chartTarget}
        </text>
        {last && (
          <>
            <polyline points={line} className="pace-done" />
            <circle cx={x(last.day)} cy={y(last.total)} r="4.5" className="pace-now" />
            <text x={x(last.day) + 9} y={y(last.total) + 4} className="pace-label">
              {n(last.total)} {t.chartDone}
            </text>
          </>
        )}
      </svg>
      <details>
        <summary>{t.chartTable}</summary>
        <table className="small-table">
          <thead>
            <tr>
              <th scope="col">{t.day}</th>
              <th scope="col">{t.dayDone}</th>
              <th scope="col">{t.dayTotal}</th>
            </tr>
          </thead>
          <tbody>
            {days.toReversed().map(({ day, done, total }) => (
              <tr key={day}>
                <th scope="row">{formatDate(day, locale)}</th>
                <td>{n(done)}</td>
                <td>{n(total)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

function paceTitle({ pace }: BoardView, locale: 'id' | 'en'): string {
  const t = messagesFor(boardMessages, locale);
  const n = (value: number) => formatNumber(value, locale);
  if (pace.left === 0) return t.done;
  if (pace.neededPerDay === null) return t.over({ left: n(pace.left) });
  const needed = n(pace.neededPerDay);
  if (pace.perDay === null) return t.notStarted({ needed });
  return pace.perDay >= pace.neededPerDay
    ? t.onPace({ perDay: n(pace.perDay) })
    : t.behind({ needed, perDay: n(pace.perDay) });
}
