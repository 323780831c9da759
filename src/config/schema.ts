import * as z from 'zod/mini';
import { isTimeZone } from '#model';

/** A path on this origin, or an address elsewhere (where the operator's CORS headers allow it). */
const base = z.string().check(
  z.refine((value) => /^\/(?!\/)/.test(value) || /^https?:\/\/[^/\s]+/.test(value), {
    error: 'must be a path such as "/api/v2" or an address such as "https://host/api/v2"',
  }),
);
const path = z.string().check(z.regex(/^\/[^\s?#]*$/, { error: 'must be a path such as "/tenant/access"' }));
const text = z.string().check(z.minLength(1, { error: 'must not be empty' }));
const timeZone = z.string().check(z.refine(isTimeZone, { error: 'must be a time zone such as "America/Denver"' }));
const webAddress = z.string().check(
  z.refine((value) => /^https?:\/\/\S+$/.test(value) || /^\/(?!\/)/.test(value), {
    error: 'must be a web address such as "https://example.com/pay"',
  }),
);
const logo = z.string().check(
  // A browser reads "/\host" as another host's address, too.
  z.refine((value) => /^\/(?![/\\])\S*$/.test(value) || /^https:\/\/[^/\s]\S*$/.test(value), {
    error: 'must be a path such as "/brands/elm/logo.svg" or an address such as "https://example.com/logo.svg"',
  }),
);
const colour = z.string().check(z.regex(/^#[\da-f]{6}$/i, { error: 'must be a colour such as "#0d5450"' }));

/* The codes of i18n/: this room knows no other, and a test in app/ holds the two lists together. */
const LANGUAGES = ['en', 'es', 'fr', 'ar'] as const;
/** A language that the app can speak. */
export type Language = (typeof LANGUAGES)[number];
const languages = z.custom<readonly Language[]>(
  (value) =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((code) => LANGUAGES.includes(code)) &&
    new Set(value).size === value.length,
  { error: 'must be a list of some of "en", "es", "fr" and "ar", each once, such as ["es", "en"]' },
);

const location = z.object({
  name: text,
  timezone: z.optional(timeZone),
  phone: z.optional(text),
});

/** What `config.json` may say. Every key but `system` has a default; unknown keys are left alone. */
export const configSchema = z.object({
  system: z.literal('kiss', { error: 'must be "kiss"; no other system is known yet' }),
  brand: z._default(
    z.object({ name: z._default(text, 'Door access'), logo: z.optional(logo), accent: z.optional(colour) }),
    { name: 'Door access' },
  ),
  api: z._default(z.object({ base: z._default(base, '/api/v2'), accessPath: z._default(path, '/tenant/access') }), {
    base: '/api/v2',
    accessPath: '/tenant/access',
  }),
  opener: z._default(
    z.object({
      kind: z._default(
        z.enum(['gateway', 'bridge', 'none'], { error: 'must be "gateway", "bridge" or "none"' }),
        'none',
      ),
      base: z._default(base, '/gateway'),
    }),
    { kind: 'none', base: '/gateway' },
  ),
  locations: z._default(z.record(z.string(), location), {}),
  support: z._default(z.object({ phone: z.optional(text), sms: z.optional(text), email: z.optional(text) }), {}),
  legal: z._default(
    z.object({ terms: z.optional(webAddress), privacy: z.optional(webAddress), imprint: z.optional(webAddress) }),
    {},
  ),
  /** In the operator's order of preference. */
  languages: z._default(languages, LANGUAGES),
  paymentUrl: z.optional(webAddress),
  defaultCountry: z.optional(
    z.string().check(z.regex(/^[A-Z]{2}$/, { error: 'must be a country such as "US" (ISO 3166, two capitals)' })),
  ),
});

export type RuntimeConfig = z.infer<typeof configSchema>;
export type Brand = RuntimeConfig['brand'];
export type Legal = RuntimeConfig['legal'];
export type SiteLocation = z.infer<typeof location>;
export type Support = RuntimeConfig['support'];
