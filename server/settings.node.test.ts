import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listenSentence, readSettings, SettingsError } from './settings.ts';
import { folderWith } from './test-helpers.ts';

describe('the settings', () => {
  it('are port 4173 on loopback with the simulated facility, when nothing is said', () => {
    const defaults = {
      host: '127.0.0.1',
      port: 4173,
      configPath: undefined,
      brand: undefined,
      apiBase: undefined,
      gatewayBase: undefined,
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

  it('know the sample brands', () => {
    expect(readSettings({ BRAND: 'harbor' }, '/').brand).toBe('harbor');
    expect(readSettings({ BRAND: ' cedar ' }, '/').brand).toBe('cedar');
  });

  it('take a configuration from one place only', () => {
    const folder = folderWith({ 'mine.json': '{}' });
    const sentence = 'CONFIG and BRAND each name a configuration';
    expect(() => readSettings({ CONFIG: 'mine.json', BRAND: 'cedar' }, folder)).toThrow(sentence);
  });

  it.each([
    [{ PORT: 'abc' }, 'PORT must be a whole number from 0 to 65535, not "abc"'],
    [{ PORT: '70000' }, 'PORT must be'],
    [{ PORT: '-1' }, 'PORT must be'],
    [{ PORT: '80.5' }, 'PORT must be'],
    [{ CONFIG: 'not-there.json' }, 'which does not exist'],
    [{ BRAND: 'elm' }, 'BRAND must be cedar or harbor, not "elm"'],
    [{ BRAND: '..' }, 'BRAND must be cedar or harbor'],
    [{ API_BASE: 'host/api/v2' }, 'API_BASE must be a whole http or https address'],
    [{ API_BASE: 'ftp://host/api/v2' }, 'API_BASE must be a whole http or https address'],
    [{ API_BASE: 'https://me:secret@host/api/v2' }, 'without user name, password'],
    [{ API_BASE: 'https://host/api/v2?key=1' }, 'without user name, password, query'],
    [{ API_BASE: 'https://host/api/v2', GATEWAY_BASE: '/gateway' }, 'GATEWAY_BASE must be a whole'],
    [{ GATEWAY_BASE: 'https://host/gateway' }, 'only together with API_BASE'],
  ])('refuse %j with a sentence', (env, sentence) => {
    expect(() => readSettings(env, '/nowhere')).toThrow(SettingsError);
    expect(() => readSettings(env, '/nowhere')).toThrow(sentence);
  });

  it('never repeat a password', () => {
    expect(() => readSettings({ API_BASE: 'https://me:secret@host/' }, '/')).not.toThrow('secret');
  });

  it('have a sentence for a port that is taken, one that is reserved, and a strange host', () => {
    const at = { host: '127.0.0.1', port: 80 };
    expect(listenSentence({ code: 'EADDRINUSE' }, at)).toContain('in use');
    expect(listenSentence({ code: 'EACCES' }, at)).toContain('above 1023');
    expect(listenSentence({ code: 'EADDRNOTAVAIL' }, at)).toContain('not an address of this machine');
    expect(listenSentence(new Error('other'), at)).toBeUndefined();
  });
});
