import type { Position } from '#features/survey-field/rules/wire.ts';

export type Located =
  | { ok: true; position: Position }
  | { ok: false; reason: 'not_allowed' | 'not_found' | 'too_slow' | 'no_gps' };

const patienceMs = 20_000;
/** Good enough to stop looking. */
const sharpM = 25;

/** Where the phone is: the sharpest of what it finds within 20 s, at once when that is within 25 m. */
export function locate(
  geolocation: Geolocation | undefined = globalThis.navigator?.geolocation,
  patience = patienceMs,
): Promise<Located> {
  if (!geolocation) return Promise.resolve({ ok: false, reason: 'no_gps' });
  return new Promise((resolve) => {
    let best: Position | null = null;
    const end = (located: Located) => {
      clearTimeout(timer);
      geolocation.clearWatch(watch);
      resolve(located);
    };
    const timer = setTimeout(
      () => end(best ? { ok: true, position: best } : { ok: false, reason: 'too_slow' }),
      patience,
    );
    const watch = geolocation.watchPosition(
      ({ coords, timestamp }) => {
        if (best && best.accuracyM <= coords.accuracy) return;
        best = {
          latitude: coords.latitude,
          longitude: coords.longitude,
          accuracyM: Math.round(coords.accuracy),
          at: new Date(timestamp).toISOString(),
        };
        if (best.accuracyM <= sharpM) end({ ok: true, position: best });
      },
      (error) => {
        if (best && error.code !== 1) end({ ok: true, position: best });
        else end({ ok: false, reason: error.code === 1 ? 'not_allowed' : 'not_found' });
      },
      { enableHighAccuracy: true, maximumAge: 30_000, timeout: patience },
    );
  });
}

/** Metres between two places, as the crow flies; right to a few metres within a city. */
export function metresBetween(
  one: { latitude: number; longitude: number },
  other: { latitude: number; longitude: number },
): number {
  const perDegree = 111_320;
  const north = (one.latitude - other.latitude) * perDegree;
  const east = (one.longitude - other.longitude) * perDegree * Math.cos((one.latitude * Math.PI) / 180);
  return Math.hypot(north, east);
}
