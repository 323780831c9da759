import { describe, expect, it } from 'vitest';
import { readDeployment } from './deployment.ts';

const DEFAULTS = { system: 'kiss', bases: { api: '/api/v2', gateway: '/gateway' }, logo: '' };

describe('the deployment', () => {
  it('is read from config.json, without trailing slashes', () => {
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
    ['is not JSON', '{ "system": "kiss", }'],
    ['has no content', ''],
    ['is not an object', 'null'],
    ['is empty', '{}'],
    ['names an unknown system', '{"system":"magic"}'],
    ['has values of other types', '{"api":5,"opener":{"base":7},"brand":[]}'],
  ])('has the defaults when the file %s', (_what, text) => {
    expect(readDeployment(text)).toEqual(DEFAULTS);
  });
});
