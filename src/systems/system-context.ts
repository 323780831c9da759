import { createContext, useContext } from 'react';
import { type PhoneCodeSignIn, phoneCodeOf } from './sign-in.ts';
import type { System } from './system.ts';

export const SystemContext = createContext<System | null>(null);

/** The configured system. Throws outside the provider that `app/` sets up. */
export function useSystem(): System {
  const system = useContext(SystemContext);
  if (!system) throw new Error('useSystem needs SystemContext');
  return system;
}

/** The phone-and-code sign-in of the configured system. Throws for a system of another kind. */
export const usePhoneCode = (): PhoneCodeSignIn => phoneCodeOf(useSystem());
