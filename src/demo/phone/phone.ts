import type { Message } from '#facility';
import { createJsonStore, type JsonStore } from '#platform';
import type { DemoTime } from '../time.ts';
import { memoryStorage } from './memory-storage.ts';
import type { Radio } from './radio.ts';

/** What the phone itself says, over whatever the app shows. */
export type PhoneNotice =
  | { readonly kind: 'message'; readonly text: string; readonly code: string | null }
  /** A link that leads out of the app: to a call, a message, another site. */
  | { readonly kind: 'leaving'; readonly href: string };

/** The simulated phone: all that the app finds in it in place of a browser's own. See install.ts. */
export type Phone = {
  readonly time: DemoTime;
  readonly localStorage: Storage;
  readonly sessionStorage: Storage;
  /** The app's own view of `sessionStorage`. */
  readonly tab: JsonStore;
  readonly radio: Radio;
  connect(radio: Radio): void;
  receive(message: Message): void;
  /** WebOTP: the code of a message that the person lets the app have. Rejects when `signal` aborts. */
  awaitCode(signal: AbortSignal | undefined): Promise<string>;
  leave(href: string): void;
  notice(): PhoneNotice | null;
  /** The person taps the notice: a code goes to the app that waits for it. */
  tapNotice(): void;
  dismissNotice(): void;
  /** Calls back when the notice came or went. The answer unsubscribes. */
  subscribe(changed: () => void): () => void;
};

export function createPhone(time: DemoTime): Phone {
  const sessionStorage = memoryStorage();
  const watchers = new Set<() => void>();
  let radio: Radio | null = null;
  let notice: PhoneNotice | null = null;
  let giveCode: ((code: string) => void) | null = null;

  function show(next: PhoneNotice | null) {
    notice = next;
    for (const watcher of [...watchers]) watcher();
  }

  return {
    time,
    localStorage: memoryStorage(),
    sessionStorage,
    tab: createJsonStore(() => sessionStorage),
    get radio() {
      if (!radio) throw new Error('The phone is not connected yet.');
      return radio;
    },
    connect: (to) => {
      radio = to;
    },
    receive: ({ text }) =>
      show({ kind: 'message', text: text.split('\n')[0] ?? text, code: /\b\d{6}\b/.exec(text)?.[0] ?? null }),
    awaitCode: (signal) =>
      new Promise((resolve, reject) => {
        giveCode = resolve;
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      }),
    leave: (href) => show({ kind: 'leaving', href }),
    notice: () => notice,
    tapNotice() {
      if (notice?.kind === 'message' && notice.code !== null) giveCode?.(notice.code);
      giveCode = null;
      show(null);
    },
    dismissNotice: () => show(null),
    subscribe(changed) {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
  };
}
