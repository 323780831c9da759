import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { createFacility, type Facility } from '../src/facility/index.ts';
import { type Backend, createApp } from './app.ts';
import type { TrustsProxy } from './client.ts';

type FacilityMaker<F> = (options: { onMessage: (message: { to: string; text: string }) => void }) => F;

export type ServerOptions = {
  readonly host: string;
  /** 0 selects a free port. */
  readonly port: number;
  /** The folder of the built app. */
  readonly dist: string;
  /** The file that is served as /config.json. Default: the config.json in `dist`. */
  readonly configPath?: string | undefined;
  /** The base URL of a real API, version included. Without it the simulated facility runs. */
  readonly apiBase?: URL | undefined;
  readonly gatewayBase?: URL | undefined;
  /** The reverse proxies whose headers name the client's address and host. */
  readonly trustsProxy?: TrustsProxy | undefined;
  /** Called with each line of the log. */
  readonly log?: ((line: string) => void) | undefined;
  /** Idle timeout of a real server, and how long open requests may continue after `close()`. Ms. */
  readonly proxyTimeoutMs?: number | undefined;
  readonly closeGraceMs?: number | undefined;
  /** Maximum number of connections; time for the headers and for a whole request, and how often it is checked. Ms. */
  readonly limits?: { connections?: number; headerMs?: number; requestMs?: number; checkMs?: number } | undefined;
};

export type RunningServer<F = Facility> = {
  /** Such as `http://127.0.0.1:4173`, without a slash at the end. */
  readonly url: string;
  readonly facility: F | null;
  /** The bearer token of the control API for callers from other machines; null without a facility. */
  readonly controlToken: string | null;
  /** Stops listening and closes all connections after `closeGraceMs`. May be called twice. */
  close(): Promise<void>;
};

/**
 * Serves the app, its configuration, and the facility or a real API on one origin.
 *
 * @throws the error of the socket when the server cannot listen
 */
export function startServer(options: ServerOptions): Promise<RunningServer> {
  return startServerWith(createFacility, options);
}

/** Like {@link startServer}, with a facility that the caller provides. */
export async function startServerWith<F extends Pick<Facility, 'fetch' | 'control' | 'close'>>(
  makeFacility: FacilityMaker<F>,
  { host, port, dist, configPath, limits = {}, log = () => undefined, ...options }: ServerOptions,
): Promise<RunningServer<F>> {
  const { apiBase, gatewayBase, proxyTimeoutMs = 20_000, closeGraceMs = 1_000 } = options;
  const onMessage = ({ to, text }: { to: string; text: string }) => log(`message to ${to}: ${text}`);
  const facility = apiBase ? null : makeFacility({ onMessage });
  const controlToken = facility && randomBytes(16).toString('hex');
  // Loaded on demand: the HTTP client is most of this server's code, and the simulated facility does not need it.
  const connect = apiBase && (await import('./upstream.ts')).createUpstream;
  const [api, gateway] = [apiBase, gatewayBase].map((base) => base && connect?.(base, proxyTimeoutMs));
  const backend: Backend =
    facility && controlToken ? { kind: 'simulated', facility, controlToken } : { kind: 'real', api, gateway };
  const trustsProxy = options.trustsProxy ?? (() => false);
  const app = createApp({ dist, configPath: configPath ?? join(dist, 'config.json'), backend, log, trustsProxy });
  const serverOptions = {
    headersTimeout: limits.headerMs ?? 10_000,
    requestTimeout: limits.requestMs ?? 30_000,
    connectionsCheckingInterval: limits.checkMs ?? 5_000,
    // Browsers reuse connections that were idle for minutes; a long timeout loses fewer requests.
    keepAliveTimeout: 65_000,
  };
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions }) as Server;
  server.maxConnections = limits.connections ?? 2_000;
  const closeBackend = async () => (facility ? facility.close() : await Promise.all([api?.close(), gateway?.close()]));
  try {
    await once(server.listen(port, host), 'listening');
  } catch (error) {
    await closeBackend();
    throw error;
  }
  const close = async () => {
    const force = setTimeout(() => server.closeAllConnections(), closeGraceMs);
    await new Promise((closed) => server.close(closed));
    clearTimeout(force);
    await closeBackend();
  };
  let closing: Promise<void> | undefined;
  // A browser cannot open the wildcard address.
  const name = /^(0\.0\.0\.0|::)$/.test(host) ? '127.0.0.1' : host.replace(/^(.*:.*)$/, '[$1]');
  const url = `http://${name}:${(server.address() as AddressInfo).port}`;
  return { url, facility, controlToken, close: () => (closing ??= close()) };
}
