import { codeIn, type Message } from '#facility';
import { isJsonObject } from '#model';
import { createJsonStore, createListeners, type JsonStore } from '#platform';
import { memoryStorage } from './memory-storage.ts';

/** A notification of the phone, on top of the app. */
export type PhoneNotice =
  | { readonly kind: 'message'; readonly text: string; readonly code: string | null }
  /** A link that leaves the app: a call, a message, another site. */
  | { readonly kind: 'leaving'; readonly href: string };

/** The simulated phone: its storage and notifications. Its network is `Radio`, its clock `DemoTime`. */
export type Phone = {
  readonly localStorage: Storage;
  readonly sessionStorage: Storage;
  /** A second view of `sessionStorage`; it reports what the app writes as a change in another tab. */
  readonly tab: JsonStore;
  receive(message: Message): void;
  /** WebOTP: resolves with the code of a message that the person taps. Rejects when `signal` aborts. */
  awaitCode(signal: AbortSignal | undefined): Promise<string>;
  /** Whether `awaitCode` is pending. */
  awaitsCode(): boolean;
  leave(href: string): void;
  /** Call it when a person touches the phone, but not for a script. */
  touch(): void;
  /** Calls `touched` when a person touched the phone. Returns a function that unsubscribes. */
  onTouch(touched: () => void): () => void;
  notice(): PhoneNotice | null;
  /** Taps the notice; a code goes to the app. */
  tapNotice(): void;
  dismissNotice(): void;
  /** Id of the signed-in tenant (`tenant_id` or `user.id`); null when signed out. */
  tenantId(): string | null;
  /** Calls `changed` when the notice or the signed-in tenant changed. Returns a function that unsubscribes. */
  subscribe(changed: () => void): () => void;
};

export function createPhone(): Phone {
  const tabListeners = new Set<(key: null) => void>();
  const sessionStorage = memoryStorage(() => {
    for (const listener of [...tabListeners]) listener(null);
  });
  const touches = createListeners();
  const listeners = createListeners();
  const localStorage = memoryStorage(listeners.notify);
  const local = createJsonStore(() => localStorage);
  let notice: PhoneNotice | null = null;
  let resolveCode: ((code: string) => void) | null = null;
  /** Code of a message that was tapped before the app called `awaitCode`. */
  let tappedCode: string | null = null;

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
        tabListeners.add(changed);
        return () => tabListeners.delete(changed);
      },
    },
    receive({ text }) {
      tappedCode = null;
      show({ kind: 'message', text: text.split('\n')[0] ?? text, code: codeIn(text) });
    },
    awaitCode: (signal) =>
      new Promise((resolve, reject) => {
        if (tappedCode !== null) {
          resolve(tappedCode);
          tappedCode = null;
          return;
        }
        resolveCode = resolve;
        signal?.addEventListener(
          'abort',
          () => {
            if (resolveCode === resolve) resolveCode = null;
            reject(signal.reason);
          },
          { once: true },
        );
      }),
    awaitsCode: () => resolveCode !== null,
    leave: (href) => show({ kind: 'leaving', href }),
    touch: touches.notify,
    onTouch: touches.subscribe,
    notice: () => notice,
    tapNotice() {
      if (notice?.kind === 'message' && notice.code !== null) {
        if (resolveCode) resolveCode(notice.code);
        else tappedCode = notice.code;
      }
      resolveCode = null;
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
