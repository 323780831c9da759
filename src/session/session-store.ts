import type { JsonStore } from '#platform';
import { reduceSession, type Session, type SessionEvent, SIGNED_OUT } from './session.ts';
import { isSession } from './stored-session.ts';

const KEY = 'session';

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
  /** Calls back on every change, made here or in another tab; the answer unsubscribes. */
  subscribe(changed: () => void): () => void;
};

/**
 * The session, kept on this device until it ends and shared by all tabs. A session of another API is none of ours:
 * `apiBase` is what the configuration says now.
 */
export function createSessionStore(store: JsonStore, apiBase: string): SessionStore {
  const listeners = new Set<() => void>();
  let session = read();

  function read(): Session {
    const found = store.get(KEY);
    if (!isSession(found)) return SIGNED_OUT;
    return found.kind === 'signed-in' && found.tenant.apiBase !== apiBase ? SIGNED_OUT : found;
  }

  function become(next: Session) {
    session = next;
    for (const changed of [...listeners]) changed();
  }

  store.onOtherTab((key) => {
    if (key === null || key === KEY) become(read());
  });

  return {
    get: () => session,
    stored: read,
    send(event) {
      const next = reduceSession(session, event);
      if (next === session) return;
      store.set(KEY, next);
      become(next);
    },
    foretell(event) {
      store.set(KEY, reduceSession(session, event));
    },
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}
