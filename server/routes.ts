import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Facility } from '../src/facility/index.ts';
import { answerMessage, answerText } from './answers.ts';
import { brandLogo, brandsFolder } from './brands.ts';
import { whyNotControl } from './control-guard.ts';
import { answerByFetch } from './facility-home.ts';
import type { ForwardingProxy } from './proxy.ts';
import { answerConfig } from './runtime-config.ts';
import { setCommonHeaders, setDataHeaders } from './security-headers.ts';
import { createStaticFiles } from './static-files.ts';
import { readTarget, restAfter, type Target } from './target.ts';

/** Who stands behind /api and /gateway: the simulated facility, or real servers. */
export type Backend =
  | { readonly kind: 'simulated'; readonly facility: Pick<Facility, 'fetch' | 'control'> }
  | { readonly kind: 'real'; readonly api: ForwardingProxy; readonly gateway: ForwardingProxy | undefined };

export type RouteOptions = {
  readonly dist: string;
  readonly configPath: string | undefined;
  readonly backend: Backend;
  readonly log: (line: string) => void;
};

/** The whole origin as one request handler; it never rejects. */
export function createRoutes(options: RouteOptions): (req: IncomingMessage, res: ServerResponse) => Promise<void> {
  const files = createStaticFiles(options.dist);
  const logos = brandsFolder === undefined ? undefined : createStaticFiles(brandsFolder);
  const configPath = options.configPath ?? join(options.dist, 'config.json');

  const answer = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    setCommonHeaders(res);
    const target = readTarget(req.url);
    if (!target) return answerText(res, 400, 'This is not an address.');
    if (isUnder('/__facility', target)) return answerControl(req, res, target, options);
    if (isUnder('/api', target) || isUnder('/gateway', target)) {
      setDataHeaders(res);
      return answerData(req, res, target, options);
    }
    if (target.path === '/config.json') return answerConfig(req, res, configPath);
    const logo = brandLogo(target.path);
    return logo && logos ? logos(req, res, logo) : files(req, res, target.path);
  };

  return async (req, res) => {
    // A socket's error is told to whoever uses it; without a listener it would end the process.
    req.on('error', () => undefined);
    res.on('error', () => undefined);
    try {
      await answer(req, res);
    } catch (error) {
      options.log(`a request failed inside this server: ${error instanceof Error ? error.message : 'unknown error'}`);
      if (res.headersSent) res.destroy();
      else answerText(res, 500, 'This server failed.');
    }
  };
}

async function answerControl(
  req: IncomingMessage,
  res: ServerResponse,
  target: Target,
  { backend, log }: RouteOptions,
): Promise<void> {
  if (backend.kind === 'real') return answerText(res, 404, 'There is nothing at this address.');
  const reason = whyNotControl(req);
  setDataHeaders(res);
  if (reason) return answerMessage(res, 403, reason);
  return answerByFetch((request) => backend.facility.control(request), req, res, target, log);
}

async function answerData(
  req: IncomingMessage,
  res: ServerResponse,
  target: Target,
  { backend, log }: RouteOptions,
): Promise<void> {
  if (backend.kind === 'simulated') {
    return answerByFetch((request) => backend.facility.fetch(request), req, res, target, log);
  }
  const apiRest = restAfter(/^\/api\/v\d+/, target.path);
  if (apiRest !== undefined) return backend.api.forward(req, res, apiRest + target.search);
  const gatewayRest = restAfter(/^\/gateway/, target.path);
  if (gatewayRest === undefined) return answerMessage(res, 404, 'There is nothing at this address.');
  if (!backend.gateway) return answerMessage(res, 501, 'Remote opening is not available here.');
  backend.gateway.forward(req, res, gatewayRest + target.search);
}

function isUnder(prefix: string, { path }: Target): boolean {
  return path === prefix || path.startsWith(`${prefix}/`);
}
