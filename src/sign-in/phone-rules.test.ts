import { describe, expect, it } from 'vitest';
import { dialableCountries } from './country-list.ts';
import { northAmericanReader } from './phone-reader.ts';
import { initialCountry, loadPhoneReader } from './phone-rules.ts';

describe('the preselected country', () => {
  it.each<[string | undefined, string[], string]>([
    ['MX', ['en-US'], 'MX'],
    [undefined, ['en-US', 'de-DE'], 'US'],
    [undefined, ['de-DE'], 'DE'],
    [undefined, ['en', 'es-MX'], 'MX'],
    [undefined, ['zh-Hant-TW'], 'TW'],
    [undefined, ['en'], 'US'],
    [undefined, [], 'US'],
    [undefined, ['not a language', 'en-GB'], 'GB'],
    [undefined, ['en-001', 'en-CA'], 'CA'],
  ])('is, with %s configured and the browser languages %j, %s', (configured, languages, country) => {
    expect(initialCountry(configured, languages)).toBe(country);
  });
});

describe('the dialable countries', () => {
  it('are more than 200, each once, with a calling code', () => {
    const codes = new Map(dialableCountries);
    expect(codes.size).toBe(dialableCountries.length);
    expect(codes.size).toBeGreaterThan(200);
    expect([codes.get('US'), codes.get('MX'), codes.get('GB'), codes.get('DE')]).toEqual(['1', '52', '44', '49']);
    for (const [country, code] of dialableCountries) expect(`${country} ${code}`).toMatch(/^[A-Z]{2} \d{1,3}$/);
  });
});

describe('the reader for a number', () => {
  it('has the +1 metadata for +1 numbers, and the full metadata for others', async () => {
    expect(await loadPhoneReader('303', 'US')).toBe(northAmericanReader);
    const reader = await loadPhoneReader('+44 20 7946 0958', 'US');
    expect(reader.read('+44 20 7946 0958', 'US')).toMatchObject({ kind: 'phone', country: 'GB' });
    expect(await loadPhoneReader('', 'DE')).toBe(reader);
  });
});
