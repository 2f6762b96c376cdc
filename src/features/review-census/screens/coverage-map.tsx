import { messagesFor } from '#kernel/language.ts';
import { formatShare } from '#ui/format-number.ts';
import { useLocale } from '#ui/use-locale.ts';
import { coverageMessages } from '../messages/coverage-messages.ts';
import type { CoverageView, MapArea } from '../rules/coverage-view.ts';

/** Five steps of one colour; the number stands beside it, so colour is never alone. */
const STEPS = 5;
const stepOf = ({ visited, listed }: MapArea): number =>
  listed === 0 ? 0 : visited === 0 ? 1 : Math.min(STEPS, 1 + Math.ceil((visited / listed) * (STEPS - 1)));

/** Kelurahan by the share that was visited: their outlines where loaded, else tiles by district. */
export function CoverageMap({ map }: { map: CoverageView['map'] }) {
  const locale = useLocale();
  const t = messagesFor(coverageMessages, locale);
  const withRows = map.areas.filter(({ listed }) => listed > 0);
  const share = ({ visited, listed }: MapArea) => formatShare(visited / listed, locale);
  const least = [...withRows].sort((a, b) => a.visited / a.listed - b.visited / b.listed)[0];
  const title = least ? t.mapTitle({ name: least.name, share: share(least) }) : t.mapNoRows;
  return (
    <figure className="coverage-map">
      <figcaption>
        <h3>{title}</h3>
      </figcaption>
      {map.outlines.length > 0 ? <Outlines map={map} title={title} /> : <Tiles areas={map.areas} />}
      <ul className="map-legend" aria-label={t.legend}>
        {['0%', '1–25%', '26–50%', '51–75%', '76–100%'].map((label, at) => (
          <li key={label}>
            <span className={`step-${at + 1}`} aria-hidden="true" />
            {label}
          </li>
        ))}
      </ul>
      <p className="soft small">{map.source ? t.mapNote({ source: map.source }) : t.tilesNote}</p>
    </figure>
  );
}

function Outlines({ map, title }: { map: CoverageView['map']; title: string }) {
  const locale = useLocale();
  const areas = new Map(map.areas.map((area) => [area.code, area]));
  return (
    <svg
      viewBox={`-4 -4 ${map.width + 8} ${map.height + 8}`}
      className="outlines"
      role="img"
      aria-label={title}
    >
      {map.outlines.map(({ code, path }) => {
        const area = areas.get(code);
        return (
          <path key={code} d={path} className={`step-${area ? stepOf(area) : 0}`} fillRule="evenodd">
            <title>
              {area
                ? `${area.name}: ${area.listed === 0 ? '–' : formatShare(area.visited / area.listed, locale)}`
                : code}
            </title>
          </path>
        );
      })}
      {/* Too many numbers are none. */}
      {map.outlines.length <= 60 &&
        map.outlines.map(({ code, x, y }) => {
          const area = areas.get(code);
          if (!area || area.listed === 0) return null;
          return (
            <text key={code} x={x} y={y} className={stepOf(area) > 3 ? 'on-dark' : undefined}>
              {formatShare(area.visited / area.listed, locale)}
            </text>
          );
        })}
    </svg>
  );
}

function Tiles({ areas }: { areas: readonly MapArea[] }) {
  const locale = useLocale();
  return (
    <div className="tile-map">
      {[...Map.groupBy(areas, ({ district }) => district)].map(([district, own]) => (
        <section key={district}>
          <h4>{district}</h4>
          <ul>
            {own.map((area) => (
              <li key={area.code} className={`step-${stepOf(area)}`}>
                <span>{area.name}</span>
                <strong>{area.listed === 0 ? '–' : formatShare(area.visited / area.listed, locale)}</strong>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
