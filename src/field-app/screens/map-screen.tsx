import { useEffect, useState } from 'react';
import { useField, useText } from '../app-state.ts';
import { byDistance } from '../core/list-rows.ts';
import { type Located, locate } from '../core/position.ts';
import { hrefOf } from '../route.ts';
import { RowLink } from './row-link.tsx';
import { useRowsByState } from './today-screen.tsx';

const nearest = 30;
const centre = 160;

/** Where rows lie around the person: drawn without a map, since tiles need signal. North is up. */
export function MapScreen() {
  const text = useText();
  const { work } = useField();
  const rows = useRowsByState();
  const [located, setLocated] = useState<Located | null>(null);
  useEffect(() => {
    void locate().then(setLocated);
  }, []);
  const placed = rows.to_do.find(({ latitude }) => latitude !== undefined);
  const village = work.villages.find(({ latitude }) => latitude !== undefined);
  const fallback = placed ?? village;
  const here = located?.ok ? located.position : located ? fallback : null;
  const isPlace = here?.latitude !== undefined && here.longitude !== undefined;
  const near = isPlace
    ? byDistance([...rows.to_do, ...rows.begun], {
        latitude: here.latitude!,
        longitude: here.longitude!,
      }).slice(0, nearest)
    : [];
  const farthest = Math.max(100, ...near.map(({ metres }) => metres));
  return (
    <>
      <p>
        <a className="back" href={hrefOf({ at: 'today' })}>
          ‹ {text.today}
        </a>
      </p>
      <h1>{text.mapTitle}</h1>
      <p role="status">
        {located === null && text.takingPosition}
        {located && !located.ok && text[`noPosition_${located.reason}`]}
      </p>
      {located && near.length === 0 && <p className="empty">{text.mapEmpty}</p>}
      {near.length > 0 && isPlace && (
        <>
          <svg className="around" viewBox="0 0 320 320" aria-hidden="true">
            <circle cx={centre} cy={centre} r="150" />
            <circle cx={centre} cy={centre} r="75" />
            <path d="M160 4v16M155 10l5-7l5 7" />
            {near.map(({ row }, at) => {
              const perDegree = (111_320 / farthest) * 150;
              const shrunk = Math.cos((here.latitude! * Math.PI) / 180);
              const x = centre + (row.longitude! - here.longitude!) * perDegree * shrunk;
              const y = centre - (row.latitude! - here.latitude!) * perDegree;
              return (
                <g key={row.rowId} className={row.inSample ? 'sample' : undefined}>
                  <circle cx={x} cy={y} r="9" />
                  <text x={x} y={y + 4}>
                    {at + 1}
                  </text>
                </g>
              );
            })}
            {located?.ok && <circle className="me" cx={centre} cy={centre} r="6" />}
          </svg>
          <p>{text.mapScale({ metres: text.metres({ m: farthest }) })}</p>
          <h2>{text.byDistance}</h2>
          <ol className="rows">
            {near.map(({ row, metres }, at) => (
              <RowLink
                key={row.rowId}
                row={row}
                state="to_do"
                number={at + 1}
                metres={located?.ok ? metres : undefined}
              />
            ))}
          </ol>
        </>
      )}
    </>
  );
}
