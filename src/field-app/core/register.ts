import { newId } from '#kernel/id.ts';
import { appVersion } from './draft-content.ts';
import { releaseDrafts } from './finish.ts';
import { lockWithPin, type Unlocked } from './lock.ts';
import type { Asked, OfficeLine } from './office-line.ts';
import type { Change, PhoneRecord, PhoneStore } from './store.ts';

export type Registered = { unlocked: Unlocked };
/** `other_office`: this phone has unsent work of another office. */
export type RegisterResult = Asked<Registered> | { kind: 'other_office'; officeName: string };

/**
 * Whoever is signed in at the office in this browser gets a place on this phone, under a new PIN. The same for the first
 * person, for another one on a shared phone, and for someone who has forgotten the PIN: their list is fetched anew, and
 * drafts, which nobody can open without the old PIN, go to the office as they stand sealed.
 */
export async function registerHere(
  store: PhoneStore,
  line: OfficeLine,
  input: { pin: string; label: string; iterations: number; now: () => number },
): Promise<RegisterResult> {
  const before = await store.get('phone', 'phone');
  const phoneId = before?.phoneId ?? newId();
  const askedAt = input.now();
  const asked = await line.register({ phoneId, label: input.label, appVersion });
  if (asked.kind !== 'ok') return asked;
  const said = asked.value;
  if (before && before.officeCode !== said.officeCode)
    return { kind: 'other_office', officeName: before.officeName };
  const { record, unlocked } = await lockWithPin(
    { userId: said.user.id, name: said.user.name, pullToken: said.pullToken },
    input.pin,
    input.iterations,
  );
  await releaseDrafts(store, said.user.id);
  const answeredAt = input.now();
  const phone: PhoneRecord = {
    id: 'phone',
    phoneId: said.phoneId,
    label: input.label,
    officeCode: said.officeCode,
    officeName: said.officeName,
    deliveryToken: said.deliveryToken,
    officeKey: said.officeKey,
    clockOffS: Math.round(((askedAt + answeredAt) / 2 - Date.parse(said.serverTime)) / 1000),
    lastSentAt: before?.lastSentAt ?? null,
  };
  const labels = await unreadableLabels(store, said.user.id);
  await store.change([
    { table: 'phone', put: phone },
    { table: 'people', put: record },
    { table: 'work', remove: said.user.id },
    ...labels,
  ]);
  return { kind: 'ok', value: { unlocked } };
}

/** Names of what was finished under the lost key: the counters keep the visit, the name is shown no more. */
async function unreadableLabels(store: PhoneStore, userId: string): Promise<Change[]> {
  const mine = (await store.all('finished')).filter((finished) => finished.userId === userId);
  return mine.map((finished) => ({ table: 'finished', put: { ...finished, label: new Uint8Array() } }));
}
