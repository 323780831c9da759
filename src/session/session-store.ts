import type { Credentials } from '#api';
import { tenantKey } from '#model';
import { createListeners, type JsonStore } from '#platform';
import { createCredentialVault, type Secret } from './credential-vault.ts';
import { ageSession, reduceSession, type Session, type SessionEvent, type SessionLife, SIGNED_OUT } from './session.ts';
import { isStoredSession, signedInFrom } from './stored-session.ts';

const KEY = 'session';
/** When it was used last, apart from it: no other tab has to hear of that. Epoch ms. */
const USED_AT = 'used-at';
/** Stands from the end of a session until what it left on this device is removed for certain. */
export const TO_REMOVE = 'to-remove';

type SignedInEvent = Extract<SessionEvent, { type: 'signed-in' }>;
/** A sign-in comes with what lets the person in. */
export type SignInEvent = Omit<SignedInEvent, 'credential'> & Secret;
export type SessionStoreEvent = SignInEvent | Exclude<SessionEvent, SignedInEvent>;

export type SessionStore = {
  get(): Session;
  /** The credential of whoever is signed in, for requests. It is there until the session ends on this page. */
  readonly vault: Credentials;
  /** What this device holds at the moment: another tab may have changed it, and this one not have heard. */
  stored(): Session;
  send(event: SessionStoreEvent): void;
  /**
   * Writes down what the event makes of the session, for the other tabs and for a reload, while this page goes on as it
   * was until `send`: what a person has decided holds, even if the page is closed before everything is tidied up.
   */
  foretell(event: Exclude<SessionEvent, SignedInEvent>): void;
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
  const { notify, subscribe } = createListeners();
  const vault = createCredentialVault();
  let foretold: SessionEvent | null = null;
  let session = take();

  /** What the device holds; `name` gives its credential a name. */
  function read(name: typeof vault.hold): Session {
    const found = store.get(KEY);
    if (!isStoredSession(found)) return SIGNED_OUT;
    if (found.kind === 'signed-in' && found.tenant.apiBase !== apiBase) return SIGNED_OUT;
    const kept = found.kind === 'signed-in' ? signedInFrom(found, name(tenantKey(found.tenant), found)) : found;
    const times = { usedAt: Number(store.get(USED_AT)), expiresAt: found.expiresAt };
    const aged = ageSession(kept, now(), times, life);
    if (aged !== kept) {
      keep(aged);
      store.set(TO_REMOVE, true);
    }
    if (aged.kind === 'signed-in' && life.idleDays) store.set(USED_AT, now());
    return aged;
  }

  /** What the device holds becomes what this page holds. */
  function take(): Session {
    const found = read(vault.hold);
    if (found.kind !== 'signed-in') vault.drop();
    return found;
  }

  function keep(ended: Session) {
    if (ended.kind === 'signed-in') return;
    if (ended.because !== 'never') store.set(TO_REMOVE, true);
    // Whoever left on purpose leaves no number on the device.
    store.set(KEY, ended.because === 'switch-account' ? { ...ended, phone: null } : ended);
  }

  function begin({ token, expiresAt, ...event }: SignInEvent) {
    const secret = { token, expiresAt };
    const next = reduceSession(session, { ...event, credential: vault.hold(tenantKey(event.tenant), secret) });
    // Its name is of this page: what is undefined is not stored.
    store.set(KEY, { ...next, credential: undefined, ...secret });
    become(next);
  }

  function become(next: Session) {
    session = next;
    foretold = null;
    if (next.kind !== 'signed-in') vault.drop();
    notify();
  }

  store.onOtherTab((key) => {
    if (key === null || key === KEY) become(take());
  });

  return {
    get: () => session,
    vault,
    stored: () => read(vault.nameOf),
    send(event) {
      if (event.type === 'signed-in') return begin(event);
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
    subscribe,
  };
}
