/* Keeps a copy of the demo on the device. Built by build-plugins/offline-copy.ts, as a script of its own. */

/** Put in by the build: addresses relative to this script, and a name that no other build has. */
declare const FILES: readonly string[];
declare const VERSION: string;

type Extended = Event & { waitUntil(work: Promise<unknown>): void };
type Asked = Event & { readonly request: Request; respondWith(answer: Promise<Response>): void };

/** What there is of a service worker's own scope in here; its library would redefine the page's. */
const worker = self as unknown as {
  addEventListener(type: 'install' | 'activate', listener: (event: Extended) => void): void;
  addEventListener(type: 'message', listener: () => void): void;
  addEventListener(type: 'fetch', listener: (event: Asked) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  readonly registration: { readonly scope: string };
};

/** Two demos may live on one origin, each in its own folder. */
const family = `door-access-demo ${worker.registration.scope} `;
const own = family + VERSION;

async function fetchAll(): Promise<void> {
  const copy = await caches.open(own);
  // Past the browser's own cache: a copy of an old page would ask for files that are gone.
  await copy.addAll(FILES.map((file) => new Request(file, { cache: 'reload' })));
}

async function takeOver(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(family) && name !== own).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

async function answer(request: Request): Promise<Response> {
  const copy = await caches.open(own);
  const address = request.url.replace(/\/index\.html(?=$|[?#])/, '/');
  return (await copy.match(address, { ignoreSearch: true })) ?? fetch(request);
}

worker.addEventListener('install', (event) => event.waitUntil(fetchAll()));
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()));
// Said by a page that has only just begun: one that stands open goes on with the files of its own build.
worker.addEventListener('message', () => void worker.skipWaiting());
worker.addEventListener('fetch', (event) => {
  if (event.request.method === 'GET') event.respondWith(answer(event.request));
});
