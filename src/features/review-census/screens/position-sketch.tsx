import { messagesFor } from '#kernel/language.ts';
import { formatNumber } from '#ui/format-number.ts';
import { useLocale } from '#ui/use-locale.ts';
import { reviewMessages } from '../messages/review-messages.ts';
import type { PositionSketch as Sketch } from '../rules/review-view.ts';

const SIZE = 200;
const EDGE = 14;
/** Without an outline about 600 metres around. */
const AROUND = 0.0027;

/** Where the visit was, within the outline of the kelurahan; in words beneath. */
export function PositionSketch({ sketch }: { sketch: Sketch | null }) {
  const locale = useLocale();
  const t = messagesFor(reviewMessages, locale);
  if (!sketch) return <p className="soft">{t.noPosition}</p>;
  const { latitude, longitude, accuracyM, rings, villageName, metresFromVillage, register } = sketch;
  const place = placer(sketch);
  const [x, y] = place([longitude, latitude]);
  const metres = (value: number) =>
    value >= 1_000
      ? `${formatNumber(value / 1_000, locale)} km`
      : `${formatNumber(Math.round(value), locale)} m`;
  const village = villageName ?? '';
  const where =
    metresFromVillage === null
      ? t.noOutline
      : metresFromVillage === 0
        ? t.inside({ village })
        : t.outside({ metres: metres(metresFromVillage), village });
  return (
    <figure className="sketch">
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={where}>
        {rings.map((ring) => (
          <polygon
            key={ring.length + String(ring[0])}
            points={ring.map((point) => place(point).map(oneDecimal).join(',')).join(' ')}
            className="sketch-area"
          />
        ))}
        {register && (
          <rect
            x={place([register.longitude, register.latitude])[0] - 5}
            y={place([register.longitude, register.latitude])[1] - 5}
            width="10"
            height="10"
            className="sketch-register"
          />
        )}
        <circle cx={x} cy={y} r="6" className="sketch-here" />
      </svg>
      <figcaption>
        {where}
        <span className="row-note">
          ● {t.here}: {latitude.toFixed(5)}, {longitude.toFixed(5)}
          {accuracyM !== null && `, ${t.accuracy({ metres: formatNumber(Math.round(accuracyM), locale) })}`}
        </span>
        {register && <span className="row-note">■ {t.onRegister}</span>}
      </figcaption>
    </figure>
  );
}

const oneDecimal = (value: number): string => value.toFixed(1);

/** Degrees → the drawing; a degree of longitude is as wide as it is here. */
function placer({
  latitude,
  longitude,
  rings,
  register,
}: Sketch): (point: [number, number]) => [number, number] {
  const scale = Math.cos((latitude * Math.PI) / 180);
  const points: [number, number][] = [...rings.flat(), [longitude, latitude]];
  if (register && rings.length > 0) points.push([register.longitude, register.latitude]);
  if (rings.length === 0)
    points.push([longitude - AROUND, latitude - AROUND], [longitude + AROUND, latitude + AROUND]);
  const xs = points.map(([x]) => x * scale);
  const ys = points.map(([, y]) => y);
  const [west, south] = [Math.min(...xs), Math.min(...ys)];
  const span = Math.max(Math.max(...xs) - west, Math.max(...ys) - south, 1e-6);
  const unit = (SIZE - 2 * EDGE) / span;
  return ([x, y]) => [EDGE + (x * scale - west) * unit, SIZE - EDGE - (y - south) * unit];
}
