import { type Context, Hono } from 'hono';
import { access } from './access.ts';
import { openDoor } from './gateway.ts';
import { HttpError, json } from './http.ts';
import type { FacilityInstance } from './instance.ts';
import { createReport } from './reports.ts';
import { requestCode, verifyCode } from './sign-in.ts';
import { tenantAccess } from './tenant-access.ts';

const API_VERSION = '2.0.0';

/** Published but not simulated (501): endpoints for property management systems, sign-in of other generations. */
const NOT_IMPLEMENTED: readonly (readonly [method: string, path: string])[] = [
  ['POST', '/pms/events/move-in'],
  ['POST', '/pms/events/move-out'],
  ['PATCH', '/pms/units/:id'],
  ['POST', '/pms/units/sync'],
  ['POST', '/pms/webhooks'],
  ['POST', '/auth/otp'],
  ['POST', '/auth/tokens'],
  ['POST', '/auth/tenant-tokens'],
  ['GET', '/auth/me'],
  ['DELETE', '/auth/tokens/current'],
];

/** The API and the gateway. `instance` is called for each request, because a reset replaces the instance. */
export function createApi(instance: () => FacilityInstance): Hono {
  const api = new Hono();
  api.post('/auth/phone', (context) => requestCode(context, instance()));
  api.post('/auth/verify-otp', (context) => verifyCode(context, instance()));
  api.get('/tenant/access', (context) => tenantAccess(context, instance()));
  api.get('/access', (context) => access(context, instance()));
  api.post('/locks/:id/logs', (context) => createReport(context, instance(), 'lock'));
  api.post('/entry-points/:id/logs', (context) => createReport(context, instance(), 'entry_point'));
  api.get('/health', () => health(instance()));
  for (const [method, path] of NOT_IMPLEMENTED) {
    api.on(method, path, () => json(501, { message: 'This endpoint is not yet available.' }));
  }

  const gateway = new Hono();
  gateway.post('/locks/:id/open', (context) => openDoor(context, instance(), 'lock'));
  gateway.post('/entry-points/:id/open', (context) => openDoor(context, instance(), 'entry_point'));

  const root = new Hono();
  root.route('/api/v1', api);
  root.route('/api/v2', api);
  root.route('/gateway', gateway);
  root.notFound(() => json(404, { message: 'Not found.' }));
  root.onError(answerError);
  return root;
}

/** Turns an `HttpError` into its response. Any other error is a defect of the simulation and becomes a 500. */
export function answerError(error: Error, _context: Context): Response {
  if (error instanceof HttpError) return json(error.status, error.body, error.headers);
  return json(500, { message: 'Server Error' });
}

function health({ clock }: FacilityInstance): Response {
  return json(200, { message: 'Request successful.', data: { version: API_VERSION, timestamp: clock.iso() } });
}
