import type { Credentials } from '#api';
import { tenantKey } from '#model';
import { createListeners, type JsonStore } from '#platform';
import { createCredentialVault, type Secret } from './credential-vault.ts';
import { ageSession, reduceSession, type Session, type SessionEvent, type SessionLife, SIGNED_OUT } from './session.ts';
import { readStoredSession, signedInFrom } from './stored-session.ts';

const KEY = 'session';
/** When the session was last used, in epoch ms. Has its own key, so that a change does not notify other tabs. */
const USED_AT = 'used-at';
/** Set from the end of a session until its data is known to be removed from this device. */
export const TO_REMOVE = 'to-remove';

type SignedInEvent = Extract<SessionEvent, { type: 'signed-in' }>;
type EndEvent = Exclude<SessionEvent, SignedInEvent>;
/** A sign-in brings the token itself; the store gives it a credential id. */
export type SignInEvent = Omit<SignedInEvent, 'credential'> & Secret;
export type SessionStoreEvent = SignInEvent | EndEvent;

export type SessionStore = {
  get(): Session;
  /** Gives requests their token, until the session ends on this page. */
  readonly vault: Credentials;
  /** What storage holds now: another tab may have changed it before this one was notified. */
  stored(): Session;
  send(event: SessionStoreEvent): void;
  /**
   * Stores the session that results from the event, for other tabs and for a reload. This page keeps its own session until
   * `send`. The sign-out is therefore final even if the page is closed before everything is removed.
   */
  persist(event: EndEvent): void;
  /** Whether `persist` was called and `send` was not yet. */
  isSigningOut(): boolean;
  /** Calls back on every change, made here or in another tab. Returns the unsubscribe function. */
  subscribe(changed: () => void): () => void;
};

/**
 * The session, stored on this device until it ends and shared by all tabs. `apiBase` is the configured API; a session of
 * another API is ignored.
 */
export function createSessionStore(
  store: JsonStore,
  apiBase: string,
  life: SessionLife,
  now: () => number,
): SessionStore {
  const { notify, subscribe } = createListeners();
  const vault = createCredentialVault();
  let persisted: SessionEvent | null = null;
  let session: Session = SIGNED_OUT;
  update(read(vault.hold));

  /** What storage holds; `identify` gives its token an id. */
  function read(identify: typeof vault.hold): Session {
    const found = readStoredSession(store.get(KEY));
    if (!found) return SIGNED_OUT;
    if (found.kind === 'signed-in' && found.tenant.apiBase !== apiBase) return SIGNED_OUT;
    const known = found.kind === 'signed-in' ? signedInFrom(found, identify(tenantKey(found.tenant), found)) : found;
    const times = { usedAt: Number(store.get(USED_AT)), expiresAt: found.expiresAt };
    const aged = ageSession(known, now(), times, life);
    if (aged !== known) {
      save(aged);
      store.set(TO_REMOVE, true);
    }
    if (aged.kind === 'signed-in' && life.idleDays) store.set(USED_AT, now());
    return aged;
  }

  function save(ended: Session) {
    if (ended.kind === 'signed-in') return;
    if (ended.because !== 'never') store.set(TO_REMOVE, true);
    // After a person signs out or switches accounts, no phone number stays on the device.
    store.set(KEY, ended.because === 'switch-account' ? { ...ended, phone: null } : ended);
  }

  function signIn({ token, expiresAt, ...event }: SignInEvent) {
    const secret = { token, expiresAt };
    const next = reduceSession(session, { ...event, credential: vault.hold(tenantKey(event.tenant), secret) });
    // The credential id is valid on this page only. JSON omits undefined values.
    store.set(KEY, { ...next, credential: undefined, ...secret });
    update(next);
  }

  function update(next: Session) {
    session = next;
    persisted = null;
    if (next.kind !== 'signed-in') vault.drop();
    notify();
  }

  store.onOtherTab((key) => {
    if (key === null || key === KEY) update(read(vault.hold));
  });

  return {
    get: () => session,
    vault,
    stored: () => read(vault.idOf),
    send(event) {
      if (event.type === 'signed-in') return signIn(event);
      // A 401 during a sign-out must not ask the person to sign in again.
      const next = reduceSession(session, (event.type === 'rejected' && persisted) || event);
      if (next === session) return;
      save(next);
      update(next);
    },
    persist(event) {
      persisted = event;
      save(reduceSession(session, event));
    },
    isSigningOut: () => persisted !== null,
    subscribe,
  };
}
