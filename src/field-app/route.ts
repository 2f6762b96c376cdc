import { useSyncExternalStore } from 'react';

/** Where in the app one is: kept behind the `#`, so that the phone's own back button works and a cold start needs no server. */
export type Route =
  | { at: 'today' | 'search' | 'sent' | 'settings' | 'map' }
  | { at: 'row'; rowId: string }
  | { at: 'visit'; draftId: string };

const plain = { cari: 'search', terkirim: 'sent', setelan: 'settings', peta: 'map' } as const;

export function parseRoute(hash: string): Route {
  const [, name = '', id = ''] = /^#\/([^/]*)\/?(.*)$/.exec(hash) ?? [];
  if (name === 'usaha' && id) return { at: 'row', rowId: id };
  if (name === 'kunjungan' && id) return { at: 'visit', draftId: id };
  return { at: plain[name as keyof typeof plain] ?? 'today' };
}

export function hrefOf(route: Route): string {
  if (route.at === 'row') return `#/usaha/${route.rowId}`;
  if (route.at === 'visit') return `#/kunjungan/${route.draftId}`;
  const name = Object.entries(plain).find(([, at]) => at === route.at)?.[0];
  return name ? `#/${name}` : '#/';
}

/** `replace`: the screen that is left is not come back to. */
export function goTo(route: Route, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') location.hash = hrefOf(route);
  else location.replace(hrefOf(route));
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(
    (changed) => {
      addEventListener('hashchange', changed);
      return () => removeEventListener('hashchange', changed);
    },
    () => location.hash,
  );
  return parseRoute(hash);
}
