import './old-browsers.ts';
import { openDexieStore } from './core/dexie-store.ts';
import { makeOfficeLine } from './core/office-line.ts';
import { exclusiveInBrowser, syncOnce } from './core/sync.ts';

/** What a service worker has and a page has not, as far as it is used here (TypeScript keeps the two worlds apart). */
type WorkerEvent = Event & { waitUntil(work: Promise<unknown>): void };
type FetchEvent = WorkerEvent & { request: Request; respondWith(answer: Promise<Response>): void };
type Worker = {
  /** Filled in by the build: every file of the program, with its revision where the name has none. */
  __WB_MANIFEST: { url: string; revision: string | null }[];
  registration: { scope: string };
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(
    type: 'install' | 'activate' | 'sync' | 'periodicsync',
    listener: (event: WorkerEvent) => void,
  ): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
};
declare const self: Worker;

const files = self.__WB_MANIFEST;
const base = new URL(self.registration.scope);
const cachePrefix = 'lapangan-';
const cacheName = cachePrefix + versionOf(files.map(({ url, revision }) => `${url} ${revision}`).join('\n'));
const shell = new URL('index.html', base).href;

/** FNV-1a: enough to tell one build from another. */
function versionOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(36);
}

/** All of the new program or none of it; what has not changed is taken from the old one, not from the thin line. */
async function install(): Promise<void> {
  const cache = await caches.open(cacheName);
  await Promise.all(
    files.map(async ({ url, revision }) => {
      const address = new URL(url, base).href;
      const known = revision === null ? await caches.match(address) : undefined;
      const response = known ?? (await fetch(address, { cache: 'reload', credentials: 'omit' }));
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      await cache.put(address, response);
    }),
  );
}

async function activate(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(cachePrefix) && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function fromCache(address: string, request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  return (await cache.match(address)) ?? fetch(request);
}

/** What is finished travels also when the app is closed, where the browser can do that. Needs no PIN. */
async function deliverInBackground(): Promise<void> {
  const store = openDexieStore();
  try {
    const locks = (globalThis.navigator as Navigator | undefined)?.locks;
    const exclusively = exclusiveInBrowser(locks);
    const outcome = await syncOnce({ store, line: makeOfficeLine(), now: Date.now, exclusively }, null);
    // Rejected: the browser tries again by itself.
    if (outcome.state !== 'done') throw new Error(outcome.state);
  } finally {
    store.close();
  }
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') void self.skipWaiting();
});
self.addEventListener('sync', (event) => event.waitUntil(deliverInBackground()));
self.addEventListener('periodicsync', (event) => event.waitUntil(deliverInBackground()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const isOurs = url.origin === base.origin && url.pathname.startsWith(base.pathname);
  if (request.method !== 'GET' || !isOurs || url.pathname.startsWith(`${base.pathname}api`)) return;
  if (request.mode === 'navigate') event.respondWith(fromCache(shell, request));
  else event.respondWith(fromCache(url.origin + url.pathname, request));
});
