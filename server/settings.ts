import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isLoopback, readTrustedProxies } from './client.ts';
import type { ServerOptions } from './start-server.ts';

/** The settings from the environment. */
export type Settings = Pick<ServerOptions, 'host' | 'port' | 'configPath' | 'apiBase' | 'gatewayBase' | 'trustsProxy'>;

/** The samples folder: one level above the source, two above the bundle; empty when it is missing. */
export const samples = ['..', '../..'].map((up) => resolve(import.meta.dirname, up, 'samples')).find(existsSync) ?? '';

/** An invalid environment; the message is one sentence that says how to correct it. */
export class SettingsError extends Error {}

/**
 * Reads the variables that README.md lists. An empty value counts as unset, because compose files cannot omit one.
 *
 * @throws {SettingsError} for an invalid value
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>, cwd: string): Settings {
  const read = <T>(name: string, make: (text: string) => T): T | undefined => {
    const text = env[name]?.trim();
    return text ? make(text) : undefined;
  };
  const apiBase = read('API_BASE', (text) => readBase('API_BASE', text, 'https://host.example/api/v2'));
  const gatewayBase = read('GATEWAY_BASE', (text) => readBase('GATEWAY_BASE', text, 'https://host.example/gateway'));
  // The simulated facility issues tokens for anyone; they must never reach a gateway that opens real doors.
  need(apiBase || !gatewayBase, 'GATEWAY_BASE works only together with API_BASE: set both, or leave GATEWAY_BASE out.');
  const file = read('CONFIG', (text) => resolve(cwd, text));
  need(!file || existsSync(file), `CONFIG names the file ${file}, which does not exist: correct it, or leave it out.`);
  const brands = samples ? readdirSync(join(samples, 'brands')) : [];
  const brand = read('BRAND', (name) => {
    need(brands.includes(name), `BRAND must be ${brands.join(' or ')}, not "${name}": correct it, or leave it out.`);
    return join(samples, 'brands', name, 'config.json');
  });
  need(!file || !brand, 'CONFIG and BRAND each name a configuration to serve: leave one of them out.');
  const port = read('PORT', (text) => (/^\d{1,5}$/.test(text) ? Number(text) : Number.NaN)) ?? 4173;
  need(port <= 65_535, `PORT must be a whole number from 0 to 65535, not "${env.PORT}": correct it, or leave it out.`);
  const host = read('HOST', (text) => text.replace(/^\[(.*)\]$/, '$1')) ?? '127.0.0.1';
  need(
    isLoopback(host) || read('INSECURE_HTTP', (text) => text === '1'),
    `HOST=${host} would send phone numbers, codes and tokens over the network without encryption: put a proxy that speaks HTTPS in front and set INSECURE_HTTP=1, or leave HOST out.`,
  );
  const trustsProxy = read('TRUST_PROXY', (text) => {
    const trusts = readTrustedProxies(text);
    need(trusts, `TRUST_PROXY must list addresses or networks, such as "127.0.0.1, 10.0.0.0/8", not "${text}".`);
    return trusts;
  });
  return { host, port, configPath: file ?? brand, apiBase, gatewayBase, trustsProxy };
}

function readBase(name: string, text: string, example: string): URL {
  const isAddress = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
  need(isAddress, `${name} must be a whole http or https address, for example ${example}.`);
  const { username, password, search, hash } = new URL(text);
  // Credentials would conflict with the tenant's bearer token; a query would end up in the middle of every URL.
  const isPlain = username + password + search + hash === '';
  need(isPlain, `${name} must be an address without user name, password, query or fragment, for example ${example}.`);
  return new URL(text);
}

function need(isGood: unknown, sentence: string): asserts isGood {
  if (!isGood) throw new SettingsError(sentence);
}
