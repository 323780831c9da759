import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFacility, type Facility } from '../src/facility/index.ts';
import { brandConfigPath } from './brands.ts';
import { createProxy } from './proxy.ts';
import { type Backend, createRoutes } from './routes.ts';

/** Any home's facility will do: tests bring small ones of their own. */
export type FacilityMaker<F> = (options: {
  onMessage: (message: { to: string; text: string; at: string }) => void;
}) => F;

export type ServerOptions = {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** The folder of the built app. */
  readonly dist: string;
  /** Served as /config.json; undefined means the one inside `dist`. */
  readonly configPath?: string | undefined;
  /** A sample brand, by its folder's name in samples/brands: its configuration is served instead of either. */
  readonly brand?: string | undefined;
  /** With a real API there is no simulated facility and no control face. */
  readonly apiBase?: URL | undefined;
  readonly gatewayBase?: URL | undefined;
  /** Receives whole lines; undefined keeps quiet. */
  readonly log?: ((line: string) => void) | undefined;
  /** How long a real server may take to begin its answer; 30 s unless told otherwise. */
  readonly proxyTimeoutMs?: number | undefined;
  /** How long open requests may go on after `close()`; 1 s unless told otherwise. */
  readonly closeGraceMs?: number | undefined;
};

export type RunningServer<F = Facility> = {
  /** Such as `http://127.0.0.1:4173`, without a slash at the end. */
  readonly url: string;
  readonly facility: F | null;
  /** Stops listening, lets open requests end for a moment, then ends every connection. May be called twice. */
  close(): Promise<void>;
};

/**
 * Serves the built app, its configuration, and either the simulated facility or a real API, all on one origin.
 *
 * @throws the socket's error when the port cannot be listened on, or an error that lists the sample brands when `brand`
 * is none of them
 */
export function startServer(options: ServerOptions): Promise<RunningServer> {
  return startServerWith(createFacility, options);
}

/** {@link startServer} with another facility than the simulated one. */
export async function startServerWith<F extends Pick<Facility, 'fetch' | 'control' | 'close'>>(
  makeFacility: FacilityMaker<F>,
  options: ServerOptions,
): Promise<RunningServer<F>> {
  const log = options.log ?? (() => undefined);
  const configPath = options.brand === undefined ? options.configPath : brandConfigPath(options.brand);
  const { backend, facility, closeBackend } = openBackend(makeFacility, options, log);
  const routes = createRoutes({ dist: options.dist, configPath, backend, log });
  const server = createServer((req, res) => void routes(req, res));
  // Browsers keep idle connections for minutes and send on them without looking: closing them late means that fewer
  // requests meet a socket which is just being closed.
  server.keepAliveTimeout = 65_000;
  server.headersTimeout = 66_000;
  try {
    await listen(server, options);
  } catch (error) {
    closeBackend();
    throw error;
  }

  let closing: Promise<void> | undefined;
  return {
    url: urlOf(server, options.host),
    facility,
    close() {
      closing ??= closeServer(server, options.closeGraceMs ?? 1000).finally(closeBackend);
      return closing;
    },
  };
}

function openBackend<F extends Pick<Facility, 'fetch' | 'control' | 'close'>>(
  makeFacility: FacilityMaker<F>,
  { apiBase, gatewayBase, proxyTimeoutMs = 30_000 }: ServerOptions,
  log: (line: string) => void,
): { backend: Backend; facility: F | null; closeBackend: () => void } {
  if (apiBase) {
    const api = createProxy(apiBase, proxyTimeoutMs);
    const gateway = gatewayBase && createProxy(gatewayBase, proxyTimeoutMs);
    const closeBackend = () => {
      api.close();
      gateway?.close();
    };
    return { backend: { kind: 'real', api, gateway }, facility: null, closeBackend };
  }
  const facility = makeFacility({ onMessage: ({ to, text }) => log(`message to ${to}: ${text}`) });
  return { backend: { kind: 'simulated', facility }, facility, closeBackend: () => facility.close() };
}

function listen(server: Server, { host, port }: ServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  // "Every address" is not an address that a browser can open.
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

function closeServer(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}
