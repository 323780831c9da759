import { areaOf, routes } from '#routes';
import { applyLook, LOOK_KEY } from './look.ts';
import { filesFor, pickStart, type StartFiles } from './pick-start.ts';
import type { PreHydrationEvents } from './pre-hydration.ts';
import { renderSnapshot, type Snapshot } from './snapshot.ts';
import { SNAPSHOT_KEY } from './snapshot-key.ts';

/*
 * An inline script that runs before the first paint: chooses what the page shows until the app has loaded, preloads the
 * files that this start needs, and records a submit before hydration.
 */

/** Defined by build-plugins/prerender.ts. */
declare const START_FILES: StartFiles;

/** The page unloads within this time after `beforeunload`. Ms. */
const UNLOAD_MS = 3_000;
/** As in config/read-config.ts. Ms. */
const CONFIG_TIMEOUT_MS = 8_000;

// First, because everything else waits for it. `loadConfig` handles a failure.
const response = fetch('/config.json', { cache: 'no-cache', signal: AbortSignal.timeout(CONFIG_TIMEOUT_MS) });
response.catch(() => {});
window.earlyConfig = { sentAt: Date.now(), response };

const page = document.documentElement;

/** Reads a value as platform/storage.ts stores it. */
function stored(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(`door-access:${key}`) ?? 'null');
  } catch {
    return null;
  }
}

// Before the first paint, which would show the other colours for a moment.
applyLook(stored(LOOK_KEY));

const session = stored('session') as { readonly kind?: unknown; readonly tenant?: unknown } | null;
const isSignedIn = session?.kind === 'signed-in';
page.dataset.start = pickStart(isSignedIn, location.pathname);

for (const href of filesFor(START_FILES, isSignedIn, stored('language'), navigator.languages)) {
  const link = document.createElement('link');
  if (href.endsWith('.css')) {
    // Only preloaded: Vite adds the style sheet together with the chunk that needs it.
    link.rel = 'preload';
    link.as = 'style';
    link.crossOrigin = 'anonymous';
  } else link.rel = 'modulepreload';
  link.href = href;
  document.head.append(link);
}

/** Called by an inline script right after `#starting`. */
window.showSnapshot = () => {
  const snapshot = stored(SNAPSHOT_KEY) as Snapshot | null;
  const placeholder = document.getElementById('starting');
  if (!placeholder || !snapshot || page.dataset.start !== 'signed-in') return;
  if (areaOf(location.pathname) !== 'start' && location.pathname !== routes.doors) return;
  if (!session?.tenant || snapshot.of !== JSON.stringify(session.tenant)) return;
  page.lang = snapshot.lang;
  page.dir = snapshot.dir;
  placeholder.replaceChildren(renderSnapshot(snapshot.nodes));
};

const events: PreHydrationEvents = {
  wasSubmitted: false,
  stop: () => {
    removeEventListener('submit', onSubmit, true);
    delete page.dataset.submitted;
  },
};
window.preHydrationEvents = events;

function onSubmit(event: Event) {
  event.preventDefault();
  events.wasSubmitted = true;
  page.dataset.submitted = '';
}
addEventListener('submit', onSubmit, true);

// Unloading the page fails the scripts that are still loading. A `tel:` link also fires `beforeunload`, but the page stays.
let unloadStartedAt = Number.NEGATIVE_INFINITY;
addEventListener('beforeunload', () => {
  unloadStartedAt = performance.now();
});

// If the app could not be loaded, show an error instead of a form that does nothing.
addEventListener(
  'error',
  ({ target }) => {
    // Browser extensions add scripts too, which the page's Content-Security-Policy blocks.
    const isAppScript =
      target instanceof HTMLScriptElement && target.type === 'module' && target.src.startsWith(location.origin);
    const isUnloading = performance.now() - unloadStartedAt < UNLOAD_MS;
    if (isAppScript && !isUnloading && page.dataset.start !== undefined) page.dataset.start = 'lost';
  },
  true,
);
addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('#reload')) location.reload();
});
