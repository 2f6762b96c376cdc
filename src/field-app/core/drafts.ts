import { decryptAtRest, encryptAtRest } from './at-rest.ts';
import { type Draft, envelopeContentOf, submissionOf } from './draft-content.ts';
import type { Unlocked } from './lock.ts';
import { type Seal, sealEnvelope } from './sealing.ts';
import { type DraftRecord, isStorageFull, type PhoneStore, readPhone } from './store.ts';

/** At least this long between two sealings of one draft: sealing costs a phone some 20 ms. */
export const sealEveryMs = 2_000;

export type SaveState = 'saved' | 'saving' | 'full' | 'failed' | 'gone';

export type DraftTools = {
  store: PhoneStore;
  seal: Seal;
  /** Milliseconds; the phone's clock. */
  now: () => number;
  later?: (work: () => void, ms: number) => void;
};

/**
 * Keeps one open draft: every keystroke is handed to `change`, which never waits. One write runs at a time and always
 * takes the latest, so writes stay in order, the last one wins, and keystrokes during a write cost one write more.
 */
export type DraftKeeper = {
  readonly draft: Draft;
  change(draft: Draft): void;
  /** All that was typed is durable, and sealed, when this resolves; says whether it is. */
  flush(): Promise<SaveState>;
  /** Flushes, and writes no more: another keeper takes over. */
  close(): Promise<void>;
  /** Why the last write failed, until one succeeds. */
  readonly state: SaveState;
  /** Tells of each change of `state`; gives the way to stop listening. */
  onState(listener: (state: SaveState) => void): () => void;
};

/**
 * Begins a visit: the draft is on the disk before the first question is shown. Null: this person was taken off the phone
 * meanwhile (a revoked account, delivered and forgotten in the background).
 */
export async function beginDraft(
  tools: DraftTools,
  unlocked: Unlocked,
  draft: Draft,
): Promise<DraftKeeper | null> {
  if (!(await tools.store.get('phone', 'phone'))) return null;
  const record = await recordOf(tools, unlocked, draft, null, true);
  const there = { table: 'people', id: unlocked.userId } as const;
  const isHere = await tools.store.change([{ table: 'drafts', put: record }], there);
  return isHere ? keepDraft(tools, unlocked, draft, true) : null;
}

export async function openDraft(
  tools: DraftTools,
  unlocked: Unlocked,
  id: string,
): Promise<DraftKeeper | null> {
  // One keeper at a time: the last words of an earlier one must not land on top of what this one writes.
  await keepersOf(tools.store).get(id)?.close();
  const record = await tools.store.get('drafts', id);
  if (!record || record.userId !== unlocked.userId) return null;
  const draft = await decryptAtRest<Draft>(unlocked.dataKey, record.encrypted);
  return keepDraft(tools, unlocked, draft, !record.isEnvelopeOld);
}

/** Drafts whose sealed copy lags behind, since the phone was closed in mid-word, are sealed anew; after each unlocking. */
export async function sealOldDrafts(tools: DraftTools, unlocked: Unlocked): Promise<void> {
  const drafts = await tools.store.all('drafts');
  for (const { id, userId, isEnvelopeOld } of drafts) {
    if (!isEnvelopeOld || userId !== unlocked.userId) continue;
    const keeper = await openDraft(tools, unlocked, id);
    await keeper?.flush();
  }
}

/** All open drafts of this person, newest first. */
export async function listDrafts(store: PhoneStore, unlocked: Unlocked): Promise<Draft[]> {
  const records = (await store.all('drafts')).filter(({ userId }) => userId === unlocked.userId);
  records.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
  return Promise.all(records.map(({ encrypted }) => decryptAtRest<Draft>(unlocked.dataKey, encrypted)));
}

const keepers = new WeakMap<PhoneStore, Map<string, DraftKeeper>>();

function keepersOf(store: PhoneStore): Map<string, DraftKeeper> {
  const known = keepers.get(store) ?? new Map<string, DraftKeeper>();
  keepers.set(store, known);
  return known;
}

