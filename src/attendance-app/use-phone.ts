import { useCallback, useEffect, useRef, useState } from 'react';
import type { OfficeLine } from './core/office-line.ts';
import {
  isUnsent,
  type LinkRecord,
  type MarkRecord,
  type PhoneStore,
  type PhoneView,
} from './core/phone-store.ts';
import { type SyncOutcome, syncOnce } from './core/sync.ts';

/** While something waits to be sent, the office is asked this often. */
const everyMs = 20_000;

export type Phone = {
  /** Null until the phone's own storage has answered. */
  view: PhoneView | null;
  /** The link that was opened last. */
  link: LinkRecord | null;
  marks: MarkRecord[];
  unsent: number;
  outcome: SyncOutcome | 'running' | null;
  syncSoon(): void;
};

/** What lies on this phone, and the office kept told of it whenever there is a chance. */
export function usePhone(store: PhoneStore, line: OfficeLine): Phone {
  const [view, setView] = useState<PhoneView | null>(null);
  const [outcome, setOutcome] = useState<Phone['outcome']>(null);
  const running = useRef<string | null>(null);
  const wanted = useRef(false);
  useEffect(() => store.watch(setView), [store]);

  const link = view?.links.reduce<LinkRecord | null>(
    (latest, one) => (latest && latest.openedAt >= one.openedAt ? latest : one),
    null,
  );
  const code = link?.code ?? null;
  const marks = view?.marks.filter((mark) => mark.code === code) ?? [];
  const unsent = marks.filter(isUnsent).length;

  const syncSoon = useCallback(() => {
    if (code === null) return;
    if (running.current !== null) {
      wanted.current = true;
      return;
    }
    running.current = code;
    setOutcome('running');
    syncOnce(store, line, code, Date.now)
      .catch((error): SyncOutcome => {
        // The phone's own storage failed; nothing is lost by trying again later.
        console.error(error);
        return 'busy';
      })
      .then((came) => {
        running.current = null;
        setOutcome(came);
        if (wanted.current) {
          wanted.current = false;
          syncSoon();
        }
      });
  }, [store, line, code]);

  useEffect(() => {
    syncSoon();
    const looked = () => document.visibilityState === 'visible' && syncSoon();
    addEventListener('online', syncSoon);
    document.addEventListener('visibilitychange', looked);
    return () => {
      removeEventListener('online', syncSoon);
      document.removeEventListener('visibilitychange', looked);
    };
  }, [syncSoon]);

  const isWaiting = unsent > 0 && link?.state === 'valid';
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(syncSoon, everyMs);
    return () => clearInterval(timer);
  }, [isWaiting, syncSoon]);

  return { view, link: link ?? null, marks, unsent, outcome, syncSoon };
}
