import { createContext, useContext } from 'react';
import type { RuntimeConfig } from './runtime-config.ts';

export const ConfigContext = createContext<RuntimeConfig | null>(null);

/** What the operator configured. Throws outside the provider that `app/` sets up. */
export function useConfig(): RuntimeConfig {
  const config = useContext(ConfigContext);
  if (!config) throw new Error('useConfig needs ConfigContext');
  return config;
}
