import type { Message } from '#facility';
import { isJsonObject } from '#model';
import { createJsonStore, createListeners, type JsonStore } from '#platform';
import { memoryStorage } from './memory-storage.ts';

/** What the phone itself says, over whatever the app shows. */
export type PhoneNotice =
  | { readonly kind: 'message'; readonly text: string; readonly code: string | null }
  /** A link that leads out of the app: to a call, a message, another site. */
  | { readonly kind: 'leaving'; readonly href: string };

/** What the simulated phone itself keeps and shows; its network is `Radio`, its clock `DemoTime`. See phone-platform.ts. */
export type Phone = {
  readonly localStorage: Storage;
  readonly sessionStorage: Storage;
  /** The app's own view of `sessionStorage`; what the app writes there is another tab's word. */
  readonly tab: JsonStore;
  receive(message: Message): void;
  /** WebOTP: the code of a message that the person lets the app have. Rejects when `signal` aborts. */
  awaitCode(signal: AbortSignal | undefined): Promise<string>;
  /** Whether the app waits for one. */
  awaitsCode(): boolean;
  leave(href: string): void;
  /** A person, and not a script, touched it. */
  touch(): void;
  /** Calls back when a person touched it. The answer unsubscribes. */
  onTouch(touched: () => void): () => void;
  notice(): PhoneNotice | null;
  /** The person taps the notice: a code goes to the app that waits for it. */
  tapNotice(): void;
  dismissNotice(): void;
  /** Who is signed in, as the app knows them (`tenant_id` or `user.id`); null for nobody. */
  tenantId(): string | null;
  /** Calls back when the notice came or went, or the app signed somebody in or out. The answer unsubscribes. */
  subscribe(changed: () => void): () => void;
};

export function createPhone(): Phone {
  const readers = new Set<(key: null) => void>();
  const sessionStorage = memoryStorage(() => {
    for (const reader of [...readers]) reader(null);
  });
  const fingers = createListeners();
  const listeners = createListeners();
  const localStorage = memoryStorage(listeners.notify);
  const local = createJsonStore(() => localStorage);
  let notice: PhoneNotice | null = null;
  let giveCode: ((code: string) => void) | null = null;
  /** Of a message that was tapped before the app asked. */
  let givenEarly: string | null = null;

  function show(next: PhoneNotice | null) {
    notice = next;
    listeners.notify();
  }

  return {
    localStorage,
    sessionStorage,
    tab: {
      ...createJsonStore(() => sessionStorage),
      onOtherTab(changed) {
        readers.add(changed);
        return () => readers.delete(changed);
      },
    },
    receive({ text }) {
      givenEarly = null;
      show({ kind: 'message', text: text.split('\n')[0] ?? text, code: /\b\d{6}\b/.exec(text)?.[0] ?? null });
    },
    awaitCode: (signal) =>
      new Promise((resolve, reject) => {
        if (givenEarly !== null) {
          resolve(givenEarly);
          givenEarly = null;
          return;
        }
        giveCode = resolve;
        signal?.addEventListener(
          'abort',
          () => {
            if (giveCode === resolve) giveCode = null;
            reject(signal.reason);
          },
          { once: true },
        );
      }),
    awaitsCode: () => giveCode !== null,
    leave: (href) => show({ kind: 'leaving', href }),
    touch: fingers.notify,
    onTouch: fingers.subscribe,
    notice: () => notice,
    tapNotice() {
      if (notice?.kind === 'message' && notice.code !== null) {
        if (giveCode) giveCode(notice.code);
        else givenEarly = notice.code;
      }
      giveCode = null;
      show(null);
    },
    dismissNotice: () => show(null),
    tenantId() {
      const session = local.get('session');
      const tenant = isJsonObject(session) && session.kind === 'signed-in' ? session.tenant : null;
      return isJsonObject(tenant) && typeof tenant.id === 'string' ? tenant.id : null;
    },
    subscribe: listeners.subscribe,
  };
}
