import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bearerAuth } from 'hono/bearer-auth';
import { bodyLimit } from 'hono/body-limit';
import { etag } from 'hono/etag';
import { HTTPException } from 'hono/http-exception';
import { narrowedPolicy, policyIn } from '../build-plugins/content-security-policy.ts';
import { readDeployment } from '../src/config/deployment.ts';
import type { Facility } from '../src/facility/index.ts';
import { type Call, findCall } from '../src/systems/documented-calls.ts';
import { clientOf } from './client.ts';
import { respondFromFacility } from './facility-response.ts';
import { controlCaller, errorResponse, notFound, rejectAmbiguousPath, rejectCrossSite } from './request-guard.ts';
import { securityHeaders } from './security-headers.ts';
import { samples } from './settings.ts';
import type { ServerOptions } from './start-server.ts';
import { createStaticFiles, isAsset } from './static-files.ts';
import type { Upstream } from './upstream.ts';

/** What serves the API and the gateway: the simulated facility or real servers. */
export type Backend =
  | { kind: 'simulated'; facility: Pick<Facility, 'fetch' | 'control'>; controlToken: string }
  | { kind: 'real'; api: Upstream | undefined; gateway: Upstream | undefined };

type Common = Required<Pick<ServerOptions, 'dist' | 'configPath' | 'trustsProxy' | 'log'>>;
export type AppOptions = { readonly [K in keyof Common]: NonNullable<Common[K]> } & { readonly backend: Backend };
type Env = { readonly Bindings: HttpBindings; readonly Variables: { kind?: keyof typeof securityHeaders } };

/** Serves the built app, its configuration, and the facility or a proxy to a real API. */
export function createApp({ dist, configPath, backend, trustsProxy, log }: AppOptions): Hono<Env> {
  const app = new Hono<Env>();
  // Read on each request, so that a changed file takes effect at once.
  const deployment = async () => readDeployment(await readFile(configPath, 'utf8').catch(() => ''));

  app.use(async (c, next) => {
    await next();
    if (c.env.incoming.socket.destroyed) return;
    const kind = c.get('kind') ?? 'data';
    for (const [name, value] of Object.entries(securityHeaders[kind])) c.res.headers.set(name, value);
    if (kind !== 'page') return;
    const built = policyIn(await readFile(join(dist, 'index.html'), 'utf8'));
    const { bases, logo } = await deployment();
    c.res.headers.set('content-security-policy', narrowedPolicy(built, [bases.api, bases.gateway], [logo]));
  });
  app.use(async (c, next) => rejectAmbiguousPath(c.env.incoming.url) ?? next());
  app.use(bodyLimit({ maxSize: 256 * 1024, onError: () => errorResponse(413, 'The request is too large.') }));
  app.on('TRACE', '*', () => errorResponse(405, 'This method is not known here.'));
  if (backend.kind === 'simulated') {
    const needsToken: MiddlewareHandler = bearerAuth({ token: backend.controlToken, realm: 'facility' });
    app.use('/__facility/*', async (c, next) => {
      const caller = controlCaller(c.env.incoming);
      if (caller === 'other-page') return errorResponse(403, 'The control API is not for pages of other origins.');
      return caller === 'local' ? next() : needsToken(c, next);
    });
    app.all('/__facility/*', (c) => respondFromFacility(backend.facility.control, c.req.raw, c.env));
  }
  app.use(async (c, next) => {
    const { pathname } = new URL(c.req.url);
    // The simulated facility also answers at its default paths, even if the configuration has other paths.
    const isOfFacility = backend.kind === 'simulated' && /^\/(api\/v[12]|gateway)\//.test(pathname);
    const documented = () => deployment().then((known) => findCall(known, c.req.method, pathname));
    const call = isOfFacility ? ({ service: 'api', path: pathname } as const) : await documented();
    if (call === 'elsewhere') return next();
    const client = clientOf(c.env.incoming, trustsProxy);
    const refused = rejectCrossSite(c.env.incoming, client.host);
    return refused ?? (call ? respondToCall(c, call, backend, client.address) : notFound());
  });

  app.get('/config.json', async () => {
    // Served unchecked: the app validates it and names the invalid keys.
    const text = await readFile(configPath).catch(() => undefined);
    const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
    return text ? new Response(text, { headers }) : notFound();
  });
  const [files, logos, withEtag] = [createStaticFiles(dist), createStaticFiles(samples), etag()];
  app.get('*', (c, next) => (isAsset(c.req.path) ? next() : withEtag(c, next)));
  app.get('/brands/:name/logo.svg', async (c, next) => (await logos(c)) ?? next());
  app.get('*', async (c) => {
    const file = await files(c);
    const type = /^text\/(html|javascript)\b/.exec(file?.headers.get('content-type') ?? '')?.[1];
    if (type) c.set('kind', type === 'html' ? 'page' : 'script');
    return file ?? notFound();
  });
  app.all('*', (c) => c.json({ message: 'Only GET and HEAD are known here.' }, 405, { allow: 'GET, HEAD' }));
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    // A client that disconnected is not a failure of this server.
    if (!c.req.raw.signal.aborted) log(`A request failed in this server: ${error.stack ?? error.message}`);
    return errorResponse(500, 'This server failed.');
  });
  return app;
}

async function respondToCall(c: Context<Env>, call: Call, backend: Backend, client: string): Promise<Response> {
  const url = new URL(c.req.url);
  if (backend.kind === 'simulated') {
    if (call.path !== url.pathname) url.pathname = (call.service === 'api' ? '/api/v2' : '/gateway') + call.path;
    return respondFromFacility(backend.facility.fetch, new Request(url, c.req.raw), c.env);
  }
  const upstream = backend[call.service];
  if (!upstream) return errorResponse(501, 'Remote opening is not available here.');
  const { method, signal } = c.req.raw;
  // Read the whole body before anything is sent upstream.
  const bytes = /^(GET|HEAD)$/.test(method) ? undefined : await c.req.arrayBuffer();
  const body = bytes?.byteLength ? new Uint8Array(bytes) : null;
  const { headers } = c.env.incoming;
  return upstream.send({ method, target: call.path + url.search, headers, client, body, signal });
}
