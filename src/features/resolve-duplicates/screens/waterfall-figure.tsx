import { type Locale, messagesFor } from '#kernel/language.ts';
import { formatNumber } from '#ui/format-number.ts';
import { useLocale } from '#ui/use-locale.ts';
import { comparisonName, levelName } from '../messages/evidence-words.ts';
import { reviewMessages } from '../messages/review-messages.ts';
import type { Step } from '../rules/evidence.ts';
import { waterfall } from '../rules/waterfall.ts';

const signed = (value: number, locale: Locale) =>
  `${value > 0 ? '+' : value < 0 ? '−' : ''}${formatNumber(Math.abs(value), locale)}`;

/** Width and height of a bar in units of its drawing. */
const WIDTH = 240;
const HEIGHT = 14;

/** How the weight came about: a table in which every line draws its step from where the one before ended. */
export function WaterfallFigure({ steps, weight }: { steps: readonly Step[]; weight: number }) {
  const locale = useLocale();
  const t = messagesFor(reviewMessages, locale);
  const bars = waterfall(steps, weight);
  const ends = [0, ...bars.flatMap(({ from, to }) => [from, to])];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const x = (value: number) => ((value - least) / Math.max(most - least, 1)) * WIDTH;
  return (
    <figure className="waterfall">
      <div className="waterfall-box">
        <table className="small-table">
          <caption className="hidden">{t.figure}</caption>
          <thead>
            <tr>
              <th scope="col">{t.evidence}</th>
              <td className="waterfall-drawing" />
              <th scope="col">{t.weight}</th>
              <th scope="col">{t.running}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ step, weight: change, from, to }) => (
              <tr key={step?.comparison ?? 'start'}>
                <th scope="row">
                  {step === null
                    ? t.start
                    : `${comparisonName(step.comparison, locale)}: ${levelName(step, locale)}`}
                </th>
                <td className="waterfall-drawing">
                  <svg
                    className="waterfall-bar"
                    viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
                    width={WIDTH}
                    height={HEIGHT}
                    aria-hidden="true"
                  >
                    <line x1={x(0)} x2={x(0)} y1="0" y2={HEIGHT} className="waterfall-zero" />
                    <rect
                      x={x(Math.min(from, to))}
                      y="2"
                      width={Math.max(x(Math.max(from, to)) - x(Math.min(from, to)), 1.5)}
                      height={HEIGHT - 4}
                      rx="2"
                      className={change >= 0 ? 'waterfall-for' : 'waterfall-against'}
                    />
                  </svg>
                </td>
                <td>{signed(change, locale)}</td>
                <td>{signed(to, locale)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t.total}</th>
              <td className="waterfall-drawing" />
              <td />
              <td>
                <strong>{signed(weight, locale)}</strong>
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      <figcaption className="soft small">{t.reckonedNote}</figcaption>
    </figure>
  );
}
