import { expect, test } from 'vitest';
import { isInside, metresFrom, simplified } from './area-geometry.ts';
import { matchOutlines } from './match-outlines.ts';

const areas = [
  { code: '33.75.01.1001', name: 'Medono', districtName: 'Pekalongan Barat', aliases: [] },
  { code: '33.75.04.1004', name: 'Sapuro Kebulen', districtName: 'Pekalongan Barat', aliases: ['Sapuro'] },
  { code: '33.25.01.2001', name: 'Sidorejo', districtName: 'Gringsing', aliases: [] },
  { code: '33.25.02.2001', name: 'Sidorejo', districtName: 'Limpung', aliases: [] },
];
const square = [
  [109.6, -6.9],
  [109.7, -6.9],
  [109.7, -6.8],
  [109.6, -6.8],
  [109.6, -6.9],
];
const feature = (properties: object) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: [square] },
});
const file = (...properties: object[]) =>
  JSON.stringify({ type: 'FeatureCollection', features: properties.map(feature) });
const matched = (...properties: object[]) => {
  const matching = matchOutlines(file(...properties), areas);
  if (!matching.ok) throw new Error(matching.refusal);
  return [matching.value.matched.map(({ areaCode }) => areaCode), matching.value.unknown];
};

test('the Kemendagri code counts, dotted or not, whatever its column is called', () => {
  expect(matched({ kode: '33.75.01.1001' }, { KODE_DESA: '3375041004' })).toEqual([
    ['33.75.01.1001', '33.75.04.1004'],
    [],
  ]);
});

test('without a code the name does, an old one too, and of two of one name the one in its district', () => {
  expect(matched({ nama: 'Kelurahan Medono' }, { nama: 'SAPURO' })[0]).toEqual([
    '33.75.01.1001',
    '33.75.04.1004',
  ]);
  expect(matched({ desa: 'Sidorejo', kec: 'Limpung' })[0]).toEqual(['33.25.02.2001']);
});

test('what is not the office’s is named, also a name that could be two villages', () => {
  expect(matched({ nama: 'Medono' }, { nama: 'Mars' }, { desa: 'Sidorejo' })[1]).toEqual([
    'Mars',
    'Sidorejo',
  ]);
});

test.each([
  ['not_json', 'tulisan'],
  ['not_geojson', '{"type":"Topology"}'],
  ['no_areas', '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null}]}'],
  ['none_known', file({ nama: 'Mars' })],
  ['not_degrees', file({ nama: 'Medono' }).replaceAll('109.6', '340000').replaceAll('109.7', '341000')],
])('a file that cannot be used is said to be so: %s', (refusal, text) => {
  expect(matchOutlines(text, areas)).toEqual({ ok: false, refusal });
});

test('inside a kelurahan is no distance; outside it is metres to its border', () => {
  const shape = { type: 'Polygon' as const, coordinates: [square as [number, number][]] };
  expect(isInside(shape, [109.65, -6.85])).toBe(true);
  expect(metresFrom(shape, [109.65, -6.85])).toBe(0);
  expect(Math.round(metresFrom(shape, [109.65, -6.91]) / 10)).toBe(111);
});

test('a border with fewer points keeps its corners', () => {
  const line: [number, number][] = [
    [0, 0],
    [1, 0.001],
    [2, 0],
    [2, 2],
    [0, 0],
  ];
  expect(simplified(line, 0.1)).toEqual([
    [0, 0],
    [2, 0],
    [2, 2],
    [0, 0],
  ]);
});
