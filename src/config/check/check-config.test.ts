import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkConfig } from './index.ts';

const check = (config: unknown) => checkConfig(JSON.stringify(config));

describe('the configuration', () => {
  it('requires only the system', () => {
    expect(check({ system: 'kiss' })).toEqual({
      kind: 'ok',
      config: {
        system: 'kiss',
        brand: { name: 'Door access' },
        api: { base: '/api/v2', accessPath: '/tenant/access' },
        opener: { kind: 'none', base: '/gateway' },
        locations: {},
        support: {},
        legal: {},
        languages: ['en', 'es', 'fr', 'ar'],
      },
    });
  });

  it('has the same defaults inside a partial group', () => {
    expect(check({ system: 'kiss', brand: {}, api: {}, opener: {}, legal: {} })).toEqual(check({ system: 'kiss' }));
    expect(check({ system: 'kiss', api: { base: 'https://x.test' }, opener: { kind: 'gateway' } })).toMatchObject({
      config: {
        api: { base: 'https://x.test', accessPath: '/tenant/access' },
        opener: { kind: 'gateway', base: '/gateway' },
      },
    });
  });

  it('keeps all values of the file', () => {
    const written = {
      system: 'kiss',
      brand: { name: 'Elm Storage', logo: '/brands/elm/logo.svg', accent: '#0D5450' },
      api: { base: 'http://127.0.0.1:8080/api/v1', accessPath: '/access' },
      opener: { kind: 'bridge', base: '/g' },
      locations: { l1: { name: 'Elm Street', timezone: 'America/Denver', phone: '+1 303 555 0199' } },
      support: { phone: '1', sms: '2', email: 'help@x.test' },
      legal: { terms: 'https://x.test/terms', privacy: '/privacy', imprint: 'https://x.test/imprint' },
      languages: ['ar', 'es'],
      paymentUrl: 'https://x.test/pay',
      defaultCountry: 'MX',
    };
    expect(check(written)).toEqual({ kind: 'ok', config: written });
  });

  it('accepts a logo at an https URL, and a single language', () => {
    const config = { system: 'kiss', brand: { logo: 'https://x.test/logo.svg' }, languages: ['fr'] };
    expect(check(config)).toMatchObject({ kind: 'ok', config: { brand: { name: 'Door access' }, languages: ['fr'] } });
  });

  it.each([
    '/pay',
    '/pay?from=app#top',
    'https://x.test',
    'https://x.test:8443/pay?unit=1',
    'http://localhost',
    'http://localhost:5173/pay',
    'http://127.0.0.1/pay',
    'http://[::1]:80?x',
  ])('accepts the address %s', (address) => {
    const config = { system: 'kiss', paymentUrl: address, legal: { terms: address }, api: { base: address } };
    expect(check(config)).toMatchObject({ kind: 'ok', config: { ...config, api: { base: address } } });
  });

  it('accepts unknown keys', () => {
    expect(check({ system: 'kiss', comment: 'ours', api: { later: 1 } })).toMatchObject({ kind: 'ok' });
  });

  it('is valid or has a fault, for any text', () => {
    const key = fc.constantFrom('system', 'brand', 'api', 'opener', 'locations', 'support', 'legal', 'languages');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.dictionary(key, fc.jsonValue()).map((v) => JSON.stringify(v)),
        ),
        (text) => {
          const result = checkConfig(text);
          if (result.kind === 'broken') expect(result.faults.length).toBeGreaterThan(0);
          else expect(result.kind).toBe('ok');
        },
      ),
    );
  });
});
