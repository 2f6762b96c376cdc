/** Longitude and latitude in degrees (WGS 84), as GeoJSON (RFC 7946) writes them. */
export type Point = [number, number];
export type Ring = Point[];
export type AreaGeometry =
  | { type: 'Polygon'; coordinates: Ring[] }
  | { type: 'MultiPolygon'; coordinates: Ring[][] };

/** Metres of a degree of latitude; of longitude it is less, by the cosine. */
const metresPerDegree = 111_320;

/** All rings of a geometry; holes among them. */
export function ringsOf(shape: AreaGeometry): Ring[] {
  return shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat();
}

/** Whether a point lies inside: crossings of a ray are odd (holes take themselves out). */
export function isInside(shape: AreaGeometry, [x, y]: Point): boolean {
  let inside = false;
  for (const ring of ringsOf(shape)) {
    for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
      const [x1, y1] = ring[at]!;
      const [x2, y2] = ring[before]!;
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside;
}

/** Metres from a point to the border; 0 inside. Flat, which over some kilometres is right to a metre. */
export function metresFrom(shape: AreaGeometry, point: Point): number {
  if (isInside(shape, point)) return 0;
  const scale = Math.cos((point[1] * Math.PI) / 180);
  const flat = ([x, y]: Point): Point => [
    (x - point[0]) * metresPerDegree * scale,
    (y - point[1]) * metresPerDegree,
  ];
  let least = Number.POSITIVE_INFINITY;
  for (const ring of ringsOf(shape)) {
    for (let at = 1; at < ring.length; at++)
      least = Math.min(least, distanceToSegment(flat(ring[at - 1]!), flat(ring[at]!)));
  }
  return least;
}

/** From the origin. */
function distanceToSegment([x1, y1]: Point, [x2, y2]: Point): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(x1 * dx + y1 * dy) / length));
  return Math.hypot(x1 + along * dx, y1 + along * dy);
}

export function metresBetween(one: Point, other: Point): number {
  const scale = Math.cos((one[1] * Math.PI) / 180);
  return Math.hypot((other[0] - one[0]) * scale, other[1] - one[1]) * metresPerDegree;
}

/** The middle of positions, so that a few wrong ones do not move it; null where there are fewer than five. */
export function medianPosition(points: readonly Point[]): Point | null {
  if (points.length < 5) return null;
  const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
  return [middle(points.map(([x]) => x)), middle(points.map(([, y]) => y))];
}

/** The same line with fewer points, none further off than `tolerance` degrees (Douglas and Peucker). */
export function simplified(ring: Ring, tolerance: number): Ring {
  if (ring.length < 4) return ring;
  const keep = new Set([0, ring.length - 1]);
  const stack: [number, number][] = [[0, ring.length - 1]];
  for (let part = stack.pop(); part; part = stack.pop()) {
    const [from, to] = part;
    let [most, at] = [tolerance, -1];
    for (let between = from + 1; between < to; between++) {
      const off = distanceFromLine(ring[between]!, ring[from]!, ring[to]!);
      if (off > most) [most, at] = [off, between];
    }
    if (at < 0) continue;
    keep.add(at);
    stack.push([from, at], [at, to]);
  }
  return ring.filter((_, at) => keep.has(at));
}

function distanceFromLine([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  return distanceToSegment([x1 - x, y1 - y], [x2 - x, y2 - y]);
}
