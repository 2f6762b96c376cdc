import { expect, test } from 'vitest';
import { openMemoryStore } from '../testing/memory-store.ts';
import { decryptAtRest, encryptAtRest } from './at-rest.ts';
import { calibrateIterations, changePin, fewestIterations, lockWithPin, unlock, waitAfter } from './lock.ts';

async function aPhoneOf(pin: string) {
  const store = openMemoryStore();
  const { record, unlocked } = await lockWithPin(
    { userId: 'siti', name: 'Siti', pullToken: 'rahasia' },
    pin,
    1,
  );
  await store.change([{ table: 'people', put: record }]);
  return { store, unlocked };
}

test('the right PIN opens what lies on the phone, another does not', async () => {
  const { store, unlocked } = await aPhoneOf('123456');
  const sealed = await encryptAtRest(unlocked.dataKey, { nama: 'Bu Siti' });
  expect(await unlock(store, 'siti', '654321')).toMatchObject({ ok: false, reason: 'wrong_pin' });
  const right = await unlock(store, 'siti', '123456');
  expect(right).toMatchObject({ ok: true, unlocked: { name: 'Siti', pullToken: 'rahasia' } });
  if (right.ok) expect(await decryptAtRest(right.unlocked.dataKey, sealed)).toEqual({ nama: 'Bu Siti' });
});

test('after four wrong PINs one waits, longer each time, and the right PIN waits too', async () => {
  const { store } = await aPhoneOf('123456');
  for (let time = 0; time < 3; time += 1)
    expect(await unlock(store, 'siti', '000000', 1_000)).toMatchObject({ reason: 'wrong_pin', waitMs: 0 });
  expect(await unlock(store, 'siti', '000000', 1_000)).toMatchObject({ reason: 'wrong_pin', waitMs: 30_000 });
  expect(await unlock(store, 'siti', '123456', 1_000)).toMatchObject({ reason: 'wait', waitMs: 30_000 });
  expect(await unlock(store, 'siti', '123456', 31_000)).toMatchObject({ ok: true });
  expect(await unlock(store, 'siti', '000000', 31_001)).toMatchObject({ reason: 'wrong_pin', waitMs: 0 });
  expect([waitAfter(5), waitAfter(40)]).toEqual([60_000, 3_600_000]);
});

test('a clock set back does not lock a person out for longer than the wait itself', async () => {
  const { store } = await aPhoneOf('123456');
  for (let time = 0; time < 4; time += 1) await unlock(store, 'siti', '000000', 1_000_000_000);
  expect(await unlock(store, 'siti', '123456', 0)).toMatchObject({ reason: 'wait', waitMs: 30_000 });
});

test('a new PIN keeps what was written under the old one', async () => {
  const { store, unlocked } = await aPhoneOf('123456');
  const sealed = await encryptAtRest(unlocked.dataKey, 'catatan');
  await changePin(store, unlocked, '111222');
  expect(await unlock(store, 'siti', '123456')).toMatchObject({ ok: false });
  const again = await unlock(store, 'siti', '111222');
  if (again.ok) expect(await decryptAtRest(again.unlocked.dataKey, sealed)).toBe('catatan');
  expect(again.ok).toBe(true);
});

test('a slow phone still does 200,000 rounds, a fast one as many as fit in 0.7 s', async () => {
  const taking = (ms: number) => {
    let at = 0;
    return () => {
      at += ms;
      return at;
    };
  };
  expect(await calibrateIterations(taking(2_000))).toBe(fewestIterations);
  expect(await calibrateIterations(taking(50))).toBe(700_000);
});
