import { areaOf, routes } from '#routes';
import type { EarlyNotes } from './early-notes.ts';
import { filesFor, pickStart, type StartFiles } from './pick-start.ts';
import { draw, type Picture } from './picture.ts';
import { PICTURE } from './picture-key.ts';

/*
 * Runs before the first paint, in a script of its own within the page: chooses what the page shows until the app has
 * come, fetches what this start needs beside the entry, and notes what the person does meanwhile.
 */

/** Put in by the build: see build-plugins/prerender.ts. */
declare const START_FILES: StartFiles;

/** A page that is being left goes sooner than that. Ms. */
const LEAVING_MS = 3_000;
/** As in config/read-config.ts. Ms. */
const CONFIG_WITHIN_MS = 8_000;

// First of all: everything else waits for it. Whoever takes it sees to a failure.
const response = fetch('/config.json', { cache: 'no-cache', signal: AbortSignal.timeout(CONFIG_WITHIN_MS) });
response.catch(() => {});
window.earlyConfig = { sentAt: Date.now(), response };

const page = document.documentElement;

/** As platform/storage keeps them. */
function stored(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(`door-access:${key}`) ?? 'null');
  } catch {
    return null;
  }
}

const session = stored('session') as { readonly kind?: unknown; readonly tenant?: unknown } | null;
const isSignedIn = session?.kind === 'signed-in';
page.dataset.start = pickStart(isSignedIn, location.pathname);

for (const href of filesFor(START_FILES, isSignedIn, stored('language'), navigator.languages)) {
  const link = document.createElement('link');
  if (href.endsWith('.css')) {
    // Only fetched: it counts once the chunk that needs it has been asked for.
    link.rel = 'preload';
    link.as = 'style';
    link.crossOrigin = 'anonymous';
  } else link.rel = 'modulepreload';
  link.href = href;
  document.head.append(link);
}

/** Called from the page, once there is a place for it. */
window.showPicture = () => {
  const picture = stored(PICTURE) as Picture | null;
  const place = document.getElementById('starting');
  if (!place || !picture || page.dataset.start !== 'inside') return;
  if (areaOf(location.pathname) !== 'start' && location.pathname !== routes.doors) return;
  if (!session?.tenant || picture.of !== JSON.stringify(session.tenant)) return;
  page.lang = picture.lang;
  page.dir = picture.dir;
  place.replaceChildren(draw(picture.nodes));
};

const notes: EarlyNotes = {
  pressed: false,
  stop: () => {
    removeEventListener('submit', onSubmit, true);
    delete page.dataset.pressed;
  },
};
window.earlyNotes = notes;

function onSubmit(event: Event) {
  event.preventDefault();
  notes.pressed = true;
  page.dataset.pressed = '';
}
addEventListener('submit', onSubmit, true);

// Leaving while scripts still load fails them, which is no trouble. A link to a phone number leaves nothing.
let leftAt = Number.NEGATIVE_INFINITY;
addEventListener('beforeunload', () => {
  leftAt = performance.now();
});

// The app itself did not come: say so instead of a form that does nothing.
addEventListener(
  'error',
  ({ target }) => {
    // Others put scripts into pages too, which the policy then stops.
    const isOurs =
      target instanceof HTMLScriptElement && target.type === 'module' && target.src.startsWith(location.origin);
    const isLeaving = performance.now() - leftAt < LEAVING_MS;
    if (isOurs && !isLeaving && page.dataset.start !== undefined) page.dataset.start = 'lost';
  },
  true,
);
addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('#reload')) location.reload();
});
