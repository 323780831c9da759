import { isJsonObject, isTimeZone } from '#model';
import { DEFAULTS, LANGUAGES, OPENERS, type RuntimeConfig } from './runtime-config.ts';

type Check = (value: unknown) => boolean;

const matches =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);

/**
 * A path on this origin, an `https` URL, or an `http` URL of this machine. Browsers read a backslash as a slash and ignore
 * tabs and line breaks, so "/\host" would be a URL of another host.
 */
const address = matches(
  /^(\/(?!\/)|https:\/\/[^/?#\s\\]|http:\/\/(localhost|127(\.\d+){3}|\[::1])(:\d+)?(?![^/?#]))[^\s\\]*$/,
);

const text = matches(/./s);

const CHECKS = {
  system: (value: unknown) => value === 'kiss',
  text,
  locationName: text,
  base: address,
  path: matches(/^\/[^\s?#]*$/),
  logo: address,
  colour: matches(/^#[\da-f]{6}$/i),
  webAddress: address,
  timezone: (value: unknown) => typeof value === 'string' && isTimeZone(value),
  country: matches(/^[A-Z]{2}$/),
  opener: (value: unknown) => OPENERS.some((kind) => kind === value),
  languages: (value: unknown) =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((code) => LANGUAGES.includes(code)) &&
    new Set(value).size === value.length,
  days: (value: unknown) => typeof value === 'number' && value > 0,
} satisfies Record<string, Check>;

/** `check/` has a message for each rule. */
type Rule = keyof typeof CHECKS;

/** A rule for a value, schemas for the keys of an object, or one schema for all of its keys (`each`). */
type Schema = Rule | { readonly [key: string]: Schema };

/** The schema of `config.json`. Every key but `system` is optional; unknown keys are ignored. */
const SCHEMA = {
  system: 'system',
  brand: { name: 'text', logo: 'logo', accent: 'colour' },
  api: { base: 'base', accessPath: 'path' },
  opener: { kind: 'opener', base: 'base' },
  locations: { each: { name: 'locationName', timezone: 'timezone', phone: 'text' } },
  support: { phone: 'text', sms: 'text', email: 'text' },
  legal: { terms: 'webAddress', privacy: 'webAddress', imprint: 'webAddress' },
  languages: 'languages',
  paymentUrl: 'webAddress',
  session: { maxAgeDays: 'days', idleDays: 'days' },
  defaultCountry: 'country',
} satisfies { [Key in keyof Required<RuntimeConfig>]: Schema };

/** A value that breaks a rule. */
export type Violation = {
  /** Dot path. */
  readonly key: string;
  readonly rule: Rule | 'json' | 'object' | 'record';
  /** The error of the parser for `json`. */
  readonly value: unknown;
};

type Parsed =
  | { readonly kind: 'ok'; readonly config: RuntimeConfig }
  | { readonly kind: 'broken'; readonly faults: readonly Violation[] };

/**
 * Reads the text of a `config.json`. Never throws.
 *
 * @param checksZones whether to check that time zones exist, which takes longer than the rest
 */
export function parseConfig(text: string, checksZones = false): Parsed {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (value) {
    return { kind: 'broken', faults: [{ key: '', rule: 'json', value }] };
  }
  const faults = violations(json, checksZones);
  if (faults.length > 0) return { kind: 'broken', faults };
  const given = json as Partial<RuntimeConfig>;
  const config = {
    ...DEFAULTS,
    ...given,
    brand: { ...DEFAULTS.brand, ...given.brand },
    api: { ...DEFAULTS.api, ...given.api },
    opener: { ...DEFAULTS.opener, ...given.opener },
  };
  return { kind: 'ok', config };
}

/** All faults of a value, in the order of the schema. */
export function violations(
  value: unknown,
  checksZones: boolean,
  schema: Schema = SCHEMA,
  key = '',
): readonly Violation[] {
  if (typeof schema === 'string') {
    const isOptional = schema !== 'system' && schema !== 'locationName';
    const rule = schema === 'timezone' && !checksZones ? 'text' : schema;
    return (value === undefined && isOptional) || CHECKS[rule](value) ? [] : [{ key, rule, value }];
  }
  if (value === undefined) return [];
  const { each } = schema;
  if (!isJsonObject(value)) return [{ key, rule: each ? 'record' : 'object', value }];
  return Object.keys(each ? value : schema).flatMap((name) =>
    violations(value[name], checksZones, each ?? schema[name], key ? `${key}.${name}` : name),
  );
}
