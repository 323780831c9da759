import type { ConfigResult } from '../config-result.ts';
import { parseConfig, type Violation } from '../schema.ts';

const MESSAGES: Readonly<Record<Exclude<Violation['rule'], 'json'>, string>> = {
  object: 'must be an object',
  record: 'must be a record',
  system: 'must be "kiss"; no other system is known yet',
  text: 'must not be empty',
  locationName: 'must not be empty',
  base: 'must be a path such as "/api/v2" or an address such as "https://host/api/v2"',
  path: 'must be a path such as "/tenant/access"',
  logo: 'must be a path such as "/brands/elm/logo.svg" or an address such as "https://example.com/logo.svg"',
  colour: 'must be a colour such as "#0d5450"',
  webAddress: 'must be a web address such as "https://example.com/pay"',
  timezone: 'must be a time zone such as "America/Denver"',
  country: 'must be a country such as "US" (ISO 3166, two capitals)',
  opener: 'must be "gateway", "bridge" or "none"',
  languages: 'must be a list of some of "en", "es", "fr" and "ar", each once, such as ["es", "en"]',
  days: 'must be a number of days, more than 0',
};

/** Rules with one message for values of any type. */
const OF_ANY_TYPE = ['object', 'record', 'system', 'opener', 'languages', 'days'];

/** Checks the text of a `config.json` completely, with a message for each fault. Never throws. */
export function checkConfig(text: string): Exclude<ConfigResult, { kind: 'missing' }> {
  const parsed = parseConfig(text, true);
  if (parsed.kind === 'ok') return parsed;
  return { kind: 'broken', faults: parsed.faults.map((fault) => ({ key: fault.key, message: messageOf(fault) })) };
}

function messageOf({ rule, value }: Violation): string {
  if (rule === 'json') return `is not JSON: ${value instanceof Error ? value.message : String(value)}`;
  return typeof value === 'string' || OF_ANY_TYPE.includes(rule) ? MESSAGES[rule] : 'must be a string';
}
