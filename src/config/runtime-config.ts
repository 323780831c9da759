/* The same codes as in i18n/, which this module must not import. A test in app/ compares the two lists. */
export const LANGUAGES = ['en', 'es', 'fr', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];
export const OPENERS = ['gateway', 'bridge', 'none'] as const;

type Location = {
  readonly name: string;
  readonly timezone?: string;
  readonly phone?: string;
};

/** The content of `config.json` with defaults. */
export type RuntimeConfig = {
  readonly system: 'kiss';
  readonly brand: { readonly name: string; readonly logo?: string; readonly accent?: string };
  readonly api: { readonly base: string; readonly accessPath: string };
  readonly opener: { readonly kind: (typeof OPENERS)[number]; readonly base: string };
  readonly locations: Readonly<Record<string, Location>>;
  readonly support: { readonly phone?: string; readonly sms?: string; readonly email?: string };
  readonly legal: { readonly terms?: string; readonly privacy?: string; readonly imprint?: string };
  /** In the operator's order of preference. */
  readonly languages: readonly Language[];
  readonly paymentUrl?: string;
  /** Days after which a session ends on this device: since sign-in, and since its last use. */
  readonly session?: { readonly maxAgeDays?: number; readonly idleDays?: number };
  readonly defaultCountry?: string;
};

/** The values of missing keys. */
export const DEFAULTS = {
  system: 'kiss',
  brand: { name: 'Door access' },
  api: { base: '/api/v2', accessPath: '/tenant/access' },
  opener: { kind: 'none', base: '/gateway' },
  locations: {},
  support: {},
  legal: {},
  languages: LANGUAGES,
} as const satisfies RuntimeConfig;

/** For the page that is prerendered at build time, without an operator. */
export const UNBRANDED: RuntimeConfig = { ...DEFAULTS, brand: { name: '' }, languages: ['en'] };
