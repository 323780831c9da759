import { createContext, useContext } from 'react';
import type { PhoneCodeSignIn } from './sign-in.ts';
import type { System } from './system.ts';

export const SystemContext = createContext<System | null>(null);

/** The configured system. Throws outside the provider that `app/` sets up. */
export function useSystem(): System {
  const system = useContext(SystemContext);
  if (!system) throw new Error('useSystem needs SystemContext');
  return system;
}

/** Its sign-in, on the screens of the kind that has a phone number and a code. Throws for a system of another kind. */
export function usePhoneCode(): PhoneCodeSignIn {
  const { signIn } = useSystem();
  if (signIn.kind !== 'phone-code') throw new Error(`no screens for ${signIn.kind}`);
  return signIn;
}
