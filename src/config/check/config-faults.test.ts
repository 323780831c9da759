import { describe, expect, it } from 'vitest';
import { checkConfig } from './index.ts';

const faultsOf = (config: unknown) => {
  const result = checkConfig(JSON.stringify(config));
  return result.kind === 'broken' ? result.faults : [];
};

describe('the faults of a configuration', () => {
  it.each([
    'http://x.test',
    'http://10.0.0.2:8080',
    'http://localhost.x.test',
    'http://localhost:80@x.test',
    'http://127.0.0.1.x.test',
    'https://',
    'https://x.test/a b',
    'https://x.test\\pay',
    'https:\\\\x.test',
    '/\\x.test',
    '/pay\\..',
    '/\t/x.test',
    '\\\\x.test',
  ])('contain each address that is %j', (address) => {
    const config = {
      system: 'kiss',
      brand: { logo: address },
      api: { base: address },
      opener: { base: address },
      legal: { terms: address, privacy: address, imprint: address },
      paymentUrl: address,
    };
    expect(faultsOf(config).map(({ key }) => key)).toEqual([
      'brand.logo',
      'api.base',
      'opener.base',
      'legal.terms',
      'legal.privacy',
      'legal.imprint',
      'paymentUrl',
    ]);
  });

  it.each<[string, unknown]>([
    ['system', {}],
    ['system', { system: 'kisi' }],
    ['brand', { system: 'kiss', brand: 'Elm' }],
    ['brand.name', { system: 'kiss', brand: { name: '' } }],
    ['brand.name', { system: 'kiss', brand: { name: 5 } }],
    ['brand.logo', { system: 'kiss', brand: { logo: '' } }],
    ['brand.logo', { system: 'kiss', brand: { logo: 'logo.svg' } }],
    ['brand.logo', { system: 'kiss', brand: { logo: 'http://x.test/logo.svg' } }],
    ['brand.logo', { system: 'kiss', brand: { logo: 'https:///logo.svg' } }],
    ['brand.logo', { system: 'kiss', brand: { logo: '//evil.test/logo.svg' } }],
    ['brand.logo', { system: 'kiss', brand: { logo: '/\\evil.test/logo.svg' } }],
    ['brand.logo', { system: 'kiss', brand: { logo: 'data:image/svg+xml,x' } }],
    ['brand.logo', { system: 'kiss', brand: { logo: null } }],
    ['brand.accent', { system: 'kiss', brand: { accent: 'teal' } }],
    ['brand.accent', { system: 'kiss', brand: { accent: '#0d5' } }],
    ['brand.accent', { system: 'kiss', brand: { accent: '#0d5450ff' } }],
    ['brand.accent', { system: 'kiss', brand: { accent: 0x0d5450 } }],
    ['legal', { system: 'kiss', legal: 'https://x.test' }],
    ['legal.terms', { system: 'kiss', legal: { terms: 'javascript:alert(1)' } }],
    ['legal.privacy', { system: 'kiss', legal: { privacy: '//evil.test' } }],
    ['legal.imprint', { system: 'kiss', legal: { imprint: '' } }],
    ['languages', { system: 'kiss', languages: [] }],
    ['languages', { system: 'kiss', languages: 'en' }],
    ['languages', { system: 'kiss', languages: null }],
    ['languages', { system: 'kiss', languages: ['en', 'de'] }],
    ['languages', { system: 'kiss', languages: ['en', 'EN'] }],
    ['languages', { system: 'kiss', languages: ['en', 'en'] }],
    ['languages', { system: 'kiss', languages: [['en']] }],
    ['api', { system: 'kiss', api: null }],
    ['api.base', { system: 'kiss', api: { base: 'api/v2' } }],
    ['api.base', { system: 'kiss', api: { base: '//evil.test' } }],
    ['api.base', { system: 'kiss', api: { base: 'ftp://x.test' } }],
    ['api.base', { system: 'kiss', api: { base: '' } }],
    ['api.accessPath', { system: 'kiss', api: { accessPath: 'access' } }],
    ['api.accessPath', { system: 'kiss', api: { accessPath: '/access?x=1' } }],
    ['opener.kind', { system: 'kiss', opener: { kind: 'magic' } }],
    ['opener.base', { system: 'kiss', opener: { base: 7 } }],
    ['locations', { system: 'kiss', locations: ['l1'] }],
    ['locations.l1', { system: 'kiss', locations: { l1: 'Elm' } }],
    ['locations.l1.name', { system: 'kiss', locations: { l1: {} } }],
    ['locations.l1.timezone', { system: 'kiss', locations: { l1: { name: 'Elm', timezone: 'MST7' } } }],
    ['locations.loc_1.timezone', { system: 'kiss', locations: { loc_1: { name: 'Elm', timezone: 'Mars' } } }],
    ['locations.l1.phone', { system: 'kiss', locations: { l1: { name: 'Elm', phone: 3 } } }],
    ['support.phone', { system: 'kiss', support: { phone: '' } }],
    ['support.sms', { system: 'kiss', support: { sms: 1 } }],
    ['support.email', { system: 'kiss', support: { email: false } }],
    ['paymentUrl', { system: 'kiss', paymentUrl: 'javascript:alert(1)' }],
    ['paymentUrl', { system: 'kiss', paymentUrl: '//evil.test' }],
    ['session', { system: 'kiss', session: 30 }],
    ['session.maxAgeDays', { system: 'kiss', session: { maxAgeDays: 0 } }],
    ['session.maxAgeDays', { system: 'kiss', session: { maxAgeDays: '30' } }],
    ['session.idleDays', { system: 'kiss', session: { idleDays: -1 } }],
    ['defaultCountry', { system: 'kiss', defaultCountry: 'us' }],
    ['defaultCountry', { system: 'kiss', defaultCountry: 'USA' }],
    ['defaultCountry', { system: 'kiss', defaultCountry: 'usa' }],
  ])('name %s in %j', (key, config) => {
    const faults = faultsOf(config);
    expect(faults.map((fault) => fault.key)).toEqual([key]);
    expect(faults[0]?.message).toMatch(/^must (?:be|not be) \S/);
  });

  it.each([
    ['a number', 5, 'must be a string'],
    ['an empty list', [], 'must be a string'],
    ['an empty text', '', 'must not be empty'],
  ])('have one message for %s instead of a text', (_what, phone, message) => {
    expect(faultsOf({ system: 'kiss', support: { phone } })).toEqual([{ key: 'support.phone', message }]);
  });

  it('include time zones, in the order of the schema', () => {
    const faults = faultsOf({ locations: { each: { timezone: 'Mars' } }, defaultCountry: 'x' });
    expect(faults.map(({ key }) => key)).toEqual([
      'system',
      'locations.each.name',
      'locations.each.timezone',
      'defaultCountry',
    ]);
  });

  it('include every invalid key', () => {
    const faults = faultsOf({ brand: { name: '' }, defaultCountry: 'x' });
    expect(faults.map(({ key }) => key)).toEqual(['system', 'brand.name', 'defaultCountry']);
  });

  it.each(['', '{', '{ "system": "kiss", }', '<!doctype html>', "{'system':'kiss'}", 'system: kiss'])(
    'contain the error of the JSON parser for %j',
    (text) => {
      const faults = [{ key: '', message: expect.stringMatching(/^is not JSON: ./) }];
      expect(checkConfig(text)).toEqual({ kind: 'broken', faults });
    },
  );

  it.each([[null], [[]], ['kiss'], [5]])('name the whole file when it is %j', (config) => {
    expect(faultsOf(config)).toEqual([{ key: '', message: 'must be an object' }]);
  });
});
