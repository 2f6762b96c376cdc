import { releaseDrafts } from './finish.ts';
import type { OfficeLine } from './office-line.ts';
import { type Change, type PhoneStore, readPhone } from './store.ts';

/**
 * Those whose right was taken away (or who have signed off): their drafts go to the outbox as they stand sealed. To be
 * called before delivering. Gives their ids.
 */
export async function prepareWipe(store: PhoneStore): Promise<string[]> {
  const phone = await store.get('phone', 'phone');
  const people = await store.all('people');
  const leaving = people.filter((person) => person.isRevoked || phone?.isRevoked).map(({ id }) => id);
  for (const userId of leaving) await releaseDrafts(store, userId);
  return leaving;
}

/**
 * Forgets what lies here for someone who leaves, once nothing of theirs is left to be delivered; then tells the office.
 * What is stuck counts as not delivered: nothing is dropped. False: not yet.
 */
export async function wipePerson(store: PhoneStore, line: OfficeLine, userId: string): Promise<boolean> {
  const [outbox, photos, drafts] = [
    await store.all('outbox'),
    await store.all('photos'),
    await store.all('drafts'),
  ];
  const isTheirs = (record: { userId: string }) => record.userId === userId;
  if (outbox.some(isTheirs) || photos.some(isTheirs) || drafts.some(isTheirs)) return false;
  const phone = await readPhone(store);
  const asked = await line.wiped(phone.deliveryToken, userId);
  // An office that cannot be told is told at the next try: the record that says so goes last.
  if (asked.kind === 'unreachable' || asked.kind === 'busy') {
    await store.change(await traces(store, userId));
    return false;
  }
  await store.change([...(await traces(store, userId)), { table: 'people', remove: userId }]);
  return true;
}

async function traces(store: PhoneStore, userId: string): Promise<Change[]> {
  const finished = (await store.all('finished')).filter((record) => record.userId === userId);
  return [
    { table: 'work', remove: userId },
    ...finished.map(({ id }) => ({ table: 'finished', remove: id }) as const),
  ];
}

/** A person signs off by their own will: the same road as a revoked one. */
export async function signOff(store: PhoneStore, userId: string): Promise<void> {
  const person = await store.get('people', userId);
  if (person) await store.change([{ table: 'people', put: { ...person, isRevoked: true } }]);
}
