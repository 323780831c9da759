import { createContext, useContext, useSyncExternalStore } from 'react';
import type { ReturnPath } from './return-path.ts';
import type { Session, SignedIn } from './session.ts';
import type { SessionStore } from './session-store.ts';

export type SessionServices = {
  readonly store: SessionStore;
  readonly returnPath: ReturnPath;
};

export const SessionContext = createContext<SessionServices | null>(null);

/** @throws outside the provider in `app/` */
export function useSessionServices(): SessionServices {
  const services = useContext(SessionContext);
  if (!services) throw new Error('useSessionServices needs SessionContext');
  return services;
}

export function useSession(): Session {
  const { store } = useSessionServices();
  return useSyncExternalStore(store.subscribe, store.get, store.get);
}

export const SignedInContext = createContext<SignedIn | null>(null);

/** The signed-in session. @throws on a page that is shown without one */
export function useSignedIn(): SignedIn {
  const session = useContext(SignedInContext);
  if (!session) throw new Error('useSignedIn needs SignedInContext');
  return session;
}