async function recordOf(
  tools: DraftTools,
  unlocked: Unlocked,
  draft: Draft,
  before: DraftRecord['envelope'],
  seals: boolean,
): Promise<DraftRecord> {
  const updatedAt = new Date(tools.now()).toISOString();
  const phone = seals ? await readPhone(tools.store) : null;
  const submission = phone && submissionOf(draft, phone, { isFinished: false, at: updatedAt });
  const envelope =
    phone && submission
      ? await sealEnvelope(tools.seal, phone.officeKey, envelopeContentOf(phone, submission))
      : before;
  const encrypted = await encryptAtRest(unlocked.dataKey, draft);
  const old = seals ? {} : { isEnvelopeOld: true as const };
  return { id: draft.id, userId: draft.userId, encrypted, envelope, ...old, updatedAt };
}

function keepDraft(tools: DraftTools, unlocked: Unlocked, first: Draft, isSealed: boolean): DraftKeeper {
  const later = tools.later ?? ((work, ms) => void setTimeout(work, ms));
  let draft = first;
  let written = first;
  let sealed = isSealed ? first : null;
  let envelope: DraftRecord['envelope'] = null;
  let sealedAt = isSealed ? tools.now() : Number.NEGATIVE_INFINITY;
  let running: Promise<void> | null = null;
  let wantsSeal = false;
  let isSealDue = false;
  let isClosed = false;
  let state: SaveState = 'saved';
  const listeners = new Set<(state: SaveState) => void>();
  const enter = (next: SaveState) => {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener(next);
  };

  async function writeOnce(): Promise<void> {
    const taken = draft;
    const seals = wantsSeal || tools.now() - sealedAt >= sealEveryMs;
    wantsSeal = false;
    // The envelope of an earlier sitting is on the disk, not here.
    envelope ??= (await tools.store.get('drafts', taken.id))?.envelope ?? null;
    const record = await recordOf(tools, unlocked, taken, envelope, seals);
    const there = { table: 'drafts', id: taken.id } as const;
    if (!(await tools.store.change([{ table: 'drafts', put: record }], there))) return enter('gone');
    written = taken;
    envelope = record.envelope;
    if (seals) {
      sealed = taken;
      sealedAt = tools.now();
    }
  }

  async function writeAll(): Promise<void> {
    enter('saving');
    try {
      while (state !== 'gone' && (written !== draft || (wantsSeal && sealed !== draft))) await writeOnce();
      if (state !== 'gone') enter('saved');
      if (sealed !== draft) sealSoon();
    } catch (error) {
      enter(isStorageFull(error) ? 'full' : 'failed');
      if (state === 'failed') throw error;
    }
  }

  function start(): Promise<void> {
    if (isClosed) return Promise.resolve();
    running ??= writeAll().finally(() => {
      running = null;
    });
    return running;
  }

  /** A pause in typing: the last words are sealed as well. */
  function sealSoon(): void {
    if (isSealDue) return;
    isSealDue = true;
    later(() => {
      isSealDue = false;
      wantsSeal = true;
      start().catch(() => {});
    }, sealEveryMs);
  }

  const keeper: DraftKeeper = {
    get draft() {
      return draft;
    },
    get state() {
      return state;
    },
    change(next) {
      draft = next;
      if (state !== 'gone') start().catch(() => {});
    },
    async flush() {
      if (state === 'gone') return state;
      wantsSeal = true;
      await running?.catch(() => {});
      wantsSeal = sealed !== draft;
      if (written !== draft || wantsSeal) await start().catch(() => {});
      return state;
    },
    async close() {
      await keeper.flush();
      isClosed = true;
      if (keepersOf(tools.store).get(first.id) === keeper) keepersOf(tools.store).delete(first.id);
    },
    onState(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  keepersOf(tools.store).set(first.id, keeper);
  return keeper;
}
