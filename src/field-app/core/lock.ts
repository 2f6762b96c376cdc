import { decryptAtRest, encryptAtRest, newDataKey } from './at-rest.ts';
import type { PersonRecord, PhoneStore } from './store.ts';

/** Six digits. What it guards is little (masked rows of one person) and is forgotten when the phone is revoked. */
export const pinPattern = /^\d{6}$/;
export const fewestIterations = 200_000;
const mostIterations = 2_000_000;
const aimMs = 700;
const freeTries = 4;
const longestWaitMs = 60 * 60 * 1000;

/** Someone whose PIN was right: holds the key to what lies on the phone for them, until the app is closed or locked. */
export type Unlocked = { userId: string; name: string; dataKey: CryptoKey; pullToken: string };

export type UnlockResult =
  | { ok: true; unlocked: Unlocked }
  | { ok: false; reason: 'wrong_pin'; waitMs: number }
  | { ok: false; reason: 'wait'; waitMs: number };

async function pinKey(pin: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const raw = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, [
    'deriveKey',
  ]);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    raw,
    { name: 'AES-GCM', length: 256 },
    false,
    ['wrapKey', 'unwrapKey'],
  );
}

/** How many rounds of PBKDF2 take about 0.7 s on this phone; never below 200,000. */
export async function calibrateIterations(now: () => number = () => performance.now()): Promise<number> {
  const probe = 50_000;
  const start = now();
  await pinKey('000000', new Uint8Array(16), probe);
  const took = Math.max(1, now() - start);
  const wanted = Math.round((probe * aimMs) / took);
  return Math.min(mostIterations, Math.max(fewestIterations, wanted));
}

async function wrap(pin: string, dataKey: CryptoKey, iterations: number) {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const under = await pinKey(pin, salt, iterations);
  const wrapped = new Uint8Array(await crypto.subtle.wrapKey('raw', dataKey, under, { name: 'AES-GCM', iv }));
  const wrappedKey = new Uint8Array(iv.length + wrapped.length);
  wrappedKey.set(iv);
  wrappedKey.set(wrapped, iv.length);
  return { salt, iterations, wrappedKey };
}

/** A person with a new data key under this PIN. To be put into the store by the caller. */
export async function lockWithPin(
  person: { userId: string; name: string; pullToken: string },
  pin: string,
  iterations: number,
): Promise<{ record: PersonRecord; unlocked: Unlocked }> {
  if (!pinPattern.test(pin)) throw new Error('a PIN has six digits');
  const dataKey = await newDataKey();
  const record: PersonRecord = {
    id: person.userId,
    name: person.name,
    ...(await wrap(pin, dataKey, iterations)),
    wrongTries: 0,
    nextTryAt: 0,
    pullToken: await encryptAtRest(dataKey, person.pullToken),
  };
  return { record, unlocked: { ...person, dataKey } };
}

/** After four wrong tries: half a minute, doubled each time, an hour at most. */
export function waitAfter(wrongTries: number): number {
  return wrongTries < freeTries ? 0 : Math.min(longestWaitMs, 30_000 * 2 ** (wrongTries - freeTries));
}

export async function unlock(
  store: PhoneStore,
  userId: string,
  pin: string,
  now: number = Date.now(),
): Promise<UnlockResult> {
  const person = await store.get('people', userId);
  if (!person) throw new Error('nobody of that id uses this phone');
  // A clock set back must not lock a person out for longer than the wait itself.
  const left = Math.min(person.nextTryAt - now, waitAfter(person.wrongTries));
  if (left > 0) return { ok: false, reason: 'wait', waitMs: left };
  const wrongTries = person.wrongTries + 1;
  const counted: PersonRecord = { ...person, wrongTries, nextTryAt: now + waitAfter(wrongTries) };
  // Counted before it is tried: pulling the battery at the right moment gives no free tries.
  await store.change([{ table: 'people', put: counted }]);
  const dataKey = await openKey(person, pin);
  if (!dataKey) return { ok: false, reason: 'wrong_pin', waitMs: waitAfter(wrongTries) };
  await store.change([{ table: 'people', put: { ...person, wrongTries: 0, nextTryAt: 0 } }]);
  const pullToken = await decryptAtRest<string>(dataKey, person.pullToken);
  return { ok: true, unlocked: { userId, name: person.name, dataKey, pullToken } };
}

async function openKey(person: PersonRecord, pin: string): Promise<CryptoKey | null> {
  const under = await pinKey(pin, person.salt, person.iterations);
  const iv = person.wrappedKey.subarray(0, 12);
  return crypto.subtle
    .unwrapKey(
      'raw',
      person.wrappedKey.subarray(12),
      under,
      { name: 'AES-GCM', iv },
      { name: 'AES-GCM' },
      true,
      ['encrypt', 'decrypt'],
    )
    .catch(() => null);
}

/** The same data key under another PIN; the caller is unlocked. */
export async function changePin(store: PhoneStore, unlocked: Unlocked, pin: string): Promise<void> {
  if (!pinPattern.test(pin)) throw new Error('a PIN has six digits');
  const person = await store.get('people', unlocked.userId);
  if (!person) throw new Error('nobody of that id uses this phone');
  const wrapped = await wrap(pin, unlocked.dataKey, person.iterations);
  await store.change([{ table: 'people', put: { ...person, ...wrapped, wrongTries: 0, nextTryAt: 0 } }]);
}
