import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkConfig } from './check/index.ts';
import { knowsZones, readPlain } from './plain-config.ts';

const files = ['public/config.json', 'samples/brands/harbor/config.json', 'samples/brands/cedar/config.json'];
const text = (file: string) => readFileSync(file, 'utf8');

/** What the schema makes of it; null where it finds fault. */
const bySchema = (json: unknown) => {
  const result = checkConfig(JSON.stringify(json));
  return result.kind === 'ok' ? result.config : null;
};

describe('a config.json that is plainly right', () => {
  it.each(files)('is read without the schema: %s', (file) => {
    const json = JSON.parse(text(file)) as unknown;
    expect(readPlain(json)).toEqual(bySchema(json));
    expect(readPlain(json)).not.toBeNull();
  });

  it.each([
    ['a key that nobody knows yet', { system: 'kiss', weather: 1 }],
    ['one inside another', { system: 'kiss', brand: { name: 'Elm', motto: 'x' } }],
    ['no system', {}],
    ['a location without a name', { system: 'kiss', locations: { a: { phone: '1' } } }],
    ['no object', 'kiss'],
    ['nothing', null],
  ])('is not one with %s: the schema has the word', (_what, json) => {
    expect(readPlain(json)).toBeNull();
  });

  it('never says anything but what the schema says', () => {
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
        const json = JSON.parse(JSON.stringify(one)) as unknown;
        const plain = readPlain(json);
        if (plain && knowsZones(plain)) expect(plain).toEqual(bySchema(json));
        if (plain && !knowsZones(plain)) expect(bySchema(json)).toBeNull();
      }),
      { numRuns: 2_000 },
    );
  });
});
