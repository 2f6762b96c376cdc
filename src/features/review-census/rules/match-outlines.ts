import { isAreaCode } from '#kernel/statutory/area-code.ts';
import type { AreaGeometry, Ring } from './area-geometry.ts';

export type KnownArea = { code: string; name: string; districtName: string; aliases: readonly string[] };
export type MatchedOutline = { areaCode: string; shape: AreaGeometry };
export type Matching = {
  matched: MatchedOutline[];
  /** What the file calls those that are no village of the office. */
  unknown: string[];
  /** Villages of the office of which the file has no outline. */
  missing: { code: string; name: string }[];
};
export type OutlineFault = 'not_json' | 'not_geojson' | 'no_areas' | 'not_degrees' | 'none_known';

type Feature = { properties: Record<string, unknown>; geometry: AreaGeometry };

/**
 * Outlines of a GeoJSON file (RFC 7946), matched to the office's villages: by whichever property holds a Kemendagri code,
 * with or without dots, else by name within the district. Several outlines of one village are taken together.
 */
export function matchOutlines(
  text: string,
  areas: readonly KnownArea[],
): { ok: true; value: Matching } | { ok: false; refusal: OutlineFault } {
  const features = readFeatures(text);
  if (typeof features === 'string') return { ok: false, refusal: features };
  const codes = new Set(areas.map(({ code }) => code));
  const byName = new Map<string, string[]>();
  for (const area of areas)
    for (const name of [area.name, ...area.aliases])
      for (const key of [plain(name), `${plain(area.districtName)}/${plain(name)}`])
        byName.set(key, [...new Set([...(byName.get(key) ?? []), area.code])]);
  const found = new Map<string, AreaGeometry>();
  const unknown: string[] = [];
  for (const { properties, geometry } of features) {
    const code = codeOf(properties, codes) ?? nameMatch(properties, byName);
    if (code === null) unknown.push(labelOf(properties));
    else found.set(code, together(found.get(code), geometry));
  }
  if (found.size === 0) return { ok: false, refusal: 'none_known' };
  return {
    ok: true,
    value: {
      matched: [...found].map(([areaCode, shape]) => ({ areaCode, shape })),
      unknown,
      missing: areas.filter(({ code }) => !found.has(code)).map(({ code, name }) => ({ code, name })),
    },
  };
}

function readFeatures(text: string): Feature[] | OutlineFault {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return 'not_json';
  }
  const features = (json as { features?: unknown } | null)?.features;
  if ((json as { type?: unknown } | null)?.type !== 'FeatureCollection' || !Array.isArray(features))
    return 'not_geojson';
  const areas = features.filter(isArea);
  if (areas.length === 0) return 'no_areas';
  const [x, y] = firstPoint(areas[0]!.geometry);
  return Math.abs(x) <= 180 && Math.abs(y) <= 90 ? areas : 'not_degrees';
}

function isArea(feature: unknown): feature is Feature {
  const { geometry, properties } = (feature ?? {}) as Partial<Feature>;
  if (typeof properties !== 'object' || properties === null || !geometry) return false;
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return false;
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates?.flat?.();
  return (
    Array.isArray(rings) &&
    rings.length > 0 &&
    rings.every(
      (ring) =>
        Array.isArray(ring) &&
        ring.length > 3 &&
        ring.every((point) => Array.isArray(point) && point.slice(0, 2).every(Number.isFinite)),
    )
  );
}

const firstPoint = (shape: AreaGeometry): [number, number] =>
  (shape.type === 'Polygon' ? shape.coordinates[0]![0]! : shape.coordinates[0]![0]![0]!) as [number, number];

function codeOf(properties: Feature['properties'], codes: ReadonlySet<string>): string | null {
  for (const value of Object.values(properties)) {
    const text = String(value ?? '').trim();
    const dotted = /^\d{10}$/.test(text)
      ? `${text.slice(0, 2)}.${text.slice(2, 4)}.${text.slice(4, 6)}.${text.slice(6)}`
      : text;
    if (isAreaCode(dotted) && codes.has(dotted)) return dotted;
  }
  return null;
}

/** A name of two villages is told apart by the district's, wherever in the properties it stands. */
function nameMatch(properties: Feature['properties'], byName: ReadonlyMap<string, string[]>): string | null {
  const texts = Object.values(properties)
    .filter((value) => typeof value === 'string')
    .map(plain);
  for (const text of texts) {
    const known = byName.get(text) ?? [];
    if (known.length === 1) return known[0]!;
    for (const district of texts) {
      const within = byName.get(`${district}/${text}`) ?? [];
      if (known.length > 1 && within.length === 1) return within[0]!;
    }
  }
  return null;
}

const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^(KELURAHAN|KEL\.?|DESA|DS\.?|KECAMATAN|KEC\.?)\s+/, '')
    .replace(/[^A-Z0-9]/g, '');

const labelOf = (properties: Feature['properties']): string =>
  Object.values(properties)
    .filter((value) => typeof value === 'string' && value.trim() !== '')
    .slice(0, 3)
    .join(' · ')
    .slice(0, 120) || '?';

function together(known: AreaGeometry | undefined, more: AreaGeometry): AreaGeometry {
  const parts = (shape: AreaGeometry): Ring[][] =>
    shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
  const plainShape = onlyPlane(more);
  return known ? { type: 'MultiPolygon', coordinates: [...parts(known), ...parts(plainShape)] } : plainShape;
}

/** Without heights; six decimals are 0.1 m. */
function onlyPlane(shape: AreaGeometry): AreaGeometry {
  const ring = (points: Ring): Ring =>
    points.map(([x, y]) => [Math.round(x * 1e6) / 1e6, Math.round(y * 1e6) / 1e6]);
  return shape.type === 'Polygon'
    ? { type: 'Polygon', coordinates: shape.coordinates.map(ring) }
    : { type: 'MultiPolygon', coordinates: shape.coordinates.map((part) => part.map(ring)) };
}
