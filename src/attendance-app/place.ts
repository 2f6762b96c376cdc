import { useEffect, useSyncExternalStore } from 'react';
import { officeOfLinkCode } from '#features/run-intake/rules/trainer-link.ts';
import type { PhoneStore } from './core/phone-store.ts';

const sessionMark = '#/pertemuan/';

export const hrefOfSession = (sessionId: string): string => `${sessionMark}${sessionId}`;

/** Which session's sheet is open; null: the list. Kept behind the `#`, so that the phone's back button works. */
export function usePlace(): string | null {
  const hash = useSyncExternalStore(
    (changed) => {
      addEventListener('hashchange', changed);
      return () => removeEventListener('hashchange', changed);
    },
    () => location.hash,
  );
  return hash.startsWith(sessionMark) ? hash.slice(sessionMark.length) : null;
}

/** A code that came with the address is kept on the phone and taken out of the address, where the next person would read it. */
export function useLinkInAddress(store: PhoneStore): void {
  useEffect(() => {
    const take = () => {
      const code = location.hash.slice(1);
      if (officeOfLinkCode(code) === null) return;
      void store.open(code, Date.now()).then(() => location.replace('#/'));
    };
    take();
    addEventListener('hashchange', take);
    return () => removeEventListener('hashchange', take);
  }, [store]);
}
