import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RunningServer, ServerOptions } from '../../server/start-server.ts';

type ServerModule = typeof import('../../server/start-server.ts');

const root = resolve(import.meta.dirname, '../..');

/**
 * Starts the built server with the built app on a free loopback port. Each Playwright worker needs its own, as the facility
 * is part of the server.
 *
 * @param more for example `configPath`, or `apiBase` for a proxy instead of a facility
 */
export async function startTestServer(more: Partial<ServerOptions> = {}): Promise<RunningServer> {
  const entry = pathToFileURL(resolve(root, 'build/server/start-server.js')).href;
  const { startServer } = (await import(entry)) as ServerModule;
  return startServer({ host: '127.0.0.1', port: 0, dist: resolve(root, 'dist'), closeGraceMs: 100, ...more });
}
