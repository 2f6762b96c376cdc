import type { PhotoNote } from '#features/survey-field/rules/wire.ts';
import { makeIdSource } from '#kernel/id.ts';
import type { Draft } from '../core/draft-content.ts';
import { addPhoto } from '../core/draft-photo.ts';
import { beginDraft, type DraftKeeper, type DraftTools, listDrafts, openDraft } from '../core/drafts.ts';
import { type Unlocked, unlock } from '../core/lock.ts';
import { makeOfficeLine } from '../core/office-line.ts';
import { registerHere } from '../core/register.ts';
import type { Seal } from '../core/sealing.ts';
import type { PhoneStore } from '../core/store.ts';
import { oneAtATime, type SyncTools } from '../core/sync.ts';
import { type Fate, Killed } from './memory-store.ts';
import type { TestOffice } from './office-double.ts';

export const testPin = '246810';

/**
 * One life of the app on a phone: from opening to being closed or killed. What it has in memory dies with it, what is in
 * `disk` stays. `fates` befall its next changes; after a kill, nothing it still does reaches the disk.
 */
export function openLife(disk: PhoneStore, office: TestOffice, seal: Seal, now: () => number) {
  const fates: Fate[] = [];
  let isDead = false;
  const pending: (() => void)[] = [];
  const store: PhoneStore = {
    get: (table, id) => disk.get(table, id),
    all: (table) => disk.all(table),
    ids: (table) => disk.ids(table),
    change: async (changes, onlyIf) => {
      const fate = isDead ? 'kill-before' : (fates.shift() ?? 'go');
      if (fate === 'kill-before') isDead = true;
      if (isDead) throw new Killed();
      if (fate === 'full') throw new DOMException('no room', 'QuotaExceededError');
      const done = await disk.change(changes, onlyIf);
      if (fate === 'kill-after') {
        isDead = true;
        throw new Killed();
      }
      return done;
    },
  };
  const tools: DraftTools = { store, seal, now, later: (work) => void pending.push(work) };
  const line = makeOfficeLine(async (path, init) => {
    if (isDead) throw new TypeError('dead');
    const response = await office.fetch(path, init);
    if (isDead) throw new TypeError('dead');
    return response;
  });
  const sync: SyncTools = { store, line, now, exclusively: oneAtATime() };
  const newId = makeIdSource(now);
  let unlocked: Unlocked | null = null;
  let keeper: DraftKeeper | null = null;

  return {
    store,
    tools,
    line,
    sync,
    fates,
    newId,
    isDead: () => isDead,
    kill: () => {
      isDead = true;
    },
    /** What waits for a pause in typing happens now. */
    pause: () => {
      for (const work of pending.splice(0)) work();
    },
    unlocked: () => unlocked,
    keeper: () => keeper,
    hold: (next: DraftKeeper | null) => {
      keeper = next;
    },
    lock: () => {
      unlocked = null;
      keeper = null;
    },
    async register(userId: string): Promise<void> {
      office.signIn(userId);
      const result = await registerHere(store, line, { pin: testPin, label: 'HP uji', iterations: 1, now });
      if (result.kind === 'ok') unlocked = result.value.unlocked;
    },
    async enter(userId: string): Promise<boolean> {
      unlocked = null;
      keeper = null;
      if (!(await store.get('people', userId))) return false;
      const result = await unlock(store, userId, testPin, now());
      if (result.ok) unlocked = result.unlocked;
      return result.ok;
    },
    async begin(rowId: string | null): Promise<DraftKeeper | null> {
      const id = newId();
      const draft: Draft = {
        id,
        ...office.visitTo(rowId),
        ...(rowId ? {} : { newEnterpriseId: newId() }),
        userId: unlocked!.userId,
        verdict: null,
        startedAt: new Date(now()).toISOString(),
        activeS: 0,
        answers: {},
        photos: [],
        title: 'Batik Bu Siti',
      };
      keeper = await beginDraft(tools, unlocked!, draft);
      return keeper;
    },
    async reopen(): Promise<DraftKeeper | null> {
      const [newest] = await listDrafts(store, unlocked!);
      keeper = newest ? await openDraft(tools, unlocked!, newest.id) : null;
      return keeper;
    },
    async photograph(bytes: Uint8Array<ArrayBuffer>): Promise<PhotoNote> {
      const note = { id: newId(), item: 'foto_usaha', takenAt: new Date(now()).toISOString() };
      await addPhoto(tools, unlocked!, keeper!, { note, bytes, preview: 'data:,' });
      return note;
    },
  };
}

export type Life = ReturnType<typeof openLife>;
