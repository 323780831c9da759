import { isJsonObject } from '#model';
import { DEFAULTS } from './defaults.ts';
import { isAddress, isColour, isCountry, isDays, isLanguages, isPath, isZone, isZoneLike, OPENERS } from './rules.ts';
import type { RuntimeConfig } from './runtime-config.ts';

/** No operator's: what a page is shown with that was rendered before there was one. */
export const UNBRANDED: RuntimeConfig = { ...DEFAULTS, brand: { name: '' }, languages: ['en'] };

type Rule = (value: unknown) => boolean;
type Fields = Readonly<Record<string, Rule>>;

const isText: Rule = (value) => typeof value === 'string' && value !== '';

/** An object with nothing but these, each as it must be. */
const only =
  (fields: Fields): Rule =>
  (value) =>
    isJsonObject(value) &&
    Object.entries(value).every(([key, one]) => Object.hasOwn(fields, key) && fields[key]?.(one));

const isLocation = only({ name: isText, timezone: isZoneLike, phone: isText });

const FIELDS: Fields = {
  system: (value) => value === 'kiss',
  brand: only({ name: isText, logo: isAddress, accent: isColour }),
  api: only({ base: isAddress, accessPath: isPath }),
  opener: only({ kind: (value) => OPENERS.some((kind) => kind === value), base: isAddress }),
  locations: (value) =>
    isJsonObject(value) &&
    Object.entries(value).every(
      ([id, one]) => id !== '__proto__' && isLocation(one) && isJsonObject(one) && 'name' in one,
    ),
  support: only({ phone: isText, sms: isText, email: isText }),
  legal: only({ terms: isAddress, privacy: isAddress, imprint: isAddress }),
  languages: isLanguages,
  paymentUrl: isAddress,
  session: only({ maxAgeDays: isDays, idleDays: isDays }),
  defaultCountry: isCountry,
};

/**
 * A `config.json` that is plainly right, with its defaults; null where anything about it is not. Its time zones are still
 * to be asked about: see `knowsZones`. What is wrong, or whether
 * it is only something new, the schema in `check/` tells: it weighs ten times as much, and a good file needs none of it.
 */
export function readPlain(json: unknown): RuntimeConfig | null {
  if (!only(FIELDS)(json) || !isJsonObject(json) || !('system' in json)) return null;
  const said = json as Partial<RuntimeConfig>;
  return {
    ...DEFAULTS,
    ...said,
    brand: { ...DEFAULTS.brand, ...said.brand },
    api: { ...DEFAULTS.api, ...said.api },
    opener: { ...DEFAULTS.opener, ...said.opener },
  };
}

/** Whether the platform knows all time zones of the locations. */
export function knowsZones({ locations }: RuntimeConfig): boolean {
  const zones = Object.values(locations).flatMap(({ timezone }) => timezone ?? []);
  return [...new Set(zones)].every(isZone);
}
