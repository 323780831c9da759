/* The codes of i18n/: this module knows no other, and a test in app/ compares the two lists. */
export const LANGUAGES = ['en', 'es', 'fr', 'ar'] as const;
/** A language that the app has messages in. */
export type Language = (typeof LANGUAGES)[number];
export const OPENERS = ['gateway', 'bridge', 'none'] as const;

type Location = {
  readonly name: string;
  readonly timezone?: string;
  readonly phone?: string;
};

/** What `config.json` says, with its defaults. */
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
  /** After how many days a session ends on the device by itself: since signing in, and since it was used last. */
  readonly session?: { readonly maxAgeDays?: number; readonly idleDays?: number };
  readonly defaultCountry?: string;
};

/** For every key that `config.json` may leave out. */
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

/** For the page that is rendered at build, before there is an operator. */
export const UNBRANDED: RuntimeConfig = { ...DEFAULTS, brand: { name: '' }, languages: ['en'] };
