import { type Context, Hono } from 'hono';
import { access } from './access.ts';
import { openDoor } from './gateway.ts';
import { json, Refusal } from './http.ts';
import type { Premises } from './premises.ts';
import { createReport } from './reports.ts';
import { requestCode, verifyCode } from './sign-in.ts';
import { tenantAccess } from './tenant-access.ts';

const API_VERSION = '2.0.0';

/**
 * Announced, and absent here: what a property management system pushes, and the sign-in of the other generations
 * (`settings.generation` is where those will be chosen).
 */
const ABSENT: readonly (readonly [method: string, path: string])[] = [
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

/** The API under `/api/v1` and `/api/v2`, and the gateway. `premises` is asked anew for every request. */
export function createApi(premises: () => Premises): Hono {
  const api = new Hono();
  api.post('/auth/phone', (context) => requestCode(context, premises()));
  api.post('/auth/verify-otp', (context) => verifyCode(context, premises()));
  api.get('/tenant/access', (context) => tenantAccess(context, premises()));
  api.get('/access', (context) => access(context, premises()));
  api.post('/locks/:id/logs', (context) => createReport(context, premises(), 'lock'));
  api.post('/entry-points/:id/logs', (context) => createReport(context, premises(), 'entry_point'));
  api.get('/health', () => health(premises()));
  for (const [method, path] of ABSENT) {
    api.on(method, path, () => json(501, { message: 'This endpoint is not yet available.' }));
  }

  const gateway = new Hono();
  gateway.post('/locks/:id/open', (context) => openDoor(context, premises(), 'lock'));
  gateway.post('/entry-points/:id/open', (context) => openDoor(context, premises(), 'entry_point'));

  const root = new Hono();
  root.route('/api/v1', api);
  root.route('/api/v2', api);
  root.route('/gateway', gateway);
  root.notFound(() => json(404, { message: 'Not found.' }));
  root.onError(answerError);
  return root;
}

/** A refusal is an answer; anything else is a defect of this simulation and is answered as the contract's 500. */
export function answerError(error: Error, _context: Context): Response {
  if (error instanceof Refusal) return json(error.status, error.body, error.headers);
  return json(500, { message: 'Server Error' });
}

function health({ clock }: Premises): Response {
  return json(200, { message: 'Request successful.', data: { version: API_VERSION, timestamp: clock.iso() } });
}
