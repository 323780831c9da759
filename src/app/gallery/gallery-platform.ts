import { type Clock, memoryStore, type Platform } from '#platform';
import { soundServer } from './sound-server.ts';
import type { GalleryState, Reply } from './state.ts';

/** The platform of one state: a fresh store, a server that says what the state wants, and a clock that can be held. */
export function createGalleryPlatform(browser: Platform, state: GalleryState) {
  const { clock, hold } = holdable(browser.clock);
  const { device, online } = browser;
  const writeText = async () => {
    if (state.copies === false) throw new DOMException('not allowed', 'NotAllowedError');
  };
  const platform: Platform = {
    ...browser,
    fetch: serverOf(state, browser.location.origin),
    local: memoryStore(),
    tab: memoryStore(),
    clock,
    online: state.isOffline ? { ...online, isOnline: () => false } : online,
    device: {
      indexedDB: device.indexedDB,
      // The browser's own clipboard takes nothing from a page that happens to be without focus.
      navigator: { clipboard: { writeText } as unknown as Clipboard },
      performance: device.performance,
      parent: device.parent,
      location: device.location,
      addEventListener: device.addEventListener.bind(device),
      removeEventListener: device.removeEventListener.bind(device),
    },
  };
  return { platform, hold };
}

/** What comes later than this would make another state of the one that is shown. Ms. */
const LATER_MS = 500;

/**
 * A clock whose `hold` calls off what is still to come. A state stays then, however long it is looked at: a press that was
 * just sent, for example, does not become one that waits.
 */
function holdable({ now, after }: Clock): { readonly clock: Clock; readonly hold: () => void } {
  const later = new Set<() => void>();
  return {
    clock: {
      now,
      after(ms, run) {
        const cancel = after(ms, run);
        if (ms >= LATER_MS) later.add(cancel);
        return cancel;
      },
    },
    hold() {
      for (const cancel of later) cancel();
    },
  };
}

/** Answers as the state says, and as the sound server does where it says nothing. */
function serverOf({ replies = {} }: GalleryState, origin: string): Platform['fetch'] {
  const asked = new Map<string, number>();
  return async (address, init) => {
    const route = `${init?.method ?? 'GET'} ${new URL(address, origin).pathname}`;
    const nth = asked.get(route) ?? 0;
    asked.set(route, nth + 1);
    const said = replies[route] ?? soundServer[route];
    const reply = Array.isArray(said) ? (said[Math.min(nth, said.length - 1)] as Reply) : (said as Reply | undefined);
    if (reply === 'no-network') throw new TypeError('Failed to fetch');
    if (reply === 'never') return new Promise<Response>((_, fail) => onAbort(init?.signal, fail));
    if (reply === undefined) return new Response('{}', { status: 404 });
    return Response.json(reply.body ?? {}, { status: reply.status, headers: reply.headers ?? {} });
  };
}

function onAbort(signal: AbortSignal | null | undefined, fail: (reason: unknown) => void): void {
  signal?.addEventListener('abort', () => fail(signal.reason));
}
