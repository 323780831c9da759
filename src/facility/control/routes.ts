import { type Context, Hono } from 'hono';
import { answerError } from '../api.ts';
import { requireDoor } from '../doors.ts';
import type { Faults } from '../faults.ts';
import { json, readObject } from '../http.ts';
import type { FacilityInstance } from '../instance.ts';
import { readDateTime } from '../validate.ts';
import type { DoorKind } from '../world.ts';
import { badRequest, checks, readFacts } from './read.ts';
import { readFault } from './read-fault.ts';
import { describeState } from './state.ts';

const UNIT_FACTS = {
  occupied: checks.boolean,
  balanceDue: checks.amount,
  paidThroughDate: checks.date,
  moveInDate: checks.date,
  pmsLockout: checks.boolean,
  systemLockout: checks.boolean,
  pmsAuction: checks.boolean,
  pmsUnrentable: checks.boolean,
  pmsLockExempt: checks.boolean,
  systemExempt: checks.boolean,
  blanket: checks.boolean,
  accessHours: checks.hours,
  accessExpiresAt: checks.dateTime,
  forced: checks.forced,
};

const POINT_FACTS = {
  deniedReason: checks.reason,
  wouldHaveAccess: checks.boolean,
  accessHours: checks.hours,
  accessExpiresAt: checks.dateTime,
};

const SETTINGS = {
  tokenLifetimeSeconds: checks.count,
  requireIdempotencyKey: checks.boolean,
  knowsUnconfirmed: checks.boolean,
  motorMs: checks.count,
  dispatchMs: checks.count,
  relaySeconds: checks.count,
};

export type ControlOptions = {
  readonly instance: () => FacilityInstance;
  readonly faults: Faults;
  readonly reset: () => void;
};

/** The control API under `/__facility`: reads and changes the state of the simulation. */
export function createControl({ instance, faults, reset }: ControlOptions): Hono {
  const routes = new Hono().basePath('/__facility');
  const done = () => json(200, { done: true });

  routes.get('/messages', () => json(200, instance().world.messages));
  routes.get('/journal', () => json(200, instance().journal));
  routes.get('/reports', () => json(200, instance().world.reports));
  routes.get('/state', () => json(200, describeState(instance())));
  routes.get('/clock', () => json(200, { now: instance().clock.iso() }));
  routes.post('/clock', async (context) => {
    moveClock(instance(), await readObject(context));
    return json(200, { now: instance().clock.iso() });
  });
  routes.post('/tokens', async (context) => {
    const { action, phone = null } = await readObject(context);
    if (phone !== null && typeof phone !== 'string') badRequest('"phone" must be a number such as "+13035550101".');
    if (action !== 'expire' && action !== 'revoke') badRequest('"action" must be "expire" or "revoke".');
    return json(200, { tokens: instance().tokens[action](phone) });
  });
  routes.patch('/settings', async (context) => {
    const { settings } = instance().world;
    Object.assign(settings, readFacts(await readObject(context), SETTINGS));
    return json(200, settings);
  });

  routes.patch('/units/:id', async (context) => {
    const { unit } = findUnit(instance(), idOf(context));
    Object.assign(unit, readFacts(await readObject(context), UNIT_FACTS));
    return json(200, unit);
  });
  routes.delete('/units/:id', (context) => {
    const { unit, tenant } = findUnit(instance(), idOf(context));
    tenant.units = tenant.units.filter((one) => one !== unit);
    return done();
  });
  routes.delete('/locks/:id', (context) => {
    const door = requireDoor(instance().world, 'lock', idOf(context));
    if (door.kind === 'lock') door.unit.lock = null;
    return done();
  });
  routes.patch('/entry-points/:id', async (context) => {
    const door = requireDoor(instance().world, 'entry_point', idOf(context));
    Object.assign(door.motor, readFacts(await readObject(context), POINT_FACTS));
    return json(200, door.motor);
  });
  routes.delete('/entry-points/:id', (context) => {
    const { tenant, motor } = requireDoor(instance().world, 'entry_point', idOf(context));
    tenant.entryPoints = tenant.entryPoints.filter((point) => point !== motor);
    return done();
  });
  routes.patch('/doors/:kind/:id', async (context) => {
    const door = requireDoor(instance().world, kindOf(context), idOf(context));
    Object.assign(door.motor, readFacts(await readObject(context), { motor: checks.motor }));
    return json(200, door.motor);
  });

  routes.get('/faults', () => json(200, faults.list()));
  routes.post('/faults', async (context) => {
    faults.add(readFault(await readObject(context)));
    return json(201, { faults: faults.list().length });
  });
  routes.delete('/faults', () => {
    faults.clear();
    return done();
  });
  routes.post('/reset', () => {
    reset();
    return done();
  });

  routes.notFound(() => json(404, { message: 'The control API has nothing at this address.' }));
  routes.onError(answerError);
  return routes;
}

function moveClock({ clock }: FacilityInstance, body: { readonly [name: string]: unknown }): void {
  const { advance_seconds: seconds, set } = body;
  if (typeof seconds === 'number' && Number.isFinite(seconds) && seconds >= 0) {
    clock.advance(seconds * 1000);
    return;
  }
  const at = typeof set === 'string' ? readDateTime(set) : null;
  if (at === null) badRequest('Send {"advance_seconds": 60}, not negative, or {"set": "2026-01-31T12:00:00Z"}.');
  clock.set(at);
}

function findUnit({ world }: FacilityInstance, id: string) {
  for (const tenant of world.tenants) {
    const unit = tenant.units.find((one) => one.id === id);
    if (unit) return { tenant, unit };
  }
  return badRequest(`There is no unit "${id}".`);
}

function idOf(context: Context): string {
  return context.req.param('id') ?? '';
}

function kindOf(context: Context): DoorKind {
  const kind = context.req.param('kind');
  if (kind !== 'lock' && kind !== 'entry_point') badRequest('A door is a "lock" or an "entry_point".');
  return kind;
}
