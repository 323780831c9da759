import type { JsonStore } from '#platform';
import { ageSession, reduceSession, type Session, type SessionEvent, type SessionLife, SIGNED_OUT } from './session.ts';
import { isSession } from './stored-session.ts';

const KEY = 'session';
/** When it was used last, apart from it: no other tab has to hear of that. Epoch ms. */
const USED_AT = 'used-at';
/** Stands from the end of a session until what it left on this device is removed for certain. */
export const TO_REMOVE = 'to-remove';

export type SessionStore = {
  get(): Session;
  /** What this device holds at the moment: another tab may have changed it, and this one not have heard. */
  stored(): Session;
  send(event: SessionEvent): void;
  /**
   * Writes down what the event makes of the session, for the other tabs and for a reload, while this page goes on as it
   * was until `send`: what a person has decided holds, even if the page is closed before everything is tidied up.
   */
  foretell(event: SessionEvent): void;
  /** Whether an end was foretold that has not come yet. */
  isLeaving(): boolean;
  /** Calls back on every change, made here or in another tab; the answer unsubscribes. */
  subscribe(changed: () => void): () => void;
};

/**
 * The session, kept on this device until it ends and shared by all tabs. A session of another API is none of ours:
 * `apiBase` is what the configuration says now.
 */
export function createSessionStore(
  store: JsonStore,
  apiBase: string,
  life: SessionLife,
  now: () => number,
): SessionStore {
  const listeners = new Set<() => void>();
  let foretold: SessionEvent | null = null;
  let session = read();

  function read(): Session {
    const found = store.get(KEY);
    if (!isSession(found)) return SIGNED_OUT;
    if (found.kind === 'signed-in' && found.tenant.apiBase !== apiBase) return SIGNED_OUT;
    const aged = ageSession(found, now(), Number(store.get(USED_AT)), life);
    if (aged !== found) {
      keep(aged);
      store.set(TO_REMOVE, true);
    }
    if (aged.kind === 'signed-in' && life.idleDays) store.set(USED_AT, now());
    return aged;
  }

  function keep(next: Session) {
    if (next.kind === 'signed-out' && next.because !== 'never') store.set(TO_REMOVE, true);
    // Whoever left on purpose leaves no number on the device.
    store.set(KEY, 'because' in next && next.because === 'switch-account' ? { ...next, phone: null } : next);
  }

  function become(next: Session) {
    session = next;
    foretold = null;
    for (const changed of [...listeners]) changed();
  }

  store.onOtherTab((key) => {
    if (key === null || key === KEY) become(read());
  });

  return {
    get: () => session,
    stored: read,
    send(event) {
      // A refusal that comes while a person leaves is no reason to ask them to sign in again.
      const next = reduceSession(session, (event.type === 'rejected' && foretold) || event);
      if (next === session) return;
      keep(next);
      become(next);
    },
    foretell(event) {
      foretold = event;
      keep(reduceSession(session, event));
    },
    isLeaving: () => foretold !== null,
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}
