import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings, SettingsError } from './settings.ts';
import { folderWith } from './test-helpers.ts';

describe('the settings', () => {
  it('default to port 4173 on loopback with the simulated facility', () => {
    const defaults = {
      host: '127.0.0.1',
      port: 4173,
      configPath: undefined,
      apiBase: undefined,
      gatewayBase: undefined,
      trustsProxy: undefined,
    };
    expect(readSettings({}, '/')).toEqual(defaults);
    expect(readSettings({ PORT: '', HOST: ' ', CONFIG: '', BRAND: ' ', API_BASE: '', GATEWAY_BASE: '' }, '/')).toEqual(
      defaults,
    );
  });

  it('are read from the environment', () => {
    const folder = folderWith({ 'mine.json': '{}' });
    const settings = readSettings(
      {
        PORT: '0',
        HOST: '[::1]',
        CONFIG: 'mine.json',
        API_BASE: 'https://a.example/api/v2',
        GATEWAY_BASE: 'https://g.example/gateway',
      },
      folder,
    );
    expect(settings).toMatchObject({ port: 0, host: '::1', configPath: join(folder, 'mine.json') });
    expect([settings.apiBase?.href, settings.gatewayBase?.href]).toEqual([
      'https://a.example/api/v2',
      'https://g.example/gateway',
    ]);
  });

  it.each(['127.0.0.1', '127.3.2.1', '::1', '[::1]', 'localhost'])('listen on %s without further settings', (host) => {
    expect(readSettings({ HOST: host }, '/').host).toBe(host.replace(/[[\]]/g, ''));
  });

  it.each(['0.0.0.0', '::', '192.168.1.7', 'gate.example'])('listen on %s only with INSECURE_HTTP=1', (host) => {
    expect(() => readSettings({ HOST: host }, '/')).toThrow(/without encryption: .* set INSECURE_HTTP=1/);
    expect(() => readSettings({ HOST: host, INSECURE_HTTP: '0' }, '/')).toThrow(SettingsError);
    expect(readSettings({ HOST: host, INSECURE_HTTP: '1' }, '/').host).toBe(host);
  });

  it('trust the listed proxies and networks', () => {
    const { trustsProxy } = readSettings({ TRUST_PROXY: '127.0.0.1, 10.0.0.0/8,fd00::/8' }, '/');
    const asked = ['127.0.0.1', '10.9.9.9', 'fd12::1', '127.0.0.2', '11.0.0.1'];
    expect(asked.map((address) => trustsProxy?.(address))).toEqual([true, true, true, false, false]);
  });

  it('accept the sample brands', () => {
    const path = (brand: string) => resolve(`samples/brands/${brand}/config.json`);
    expect(readSettings({ BRAND: 'harbor' }, '/').configPath).toBe(path('harbor'));
    expect(readSettings({ BRAND: ' cedar ' }, '/').configPath).toBe(path('cedar'));
  });

  it('reject two configurations', () => {
    const folder = folderWith({ 'mine.json': '{}' });
    const sentence = 'CONFIG and BRAND each name a configuration';
    expect(() => readSettings({ CONFIG: 'mine.json', BRAND: 'cedar' }, folder)).toThrow(sentence);
  });

  it.each([
    [{ PORT: 'abc' }, 'PORT must be a whole number from 0 to 65535, not "abc"'],
    [{ PORT: '70000' }, 'PORT must be'],
    [{ PORT: '-1' }, 'PORT must be'],
    [{ PORT: '80.5' }, 'PORT must be'],
    [{ TRUST_PROXY: 'proxy.example' }, 'TRUST_PROXY must list addresses or networks'],
    [{ TRUST_PROXY: '10.0.0.0/33' }, 'not "10.0.0.0/33"'],
    [{ TRUST_PROXY: '10.0.0.0/8/8' }, 'not "10.0.0.0/8/8"'],
    [{ CONFIG: 'not-there.json' }, 'which does not exist'],
    [{ BRAND: 'elm' }, 'BRAND must be cedar or harbor, not "elm"'],
    [{ BRAND: '..' }, 'BRAND must be cedar or harbor'],
    [{ API_BASE: 'host/api/v2' }, 'API_BASE must be a whole http or https address'],
    [{ API_BASE: 'ftp://host/api/v2' }, 'API_BASE must be a whole http or https address'],
    [{ API_BASE: 'https://me:secret@host/api/v2' }, 'without user name, password'],
    [{ API_BASE: 'https://host/api/v2?key=1' }, 'without user name, password, query'],
    [{ API_BASE: 'https://host/api/v2', GATEWAY_BASE: '/gateway' }, 'GATEWAY_BASE must be a whole'],
    [{ GATEWAY_BASE: 'https://host/gateway' }, 'only together with API_BASE'],
  ])('reject %j with a sentence', (env, sentence) => {
    expect(() => readSettings(env, '/nowhere')).toThrow(SettingsError);
    expect(() => readSettings(env, '/nowhere')).toThrow(sentence);
  });

  it('do not show a password in an error message', () => {
    expect(() => readSettings({ API_BASE: 'https://me:secret@host/' }, '/')).not.toThrow('secret');
  });
});
