import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkConfig } from './check/index.ts';
import { parseConfig, violations } from './schema.ts';

const files = ['public/config.json', 'samples/brands/harbor/config.json', 'samples/brands/cedar/config.json'];

describe('parseConfig at the start of the app', () => {
  it.each(files)('accepts %s, like the full check', (file) => {
    const text = readFileSync(file, 'utf8');
    expect(parseConfig(text)).toMatchObject({ kind: 'ok' });
    expect(parseConfig(text)).toEqual(checkConfig(text));
  });

  it.each([
    ['an unknown key', { system: 'kiss', weather: 1 }],
    ['an unknown key in a group', { system: 'kiss', brand: { name: 'Elm', motto: 'x' } }],
  ])('accepts a file with %s, like the full check', (_what, json) => {
    const text = JSON.stringify(json);
    expect(parseConfig(text)).toMatchObject({ kind: 'ok' });
    expect(parseConfig(text)).toEqual(checkConfig(text));
  });

  it.each([
    ['no system', {}],
    ['a location without a name', { system: 'kiss', locations: { a: { phone: '1' } } }],
    ['no object', 'kiss'],
    ['nothing', null],
    ['an empty time zone', { system: 'kiss', locations: { a: { name: 'A', timezone: '' } } }],
    ['a time zone that is a number', { system: 'kiss', locations: { a: { name: 'A', timezone: 7 } } }],
  ])('rejects a file with %s', (_what, json) => {
    expect(parseConfig(JSON.stringify(json))).toMatchObject({ kind: 'broken' });
  });

  it('differs from the full check only in time zones', () => {
    const value = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(
        'kiss',
        '/api',
        '//x',
        'https://a.test/x',
        'http://a.test/x',
        'http://localhost:80/x',
        'http://localhost:80@a.test',
        '/\\x',
        '/\t/x',
        '#0d5450',
        '#0d545',
        'US',
        'us',
        'America/Denver',
        'Mars/Olympus',
        '',
      ),
      fc.constantFrom('gateway', 'none', ['en'], ['es', 'en'], ['en', 'en'], [], ['tlh']),
    );
    const fields = (...names: string[]) => fc.dictionary(fc.constantFrom(...names, 'other', '__proto__'), value);
    const config = fc.record(
      {
        system: fc.oneof(fc.constant('kiss'), value),
        brand: fc.oneof(fields('name', 'logo', 'accent'), value),
        api: fc.oneof(fields('base', 'accessPath'), value),
        opener: fc.oneof(fields('kind', 'base'), value),
        locations: fc.oneof(fc.dictionary(fc.string(), fields('name', 'timezone', 'phone')), value),
        support: fc.oneof(fields('phone', 'sms', 'email'), value),
        legal: fc.oneof(fields('terms', 'privacy', 'imprint'), value),
        languages: value,
        paymentUrl: value,
        session: fc.oneof(fields('maxAgeDays', 'idleDays'), value),
        defaultCountry: value,
      },
      { requiredKeys: ['system'] },
    );
    fc.assert(
      fc.property(config, (one) => {
        const text = JSON.stringify(one);
        const full = checkConfig(text);
        const faults = violations(JSON.parse(text), true);
        expect(full.kind).toBe(faults.length === 0 ? 'ok' : 'broken');
        // At the start, any text is a time zone; see checkZones.
        const others = faults.filter(({ rule, value }) => !(rule === 'timezone' && typeof value === 'string' && value));
        const atStart = parseConfig(text);
        expect(atStart.kind).toBe(others.length === 0 ? 'ok' : 'broken');
        if (full.kind === 'ok') expect(atStart).toEqual(full);
      }),
      { numRuns: 2_000 },
    );
  });
});
