import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { whyNotBrand } from './brands.ts';

/** What the environment says about this server. */
export type Settings = {
  readonly host: string;
  /** 0 means: any free port. */
  readonly port: number;
  /** The file that is served as /config.json; undefined means the one inside dist/. */
  readonly configPath: string | undefined;
  /** The sample brand whose configuration is served instead. */
  readonly brand: string | undefined;
  /** The real API to pass requests to, version included; undefined means the simulated facility. */
  readonly apiBase: URL | undefined;
  /** The real remote-open gateway. */
  readonly gatewayBase: URL | undefined;
};

/** An environment that cannot be served; the message is one sentence that says what to do. */
export class SettingsError extends Error {}

/**
 * Reads PORT, HOST, CONFIG, BRAND, API_BASE and GATEWAY_BASE. An empty value counts as unset, as shells and compose
 * files cannot always leave a variable out.
 *
 * @throws {SettingsError} for a value that cannot be meant
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>, cwd: string): Settings {
  const apiBase = readBase('API_BASE', env.API_BASE, 'https://host.example/api/v2');
  const gatewayBase = readBase('GATEWAY_BASE', env.GATEWAY_BASE, 'https://host.example/gateway');
  if (gatewayBase && !apiBase) {
    // The simulated facility signs people in by itself; its tokens must never reach a gateway that moves real doors.
    throw new SettingsError(
      'GATEWAY_BASE works only together with API_BASE: set API_BASE to the API that signs these tenants in, or leave GATEWAY_BASE out.',
    );
  }
  const configPath = readConfigPath(env.CONFIG, cwd);
  const brand = readBrand(env.BRAND);
  if (configPath && brand) {
    throw new SettingsError('CONFIG and BRAND each name a configuration to serve: leave one of them out.');
  }
  return {
    host: (env.HOST?.trim() || '127.0.0.1').replace(/^\[(.*)\]$/, '$1'),
    port: readPort(env.PORT),
    configPath,
    brand,
    apiBase,
    gatewayBase,
  };
}

function readPort(value: string | undefined): number {
  const text = value?.trim() || '4173';
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new SettingsError(
    `PORT must be a whole number from 0 to 65535, not "${text}": set for example PORT=4173, or leave it out.`,
  );
}

function readConfigPath(value: string | undefined, cwd: string): string | undefined {
  if (!value?.trim()) return undefined;
  const path = resolve(cwd, value.trim());
  if (existsSync(path)) return path;
  throw new SettingsError(
    `CONFIG names the file ${path}, which does not exist: correct the path, or leave CONFIG out to serve the built-in one.`,
  );
}

function readBrand(value: string | undefined): string | undefined {
  const name = value?.trim();
  if (!name) return undefined;
  const reason = whyNotBrand(name);
  if (reason) throw new SettingsError(reason);
  return name;
}

function readBase(name: string, value: string | undefined, example: string): URL | undefined {
  const text = value?.trim();
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new SettingsError(`${name} must be a whole http or https address, for example ${example}.`);
  }
  // Credentials would collide with the tenant's bearer; a query would end up in the middle of every address.
  if (url.username || url.password || url.search || url.hash) {
    throw new SettingsError(
      `${name} must be an address without user name, password, query or fragment, for example ${example}.`,
    );
  }
  return url;
}

/** The sentence for a server that could not start to listen; undefined when the error is of another kind. */
export function listenSentence(error: unknown, settings: Pick<Settings, 'host' | 'port'>): string | undefined {
  const { host, port } = settings;
  switch ((error as NodeJS.ErrnoException | undefined)?.code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is in use by another program: stop it, or set PORT to another number (PORT=0 takes a free one).`;
    case 'EACCES':
      return `Port ${port} on ${host} may not be used by this account: set PORT to a number above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST=${host} is not an address of this machine: set HOST to one of its addresses, or leave it out for 127.0.0.1.`;
    default:
      return undefined;
  }
}
