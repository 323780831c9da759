/* Keeps an offline copy of the demo. Built by build-plugins/offline-copy.ts as a separate script. */

/** Injected by the build: URLs relative to this script, and an identifier of the build. */
declare const FILES: readonly string[];
declare const VERSION: string;

type ExtendableEvent = Event & { waitUntil(work: Promise<unknown>): void };
type FetchEvent = Event & { readonly request: Request; respondWith(response: Promise<Response>): void };

/** The parts of the service worker scope that are used; the `webworker` library would conflict with `dom`. */
const worker = self as unknown as {
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'message', listener: () => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  readonly registration: { readonly scope: string };
};

/** Includes the scope, because one origin may have several demos. */
const cachePrefix = `door-access-demo ${worker.registration.scope} `;
const cacheName = cachePrefix + VERSION;

async function fetchAll(): Promise<void> {
  const copy = await caches.open(cacheName);
  // Bypasses the HTTP cache: an old page would request files that no longer exist.
  await copy.addAll(FILES.map((file) => new Request(file, { cache: 'reload' })));
}

async function takeOver(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(cachePrefix) && name !== cacheName).map((name) => caches.delete(name)),
  );
  await worker.clients.claim();
}

async function answer(request: Request): Promise<Response> {
  const copy = await caches.open(cacheName);
  const address = request.url.replace(/\/index\.html(?=$|[?#])/, '/');
  return (await copy.match(address, { ignoreSearch: true })) ?? fetch(request);
}

worker.addEventListener('install', (event) => event.waitUntil(fetchAll()));
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()));
// A page sends a message when it loads. A new version takes over only then, so that open pages keep the files of their build.
worker.addEventListener('message', () => void worker.skipWaiting());
worker.addEventListener('fetch', (event) => {
  if (event.request.method === 'GET') event.respondWith(answer(event.request));
});
