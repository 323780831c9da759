import { describe, expect, it } from 'vitest';
import { dialableCountries } from './country-list.ts';
import { northAmericanReader } from './phone-reader.ts';
import { initialCountry, loadPhoneReader } from './phone-rules.ts';

describe('the country to begin with', () => {
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
  ])('is, with %s configured and a browser that speaks %j, %s', (configured, languages, country) => {
    expect(initialCountry(configured, languages)).toBe(country);
  });
});

describe('the countries of the picker', () => {
  it('are all there are, each once, with a calling code', () => {
    const codes = new Map(dialableCountries);
    expect(codes.size).toBe(dialableCountries.length);
    expect(codes.size).toBeGreaterThan(200);
    expect([codes.get('US'), codes.get('MX'), codes.get('GB'), codes.get('DE')]).toEqual(['1', '52', '44', '49']);
    for (const [country, code] of dialableCountries) expect(`${country} ${code}`).toMatch(/^[A-Z]{2} \d{1,3}$/);
  });
});

describe('the rules for a number', () => {
  it('are the small ones for +1, and the world’s for anybody else', async () => {
    expect(await loadPhoneReader('303', 'US')).toBe(northAmericanReader);
    const reader = await loadPhoneReader('+44 20 7946 0958', 'US');
    expect(reader.read('+44 20 7946 0958', 'US')).toMatchObject({ kind: 'phone', country: 'GB' });
    expect(await loadPhoneReader('', 'DE')).toBe(reader);
  });
});
