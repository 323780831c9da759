import { describe, expect, it } from 'vitest';
import { readDeployment } from './deployment.ts';

const DEFAULTS = { system: 'kiss', bases: { api: '/api/v2', gateway: '/gateway' }, logo: '' };

describe('what a server reads of config.json', () => {
  it('is what an operator wrote, without slashes at the end', () => {
    const config = {
      system: 'kisi',
      api: { base: 'https://api.test/v2/' },
      opener: { kind: 'gateway', base: '/g//' },
      brand: { logo: '/logo.svg' },
    };
    expect(readDeployment(JSON.stringify(config))).toEqual({
      system: 'kisi',
      bases: { api: 'https://api.test/v2', gateway: '/g' },
      logo: '/logo.svg',
    });
  });

  it.each([
    ['is no JSON', '{ "system": "kiss", }'],
    ['is not there', ''],
    ['is no object', 'null'],
    ['says nothing', '{}'],
    ['names a system that nobody knows', '{"system":"magic"}'],
    ['has something else in each place', '{"api":5,"opener":{"base":7},"brand":[]}'],
  ])('are the defaults where the file %s: the app says what is wrong with it', (_what, text) => {
    expect(readDeployment(text)).toEqual(DEFAULTS);
  });
});
