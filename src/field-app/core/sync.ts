import { type Delivery, deliverEnvelopes, forgetOldFinished } from './deliver.ts';
import { deliverPhotos } from './deliver-photos.ts';
import type { Unlocked } from './lock.ts';
import type { OfficeLine } from './office-line.ts';
import { type KeptWork, pullWork } from './pull-work.ts';
import type { Change, PhoneStore } from './store.ts';
import { prepareWipe, wipePerson } from './wipe.ts';

export type SyncTools = {
  store: PhoneStore;
  line: OfficeLine;
  now: () => number;
  /** Runs one at a time over all tabs and the service worker. */
  exclusively: <T>(work: () => Promise<T>) => Promise<T>;
};

export type Unsent = {
  /** Visits of which something has not arrived: what the screen counts. */
  visits: number;
  envelopes: number;
  photos: number;
  stuck: number;
};

export type SyncOutcome = {
  /** `done`: nothing is left to do just now. */
  state: 'done' | 'unreachable' | 'busy' | 'unwelcome';
  waitMs: number;
  unsent: Unsent;
  /** The list as it stands now, where someone was unlocked and it could be fetched. */
  work: KeptWork | null;
  /** People whose data this run has removed from the phone. */
  wiped: string[];
};

export async function countUnsent(store: PhoneStore): Promise<Unsent> {
  const outbox = await store.all('outbox');
  const photos = (await store.all('photos')).filter(({ state }) => state === 'waiting');
  const visits = new Set([...outbox.map(({ id }) => id), ...photos.map(({ submissionId }) => submissionId)]);
  return {
    visits: visits.size,
    envelopes: outbox.length,
    photos: photos.length,
    stuck: [...outbox, ...photos].filter(({ stuck }) => stuck).length,
  };
}

/**
 * Everything phone and office have to say to each other, once: envelopes, list, photos; then who was revoked is forgotten.
 * Needs no PIN; with someone unlocked, their list is fetched as well. Each step may be cut off at any point and be run
 * again: all of it is idempotent by id.
 */
export function syncOnce(tools: SyncTools, unlocked: Unlocked | null): Promise<SyncOutcome> {
  return tools.exclusively(async () => {
    const outcome = { work: null as KeptWork | null, wiped: [] as string[] };
    const stopped = (await tools.store.get('phone', 'phone'))
      ? await runSteps(tools, unlocked, outcome)
      : null;
    const unsent = await countUnsent(tools.store);
    if (stopped === null) return { state: 'done', waitMs: 0, unsent, ...outcome };
    const waitMs = stopped.kind === 'busy' ? stopped.afterMs : 0;
    return { state: stopped.kind === 'refused' ? 'busy' : stopped.kind, waitMs, unsent, ...outcome };
  });
}

type Stop = Exclude<Delivery, 'all_sent'>['stopped'] | null;

async function runSteps(
  tools: SyncTools,
  unlocked: Unlocked | null,
  outcome: { work: KeptWork | null; wiped: string[] },
): Promise<Stop> {
  const { store, line, now } = tools;
  await prepareWipe(store);
  const delivered = await deliverEnvelopes(store, line, now);
  if (delivered !== 'all_sent') return delivered.stopped;
  const isHere = unlocked !== null && (await mayPull(store, unlocked.userId));
  let pullStop: Stop = null;
  if (isHere) {
    const pulled = await pullWork(store, line, unlocked, now);
    if (pulled.kind === 'ok') outcome.work = pulled.value;
    else if (pulled.kind === 'unreachable') return pulled;
    // The list cannot be had; what is to be sent is sent all the same.
    else if (pulled.kind !== 'unwelcome' || pulled.code !== 'revoked') pullStop = pulled;
  }
  const leaving = await prepareWipe(store);
  const again = leaving.length > 0 ? await deliverEnvelopes(store, line, now) : 'all_sent';
  if (again !== 'all_sent') return again.stopped;
  const photos = await deliverPhotos(store, line);
  if (photos !== 'all_sent') return photos.stopped;
  for (const userId of leaving) if (await wipePerson(store, line, userId)) outcome.wiped.push(userId);
  await forgetRevokedPhone(store);
  await forgetOldFinished(store, now());
  return pullStop;
}

async function mayPull(store: PhoneStore, userId: string): Promise<boolean> {
  const person = await store.get('people', userId);
  return person !== undefined && !person.isRevoked;
}

/** The last person has left a phone that the office has struck off: it is as new. */
async function forgetRevokedPhone(store: PhoneStore): Promise<void> {
  const phone = await store.get('phone', 'phone');
  if (!phone?.isRevoked || (await store.ids('people')).length > 0) return;
  const unsent = await countUnsent(store);
  if (unsent.envelopes + unsent.photos > 0) return;
  const forms = (await store.ids('forms')).map((id): Change => ({ table: 'forms', remove: id }));
  await store.change([...forms, { table: 'phone', remove: 'phone' }]);
}

/** One at a time in this page only; for browsers and tests without Web Locks. */
export function oneAtATime(): SyncTools['exclusively'] {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => {});
    return next;
  };
}

/** Over all tabs and the service worker, where the browser has Web Locks. */
export function exclusiveInBrowser(locks: LockManager | undefined): SyncTools['exclusively'] {
  if (!locks) return oneAtATime();
  return (work) => locks.request('gawangan-sync', work);
}
