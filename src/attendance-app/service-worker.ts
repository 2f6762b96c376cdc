/** What a service worker has and a page has not, as far as it is used here (TypeScript keeps the two worlds apart). */
type WorkerEvent = Event & { waitUntil(work: Promise<unknown>): void };
type FetchEvent = WorkerEvent & { request: Request; respondWith(answer: Promise<Response>): void };
type Worker = {
  /** Filled in by the build: every file of the program, with its revision where the name has none. */
  __WB_MANIFEST: { url: string; revision: string | null }[];
  registration: { scope: string };
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
};
declare const self: Worker;

const files = self.__WB_MANIFEST;
const base = new URL(self.registration.scope);
const cachePrefix = 'hadir-';
const cacheName = cachePrefix + versionOf(files.map(({ url, revision }) => `${url} ${revision}`).join('\n'));
const shell = new URL('index.html', base).href;

/** FNV-1a: enough to tell one build from another. */
function versionOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(36);
}

/** All of the new program or none of it. There is nothing half done on a page that a new version could break: it takes over. */
async function install(): Promise<void> {
  const cache = await caches.open(cacheName);
  await Promise.all(
    files.map(async ({ url }) => {
      const address = new URL(url, base).href;
      const response = await fetch(address, { cache: 'reload', credentials: 'omit' });
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      await cache.put(address, response);
    }),
  );
  await self.skipWaiting();
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

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const isOurs = url.origin === base.origin && url.pathname.startsWith(base.pathname);
  if (request.method !== 'GET' || !isOurs || url.pathname.startsWith(`${base.pathname}api`)) return;
  if (request.mode === 'navigate') event.respondWith(fromCache(shell, request));
  else event.respondWith(fromCache(url.origin + url.pathname, request));
});

// A file of its own: what it declares is nobody else's.
export {};
