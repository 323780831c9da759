import * as z from 'zod/mini';
import { DEFAULTS } from '../defaults.ts';
import {
  isAddress,
  isColour,
  isCountry,
  isDays,
  isLanguages,
  isPath,
  isZone,
  type Language,
  OPENERS,
} from '../rules.ts';

const ruled = (rule: (value: unknown) => boolean, error: string) => z.string().check(z.refine(rule, { error }));

const text = z.string().check(z.minLength(1, { error: 'must not be empty' }));
const base = ruled(isAddress, 'must be a path such as "/api/v2" or an address such as "https://host/api/v2"');
const path = ruled(isPath, 'must be a path such as "/tenant/access"');
const timeZone = ruled(isZone, 'must be a time zone such as "America/Denver"');
const webAddress = ruled(isAddress, 'must be a web address such as "https://example.com/pay"');
const logo = ruled(
  isAddress,
  'must be a path such as "/brands/elm/logo.svg" or an address such as "https://example.com/logo.svg"',
);
const colour = ruled(isColour, 'must be a colour such as "#0d5450"');
const country = ruled(isCountry, 'must be a country such as "US" (ISO 3166, two capitals)');
const days = z.optional(z.custom<number>(isDays, { error: 'must be a number of days, more than 0' }));
const languages = z.custom<readonly Language[]>(isLanguages, {
  error: 'must be a list of some of "en", "es", "fr" and "ar", each once, such as ["es", "en"]',
});

const location = z.object({
  name: text,
  timezone: z.optional(timeZone),
  phone: z.optional(text),
});

/** What `config.json` may say. Every key but `system` has a default; unknown keys are left alone. */
export const configSchema = z.object({
  system: z.literal('kiss', { error: 'must be "kiss"; no other system is known yet' }),
  brand: z._default(
    z.object({ name: z._default(text, DEFAULTS.brand.name), logo: z.optional(logo), accent: z.optional(colour) }),
    DEFAULTS.brand,
  ),
  api: z._default(
    z.object({
      base: z._default(base, DEFAULTS.api.base),
      accessPath: z._default(path, DEFAULTS.api.accessPath),
    }),
    DEFAULTS.api,
  ),
  opener: z._default(
    z.object({
      kind: z._default(z.enum(OPENERS, { error: 'must be "gateway", "bridge" or "none"' }), DEFAULTS.opener.kind),
      base: z._default(base, DEFAULTS.opener.base),
    }),
    DEFAULTS.opener,
  ),
  locations: z._default(z.record(z.string(), location), {}),
  support: z._default(z.object({ phone: z.optional(text), sms: z.optional(text), email: z.optional(text) }), {}),
  legal: z._default(
    z.object({ terms: z.optional(webAddress), privacy: z.optional(webAddress), imprint: z.optional(webAddress) }),
    {},
  ),
  /** In the operator's order of preference. */
  languages: z._default(languages, DEFAULTS.languages),
  paymentUrl: z.optional(webAddress),
  /** After how many days a session ends on the device by itself: since signing in, and since it was used last. */
  session: z.optional(z.object({ maxAgeDays: days, idleDays: days })),
  defaultCountry: z.optional(country),
});
