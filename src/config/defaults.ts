import { LANGUAGES } from './rules.ts';

/** What holds where config.json says nothing. */
export const DEFAULTS = {
  system: 'kiss',
  brand: { name: 'Door access' },
  api: { base: '/api/v2', accessPath: '/tenant/access' },
  opener: { kind: 'none', base: '/gateway' },
  locations: {},
  support: {},
  legal: {},
  languages: LANGUAGES,
} as const;
