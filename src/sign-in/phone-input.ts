import {
  AsYouType,
  type CountryCode,
  type MetadataJson,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
} from 'libphonenumber-js/core';
import type { PhoneNumber } from '#model';

export type PhoneError = 'empty' | 'letters' | 'tooShort' | 'tooLong' | 'invalid';

export type PhoneReading =
  | { readonly kind: 'phone'; readonly phone: PhoneNumber; readonly country: string | null }
  | { readonly kind: 'wrong'; readonly error: PhoneError };

/**
 * Parses what a person typed or pasted: national, international (`+`, `00`, `011`), a `tel:` address, or a number with
 * text around it. Checks lengths but not number ranges, which change and which the server checks.
 */
export function readPhone(text: string, country: string, metadata: MetadataJson): PhoneReading {
  if (text.trim() === '') return { kind: 'wrong', error: 'empty' };
  // Letters around a valid number are accepted. Around an invalid one, they are the error to show.
  const wrong = (error: PhoneError): PhoneReading => ({
    kind: 'wrong',
    error: /\p{L}/u.test(text) ? 'letters' : error,
  });
  const core = withoutSurroundingText(text);
  if (core === '' || /\p{L}/u.test(core)) return wrong('letters');
  const defaultCountry = isCountry(country, metadata) ? country : undefined;
  const options = defaultCountry ? { defaultCountry, extract: false } : { extract: false };
  const length = validatePhoneNumberLength(core, options, metadata);
  if (length === 'TOO_SHORT' || length === 'NOT_A_NUMBER') return wrong('tooShort');
  if (length === 'TOO_LONG') return wrong('tooLong');
  const parsed = parsePhoneNumberFromString(core, options, metadata);
  const national = parsed?.nationalNumber ?? '';
  // The API accepts 7 to 15 digits (KISS guide, Sign-in).
  if (length !== undefined || !parsed || !/^\d{7,15}$/.test(national)) return wrong('invalid');
  const phone = { countryCode: parsed.countryCallingCode, nationalNumber: national };
  return { kind: 'phone', phone, country: parsed.country ?? null };
}

/** `(303) 555-01` while it is being typed. Text with other characters than digits and separators stays unchanged. */
export function formatAsTyped(text: string, country: string, metadata: MetadataJson): string {
  if (!/^[\d\s()+.-]*$/.test(text)) return text;
  const formatter = new AsYouType(isCountry(country, metadata) ? country : undefined, metadata);
  return formatter.input(text);
}

/** The country of an international number, once its digits determine it; null for a national one. */
export function countryOf(text: string, metadata: MetadataJson): string | null {
  if (!text.trim().startsWith('+')) return null;
  const formatter = new AsYouType(undefined, metadata);
  formatter.input(text);
  return formatter.getCountry() ?? null;
}

/** Whether this metadata covers the number's country. */
export function suffices(text: string, country: string, metadata: MetadataJson): boolean {
  const isForeign = /^\s*(?:tel:\s*)?(?:\+\s*(?!1)\d|00|011)/.test(text);
  if (isForeign) return Object.keys(metadata.country_calling_codes).length > 1;
  return isCountry(country, metadata) || /^\s*\+\s*1/.test(text);
}

function isCountry(country: string, metadata: MetadataJson): country is CountryCode {
  return Object.hasOwn(metadata.countries, country);
}

/** `Call me: (303) 555-0101.` → `(303) 555-0101`, with full-width and Arabic digits read as digits. */
function withoutSurroundingText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/^[^\d+(٠-٩۰-۹]+/u, '')
    .replace(/[^\d٠-٩۰-۹]+$/u, '')
    .replace(/^00(?=[1-9])/, '+');
}
