import { expect, test } from 'vitest';
import { encodeWithin, fitWithin } from './photo.ts';
import { locate, metresBetween } from './position.ts';

test('the long edge is 1280 at most, and nothing is enlarged', () => {
  expect(fitWithin({ width: 4000, height: 3000 }, 1280)).toEqual({ width: 1280, height: 960 });
  expect(fitWithin({ width: 3000, height: 4000 }, 1280)).toEqual({ width: 960, height: 1280 });
  expect(fitWithin({ width: 640, height: 480 }, 1280)).toEqual({ width: 640, height: 480 });
  expect(fitWithin({ width: 9000, height: 1 }, 1280)).toEqual({ width: 1280, height: 1 });
});

test('the best quality that is small enough; else the smallest there is', async () => {
  const encode = async (quality: number) => new Blob([new Uint8Array(quality * 1000)]);
  expect((await encodeWithin(encode, 900)).size).toBe(800);
  expect((await encodeWithin(encode, 600)).size).toBe(550);
  expect((await encodeWithin(encode, 10)).size).toBe(420);
});

const fixes = (...accuracies: number[]) =>
  ({
    watchPosition: (found: PositionCallback) => {
      queueMicrotask(() => {
        for (const accuracy of accuracies)
          found({ coords: { latitude: -6.9, longitude: 109.7, accuracy }, timestamp: 0 } as never);
      });
      return 1;
    },
    clearWatch: () => {},
  }) as unknown as Geolocation;

test('a position within 25 m is taken at once, else the sharpest until patience ends', async () => {
  expect(await locate(fixes(400, 12, 5), 10)).toMatchObject({ ok: true, position: { accuracyM: 12 } });
  expect(await locate(fixes(400, 90, 200), 1)).toMatchObject({ ok: true, position: { accuracyM: 90 } });
  expect(await locate(fixes(), 1)).toEqual({ ok: false, reason: 'too_slow' });
});

test('why there is no position is said', async () => {
  const denied = {
    watchPosition: (_: unknown, failed: PositionErrorCallback) => {
      queueMicrotask(() => failed({ code: 1 } as never));
      return 1;
    },
    clearWatch: () => {},
  } as unknown as Geolocation;
  expect(await locate(denied)).toEqual({ ok: false, reason: 'not_allowed' });
});

test('metres between two places of a city', () => {
  const monument = { latitude: -6.8886, longitude: 109.6753 };
  expect(Math.round(metresBetween(monument, { ...monument, latitude: -6.8976 }))).toBe(1002);
  expect(Math.round(metresBetween(monument, { ...monument, longitude: 109.6853 }))).toBe(1105);
});
