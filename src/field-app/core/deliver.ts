import type { Delivered, Envelope, Receipt } from '#features/survey-field/rules/wire.ts';
import type { Asked, OfficeLine } from './office-line.ts';
import { type Change, type PhoneStore, readPhone } from './store.ts';

const mostInBatch = 50;
/** Below the office's 2 MB, with room for the frame. */
const mostBytes = 1_500_000;

export type Delivery = 'all_sent' | { stopped: Exclude<Asked<unknown>, { kind: 'ok' }> };

/**
 * Sends every envelope of the outbox, the oldest first, and forgets those that the office holds durably. After a lost
 * connection the next batch is half as large: on a thin line small steps arrive. With nothing to send, the office is
 * greeted all the same: that is how a phone without a PIN learns that somebody's right has ended.
 */
export async function deliverEnvelopes(
  store: PhoneStore,
  line: OfficeLine,
  now: () => number,
): Promise<Delivery> {
  let batchSize = mostInBatch;
  let losses = 0;
  for (let isFirst = true; ; isFirst = false) {
    const outbox = await store.all('outbox');
    const waiting = outbox.filter(({ stuck }) => !stuck);
    if (waiting.length === 0 && !isFirst) return 'all_sent';
    const batch = takeBatch(
      waiting.map(({ envelope }) => envelope),
      batchSize,
    );
    const phone = await readPhone(store);
    const sentAt = now();
    const photos = (await store.all('photos')).filter(({ state }) => state === 'waiting');
    const asked = await line.deliver(phone.deliveryToken, batch, outbox.length + photos.length);
    if (asked.kind === 'ok') {
      const forgotten = await acceptReceipts(store, asked.value.receipts, now());
      await heardFrom(store, asked.value, sentAt, now());
      // An answer that names none of what was sent would be asked for ever.
      if (forgotten === 0 && batch.length > 0) return { stopped: { kind: 'busy', afterMs: 60_000 } };
    } else if (asked.kind === 'refused') {
      if (batch.length === 0) return { stopped: asked };
      if (batch.length > 1) batchSize = 1;
      else await markStuck(store, batch[0]!.id, `HTTP ${asked.status}`);
    } else if (asked.kind === 'unreachable' && batch.length > 1 && losses < 2) {
      losses += 1;
      batchSize = Math.max(1, Math.floor(batch.length / 2));
    } else {
      return { stopped: asked };
    }
  }
}

function takeBatch(envelopes: Envelope[], most: number): Envelope[] {
  const batch: Envelope[] = [];
  let bytes = 0;
  for (const envelope of envelopes) {
    bytes += envelope.sealed.length + 150;
    if (batch.length > 0 && (batch.length >= most || bytes > mostBytes)) break;
    batch.push(envelope);
  }
  return batch;
}

/** Each of the four states means: durable at the office. Gives how many copies were forgotten. */
export async function acceptReceipts(
  store: PhoneStore,
  receipts: readonly Pick<Receipt, 'id'>[],
  at: number,
): Promise<number> {
  const held = new Set(await store.ids('outbox'));
  const sentAt = new Date(at).toISOString();
  const changes: Change[] = [];
  let forgotten = 0;
  for (const { id } of receipts) {
    if (!held.has(id)) continue;
    forgotten += 1;
    changes.push({ table: 'outbox', remove: id });
    const finished = await store.get('finished', id);
    if (finished) changes.push({ table: 'finished', put: { ...finished, sentAt } });
  }
  if (changes.length > 0) await store.change(changes);
  return forgotten;
}

async function heardFrom(
  store: PhoneStore,
  delivered: Delivered,
  askedAt: number,
  answeredAt: number,
): Promise<void> {
  const phone = await readPhone(store);
  const clockOffS = clockOff(delivered.serverTime, askedAt, answeredAt);
  const lastSentAt = new Date(answeredAt).toISOString();
  const put = { ...phone, clockOffS, lastSentAt, ...(delivered.wipe ? { isRevoked: true as const } : {}) };
  const ended = delivered.wipe ? await store.ids('people') : (delivered.wipeUsers ?? []);
  const people = await Promise.all(ended.map((id) => store.get('people', id)));
  const changes = people.flatMap((person): Change[] =>
    person ? [{ table: 'people', put: { ...person, isRevoked: true } }] : [],
  );
  await store.change([{ table: 'phone', put }, ...changes]);
}

/** Whole seconds by which this phone's clock is ahead; the office's time is taken as of the middle of the question. */
export function clockOff(serverTime: string, askedAt: number, answeredAt: number): number | null {
  const office = Date.parse(serverTime);
  return Number.isNaN(office) ? null : Math.round(((askedAt + answeredAt) / 2 - office) / 1000);
}

/** The office will not take it by this way: it stays here, is shown, and can still travel as a file. */
async function markStuck(store: PhoneStore, id: string, stuck: string): Promise<void> {
  const record = await store.get('outbox', id);
  if (record) await store.change([{ table: 'outbox', put: { ...record, stuck } }], { table: 'outbox', id });
}

/** What arrived two weeks ago is no news: the list of what was sent stays short. */
export async function forgetOldFinished(store: PhoneStore, now: number): Promise<void> {
  const before = new Date(now - 14 * 86_400_000).toISOString();
  const old = (await store.all('finished')).filter(({ sentAt }) => sentAt !== null && sentAt < before);
  if (old.length > 0) await store.change(old.map(({ id }): Change => ({ table: 'finished', remove: id })));
}

/** A person asks to try again what was refused: perhaps the office has been mended. */
export async function tryStuckAgain(store: PhoneStore): Promise<void> {
  const outbox = (await store.all('outbox')).filter(({ stuck }) => stuck);
  const photos = (await store.all('photos')).filter(({ stuck }) => stuck);
  const changes: Change[] = [
    ...outbox.map(({ stuck: _, ...put }) => ({ table: 'outbox', put }) as const),
    ...photos.map(({ stuck: _, ...put }) => ({ table: 'photos', put }) as const),
  ];
  if (changes.length > 0) await store.change(changes);
}
