import { type AreaGeometry, type Ring, ringsOf, simplified } from './area-geometry.ts';
import type { MapOutline } from './coverage-view.ts';

const WIDTH = 600;

/**
 * Outlines as paths of one drawing, 600 units wide; simplified to half a unit. Label points are the middle of the
 * largest ring's box.
 */
export function drawMap(shapes: readonly { code: string; shape: AreaGeometry }[]): {
  outlines: MapOutline[];
  width: number;
  height: number;
} {
  const points = shapes.flatMap(({ shape }) => ringsOf(shape).flat());
  if (points.length === 0) return { outlines: [], width: WIDTH, height: 0 };
  const box = boxOf(points);
  const scale = Math.cos((((box.south + box.north) / 2) * Math.PI) / 180);
  const span = Math.max((box.east - box.west) * scale, 1e-9);
  const unit = WIDTH / span;
  const place = ([x, y]: [number, number]): [number, number] => [
    (x - box.west) * scale * unit,
    (box.north - y) * unit,
  ];
  return {
    width: WIDTH,
    height: Math.ceil((box.north - box.south) * unit),
    outlines: shapes.map(({ code, shape }) => {
      const rings = ringsOf(shape).map((ring) => simplified(ring, 0.5 / unit));
      const largest = rings.reduce<Ring>((most, ring) => (areaOf(ring) > areaOf(most) ? ring : most), []);
      const middle = boxOf(largest);
      const [x, y] = place([(middle.west + middle.east) / 2, (middle.south + middle.north) / 2]);
      return { code, path: rings.map((ring) => pathOf(ring.map(place))).join(''), x: round(x), y: round(y) };
    }),
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;
const pathOf = (points: readonly [number, number][]): string =>
  `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z`;

function boxOf(points: Ring): { west: number; east: number; south: number; north: number } {
  const box = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
  for (const [x, y] of points) {
    box.west = Math.min(box.west, x);
    box.east = Math.max(box.east, x);
    box.south = Math.min(box.south, y);
    box.north = Math.max(box.north, y);
  }
  return box;
}

function areaOf(ring: Ring): number {
  let twice = 0;
  for (let at = 1; at < ring.length; at++)
    twice += ring[at - 1]![0] * ring[at]![1] - ring[at]![0] * ring[at - 1]![1];
  return Math.abs(twice / 2);
}
