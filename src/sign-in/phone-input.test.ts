import nanp from 'virtual:phone-metadata-nanp';
import fc from 'fast-check';
import type { MetadataJson } from 'libphonenumber-js/core';
import world from 'libphonenumber-js/min/metadata';
import { describe, expect, it } from 'vitest';
import { countryOf, formatAsTyped, readPhone, suffices } from './phone-input.ts';

const read = (text: string, country = 'US', metadata: MetadataJson = world) => readPhone(text, country, metadata);
const shown = (text: string, country?: string, metadata?: MetadataJson) => {
  const reading = read(text, country, metadata);
  return reading.kind === 'phone'
    ? `+${reading.phone.countryCode} ${reading.phone.nationalNumber} ${reading.country}`
    : reading.error;
};
const DENVER = '+1 3035550101 US';

describe('a phone number', () => {
  it.each([
    ['3035550101', 'US', DENVER],
    ['(303) 555-0101', 'US', DENVER],
    ['303.555.0101', 'US', DENVER],
    [' 1 303 555 0101 ', 'US', DENVER],
    ['+13035550101', 'US', DENVER],
    ['+1 (303) 555-0101', 'DE', DENVER],
    ['001 303 555 0101', 'DE', DENVER],
    ['011 1 303 555 0101', 'US', DENVER],
    ['tel:+1-303-555-0101', 'US', DENVER],
    ['Call me: (303) 555-0101.', 'US', DENVER],
    ['Mobile 303-555-0101 (evenings)', 'US', DENVER],
    ['\u202a+1 303 555 0101\u202c', 'US', DENVER],
    ['303\u00a0555\u20110101', 'US', DENVER],
    ['３０３５５５０１０１', 'US', DENVER],
    ['＋１３０３５５５０１０１', 'DE', DENVER],
    ['٣٠٣٥٥٥٠١٠١', 'US', DENVER],
    ['۳۰۳۵۵۵۰۱۰۱', 'US', DENVER],
    ['55 1234 5678', 'MX', '+52 5512345678 MX'],
    ['+52 55 1234 5678', 'US', '+52 5512345678 MX'],
    ['011 52 55 1234 5678', 'US', '+52 5512345678 MX'],
    ['020 7946 0958', 'GB', '+44 2079460958 GB'],
    ['07400 123456', 'GB', '+44 7400123456 GB'],
    ['+44 (0)20 7946 0958', 'US', '+44 2079460958 GB'],
    ['0151 23456789', 'DE', '+49 15123456789 DE'],
    ['0049 151 23456789', 'US', '+49 15123456789 DE'],
  ])('typed as %j in %s is %s', (text, country, number) => {
    expect(shown(text, country)).toBe(number);
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['hello', 'letters'],
    ['---', 'letters'],
    ['303-555-CALL', 'letters'],
    ['hello 42', 'letters'],
    ['303 CALL 0101', 'letters'],
    ['3035550101 ext. 5', 'letters'],
    ['303', 'tooShort'],
    ['303555010', 'tooShort'],
    ['30355501011', 'tooLong'],
    ['+1 303 555 01011', 'tooLong'],
    ['+999 123456789', 'invalid'],
    ['5', 'tooShort'],
    ['3035550101 and 3035550102', 'letters'],
  ])('is rejected as %j: %s', (text, error) => {
    expect(shown(text)).toBe(error);
  });

  it('has 7 to 15 digits, and no input makes the parser throw', () => {
    const typed = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'0123456789+-(). ٣３xe,;#*') }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('+', '00', '011', 'tel:', '+1', '+44').chain((start) => fc.string().map((rest) => start + rest)),
    );
    fc.assert(
      fc.property(typed, fc.constantFrom('US', 'MX', 'GB', 'DE', 'XX', ''), (text, country) => {
        for (const metadata of [world, nanp]) {
          const reading = read(text, country, metadata);
          if (reading.kind === 'wrong') continue;
          expect(reading.phone.countryCode).toMatch(/^\d{1,3}$/);
          expect(reading.phone.nationalNumber).toMatch(/^\d{7,15}$/);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('the metadata of the +1 countries', () => {
  it('reads +1 numbers as the full metadata does', () => {
    expect(shown('(303) 555-0101', 'US', nanp)).toBe(DENVER);
    expect(shown('876 555 0101', 'JM', nanp)).toBe(shown('876 555 0101', 'JM'));
  });

  it.each([
    ['3035550101', 'US', true],
    ['+1 303', 'DE', true],
    [' tel:+1303', 'US', true],
    ['+52 55', 'US', false],
    ['0052 55', 'US', false],
    ['011 52', 'US', false],
    ['55 1234', 'MX', false],
    ['', 'US', true],
    ['', 'DE', false],
  ])('suffices for %j in %s: %s; the full metadata always does', (text, country, enough) => {
    expect(suffices(text, country, nanp)).toBe(enough);
    expect(suffices(text, country, world)).toBe(true);
  });
});

describe('formatting while typing', () => {
  it.each([
    ['303', 'US', '(303)'],
    ['30355501', 'US', '(303) 555-01'],
    ['(303) 555-0101', 'US', '(303) 555-0101'],
    ['+13035550101', 'US', '+1 303 555 0101'],
    ['02079460958', 'GB', '020 7946 0958'],
    ['303 call', 'US', '303 call'],
    ['303', 'XX', '303'],
    ['', 'US', ''],
  ])('shows %j in %s as %j', (text, country, formatted) => {
    expect(formatAsTyped(text, country, world)).toBe(formatted);
  });

  it('keeps every digit', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 18 });
    fc.assert(
      fc.property(digits, fc.constantFrom('US', 'MX', 'GB', 'DE'), (text, country) => {
        expect(formatAsTyped(text, country, world).replace(/\D/g, '')).toBe(text);
      }),
    );
  });

  it.each([
    ['+4930', 'DE'],
    [' +44', null],
    ['+52', 'MX'],
    ['3035550101', null],
    ['+', null],
  ])('assigns %j to %s', (text, country) => {
    expect(countryOf(text, world)).toBe(country);
  });
});
