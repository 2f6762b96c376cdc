import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { openDexieStore } from './core/dexie-store.ts';
import { type DraftTools, sealOldDrafts } from './core/drafts.ts';
import type { Unlocked } from './core/lock.ts';
import { makeOfficeLine } from './core/office-line.ts';
import { sealToOffice } from './core/sealing.ts';
import { keepStorage } from './core/storage-space.ts';
import type { PersonRecord, PhoneRecord } from './core/store.ts';
import {
  countUnsent,
  exclusiveInBrowser,
  type SyncOutcome,
  type SyncTools,
  type Unsent,
} from './core/sync.ts';
import { runSync, type SyncRunner } from './core/sync-runner.ts';

const store = openDexieStore();
export const line = makeOfficeLine();
export const tools: DraftTools = { store, seal: sealToOffice, now: Date.now };
export const sync: SyncTools = {
  store,
  line,
  now: Date.now,
  exclusively: exclusiveInBrowser(navigator.locks),
};

export type PhoneView = { phone: PhoneRecord | null; people: PersonRecord[]; unsent: Unsent };

/** What is on the phone for everybody, who is unlocked, and the traffic with the office while the app is open. */
export function usePhone() {
  const [view, setView] = useState<PhoneView | null>(null);
  const [unlocked, setUnlocked] = useState<Unlocked | null>(null);
  const [outcome, setOutcome] = useState<SyncOutcome | 'running' | null>(null);
  const held = useRef(unlocked);
  held.current = unlocked;
  const runner = useRef<SyncRunner | null>(null);

  const refresh = useCallback(async () => {
    const phone = (await store.get('phone', 'phone')) ?? null;
    const people = await store.all('people');
    const unsent = await countUnsent(store);
    setView({ phone, people, unsent });
    // Whoever was wiped in the background is locked out here too.
    if (held.current && !people.some(({ id }) => id === held.current?.userId)) setUnlocked(null);
  }, []);

  useEffect(() => {
    void refresh();
    const running = runSync({
      ...sync,
      unlocked: () => held.current,
      report: (next) => {
        setOutcome(next);
        if (next !== 'running') void refresh();
      },
    });
    runner.current = running;
    running.soon();
    const soon = () => running.soon();
    const seen = () => {
      if (document.visibilityState === 'visible') running.soon();
    };
    addEventListener('online', soon);
    document.addEventListener('visibilitychange', seen);
    return () => {
      running.stop();
      removeEventListener('online', soon);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [refresh]);

  useEffect(() => {
    if (!unlocked) return;
    void keepStorage();
    sealOldDrafts(tools, unlocked).catch(console.error);
  }, [unlocked]);
  useLockWhenAway(unlocked !== null, () => setUnlocked(null));

  return useMemo(
    () => ({
      view,
      unlocked,
      outcome,
      refresh,
      enter: (next: Unlocked | null) => {
        held.current = next;
        setUnlocked(next);
        void refresh();
        if (next) runner.current?.soon();
      },
      syncSoon: () => {
        runner.current?.soon();
        void askBackgroundSync();
      },
    }),
    [view, unlocked, outcome, refresh],
  );
}

const awayMs = 15 * 60_000;

/** A phone that lay in a bag for a quarter of an hour asks for the PIN again. Drafts are on the disk by then. */
function useLockWhenAway(isUnlocked: boolean, lock: () => void): void {
  const leave = useRef(lock);
  leave.current = lock;
  useEffect(() => {
    if (!isUnlocked) return;
    let leftAt = 0;
    const changed = () => {
      if (document.visibilityState === 'hidden') leftAt = Date.now();
      else if (leftAt > 0 && Date.now() - leftAt > awayMs) leave.current();
    };
    document.addEventListener('visibilitychange', changed);
    return () => document.removeEventListener('visibilitychange', changed);
  }, [isUnlocked]);
}

/** Where the browser can, it delivers also when the app is closed; elsewhere the next opening does. */
async function askBackgroundSync(): Promise<void> {
  try {
    const registration = (await navigator.serviceWorker?.ready) as
      | (ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } })
      | undefined;
    await registration?.sync?.register('deliver');
  } catch {
    // Not granted, or no such thing.
  }
}
