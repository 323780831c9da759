import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { checkConfig } from '../src/config/check/index.ts';
import { brandColours } from '../src/ui/brand-colours.ts';
import { ask, createTestServers, folderWith } from './test-helpers.ts';

const servers = createTestServers();
afterEach(() => servers.cleanUp());

const sample = (path: string) => readFileSync(new URL(`../samples/brands/${path}`, import.meta.url), 'utf8');
const page = { accept: 'text/html,application/xhtml+xml' };

describe('a sample brand', () => {
  it.each(['harbor', 'cedar'])('%s has its own configuration and logo', async (brand) => {
    const { url } = await servers.serve({ configPath: `samples/brands/${brand}/config.json` });
    const config = await ask(`${url}/config.json`);
    expect([config.status, config.body.toString()]).toEqual([200, sample(`${brand}/config.json`)]);
    expect(config.headers).toMatchObject({ 'content-type': 'application/json; charset=utf-8' });
    const { brand: served } = JSON.parse(config.body.toString()) as { readonly brand: { readonly logo: string } };
    const logo = await ask(url + served.logo);
    expect([logo.status, logo.body.toString()]).toEqual([200, sample(`${brand}/logo.svg`)]);
    expect(logo.headers).toMatchObject({ 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': 'no-cache' });
  });

  it.each(['harbor', 'cedar'])('%s is a valid configuration with all keys of public/config.json', (brand) => {
    const builtIn = JSON.parse(readFileSync('public/config.json', 'utf8')) as Record<string, unknown>;
    const text = sample(`${brand}/config.json`);
    const { system, api, opener, locations } = builtIn;
    expect(JSON.parse(text)).toMatchObject({ system, api, opener, locations });
    expect(checkConfig(text)).toMatchObject({ kind: 'ok', config: { brand: { logo: `/brands/${brand}/logo.svg` } } });
  });

  it.each([
    ['harbor', false],
    ['cedar', true],
  ])('%s has an accent that light pages must adjust: %j', (brand, adjusts) => {
    const { accent } = (JSON.parse(sample(`${brand}/config.json`)) as { brand: { accent: string } }).brand;
    expect(brandColours(accent).adjusted.includes('light')).toBe(adjusts);
  });

  it('serves its logo with any configuration', async () => {
    const { url } = await servers.serve({ dist: folderWith({ 'index.html': '', 'config.json': '{"system":"kiss"}' }) });
    expect((await ask(`${url}/config.json`)).body.toString()).toBe('{"system":"kiss"}');
    for (const brand of ['harbor', 'cedar']) {
      expect((await ask(`${url}/brands/${brand}/logo.svg`)).body.toString()).toBe(sample(`${brand}/logo.svg`));
    }
  });
});

describe('with the sample brands', () => {
  it('serves an operator’s own logo from the built app, and only logos of the samples', async () => {
    const dist = folderWith({ 'index.html': '<p>The app</p>', 'brands/elm/logo.svg': '<svg/>' });
    const { url } = await servers.serve({ dist });
    expect((await ask(`${url}/brands/elm/logo.svg`)).body.toString()).toBe('<svg/>');
    expect((await ask(`${url}/brands/cedar/config.json`, { headers: page })).status).toBe(404);
    expect((await ask(`${url}/brands/oak/logo.svg`, { headers: page })).status).toBe(404);
  });
});
