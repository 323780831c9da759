import { describe, expect, it } from 'vitest';
import { phoneMetadata } from './phone-metadata.ts';

const plugin = phoneMetadata() as unknown as {
  resolveId(id: string): string | null;
  load(id: string): string | null;
};

/** The export of this virtual module. */
function load(id: string): unknown {
  const source = plugin.load(plugin.resolveId(id) ?? '') ?? '';
  return JSON.parse(source.replace(/^export default /, '').replace(/;$/, ''));
}

describe('the parts of the phone metadata', () => {
  it('include the rules of the +1 countries only', () => {
    const nanp = load('virtual:phone-metadata-nanp') as Record<string, Record<string, unknown>>;
    expect(Object.keys(nanp.country_calling_codes ?? {})).toEqual(['1']);
    const countries = nanp.country_calling_codes?.['1'] as string[];
    expect(countries).toEqual(expect.arrayContaining(['US', 'CA', 'JM']));
    expect(Object.keys(nanp.countries ?? {}).sort()).toEqual([...countries].sort());
    for (const country of countries) expect(nanp.countries?.[country]).toBeTruthy();
  });

  it('are small enough for the sign-in page', () => {
    const bytes = (id: string) => JSON.stringify(load(id)).length;
    expect(bytes('virtual:phone-metadata-nanp')).toBeLessThan(8_000);
    expect(bytes('virtual:phone-countries')).toBeLessThan(8_000);
  });

  it('list each country once, after its calling code', () => {
    const groups = (load('virtual:phone-countries') as string).split(';');
    expect(groups.every((group) => /^\d{1,3}( [A-Z]{2})+$/.test(group))).toBe(true);
    const countries = groups.flatMap((group) => group.split(' ').slice(1));
    expect(new Set(countries).size).toBe(countries.length);
    expect(countries.length).toBeGreaterThan(200);
  });

  it('do not affect other modules', () => {
    expect(plugin.resolveId('react')).toBeNull();
    expect(plugin.load('react')).toBeNull();
    expect(plugin.load('\0another')).toBeNull();
  });
});
