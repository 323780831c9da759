import { type Context, Hono } from 'hono';
import { answerError } from '../api.ts';
import { requireDoor } from '../doors.ts';
import type { Faults } from '../faults.ts';
import { json, readObject } from '../http.ts';
import type { Premises } from '../premises.ts';
import { readDateTime } from '../validate.ts';
import type { DoorKind } from '../world.ts';
import { checks, readFacts, refuse } from './read.ts';
import { readFault } from './read-fault.ts';
import { describeState } from './state.ts';

const UNIT_FACTS = {
  occupied: checks.truth,
  balanceDue: checks.amount,
  paidThroughDate: checks.date,
  moveInDate: checks.date,
  pmsLockout: checks.truth,
  systemLockout: checks.truth,
  pmsAuction: checks.truth,
  pmsUnrentable: checks.truth,
  pmsLockExempt: checks.truth,
  systemExempt: checks.truth,
  blanket: checks.truth,
  accessHours: checks.hours,
  accessExpiresAt: checks.moment,
  forced: checks.forced,
};

const POINT_FACTS = {
  deniedReason: checks.reason,
  wouldHaveAccess: checks.truth,
  accessHours: checks.hours,
  accessExpiresAt: checks.moment,
};

const SETTINGS = {
  tokenLifetimeSeconds: checks.count,
  requireIdempotencyKey: checks.truth,
  knowsUnconfirmed: checks.truth,
  motorMs: checks.count,
  dispatchMs: checks.count,
  relaySeconds: checks.count,
};

export type ControlParts = {
  readonly premises: () => Premises;
  readonly faults: Faults;
  readonly reset: () => void;
};

/** The hand behind the world: `/__facility`. What is read and moved here, nobody could over the API. */
export function createControl({ premises, faults, reset }: ControlParts): Hono {
  const face = new Hono().basePath('/__facility');
  const done = () => json(200, { done: true });

  face.get('/messages', () => json(200, premises().world.messages));
  face.get('/journal', () => json(200, premises().journal));
  face.get('/reports', () => json(200, premises().world.reports));
  face.get('/state', () => json(200, describeState(premises())));
  face.get('/clock', () => json(200, { now: premises().clock.iso() }));
  face.post('/clock', async (context) => {
    moveClock(premises(), await readObject(context));
    return json(200, { now: premises().clock.iso() });
  });
  face.post('/tokens', async (context) => {
    const { action, phone = null } = await readObject(context);
    if (phone !== null && typeof phone !== 'string') refuse('"phone" must be a number such as "+13035550101".');
    if (action !== 'expire' && action !== 'revoke') refuse('"action" must be "expire" or "revoke".');
    return json(200, { tokens: premises().tokens[action](phone) });
  });
  face.patch('/settings', async (context) => {
    const { settings } = premises().world;
    Object.assign(settings, readFacts(await readObject(context), SETTINGS));
    return json(200, settings);
  });

  face.patch('/units/:id', async (context) => {
    const { unit } = findUnit(premises(), idOf(context));
    Object.assign(unit, readFacts(await readObject(context), UNIT_FACTS));
    return json(200, unit);
  });
  face.delete('/units/:id', (context) => {
    const { unit, tenant } = findUnit(premises(), idOf(context));
    tenant.units = tenant.units.filter((one) => one !== unit);
    return done();
  });
  face.delete('/locks/:id', (context) => {
    const door = requireDoor(premises().world, 'lock', idOf(context));
    if (door.kind === 'lock') door.unit.lock = null;
    return done();
  });
  face.patch('/entry-points/:id', async (context) => {
    const door = requireDoor(premises().world, 'entry_point', idOf(context));
    Object.assign(door.motor, readFacts(await readObject(context), POINT_FACTS));
    return json(200, door.motor);
  });
  face.delete('/entry-points/:id', (context) => {
    const { tenant, motor } = requireDoor(premises().world, 'entry_point', idOf(context));
    tenant.entryPoints = tenant.entryPoints.filter((point) => point !== motor);
    return done();
  });
  face.patch('/doors/:kind/:id', async (context) => {
    const door = requireDoor(premises().world, kindOf(context), idOf(context));
    Object.assign(door.motor, readFacts(await readObject(context), { motor: checks.motor }));
    return json(200, door.motor);
  });

  face.get('/faults', () => json(200, faults.list()));
  face.post('/faults', async (context) => {
    faults.add(readFault(await readObject(context)));
    return json(201, { faults: faults.list().length });
  });
  face.delete('/faults', () => {
    faults.clear();
    return done();
  });
  face.post('/reset', () => {
    reset();
    return done();
  });

  face.notFound(() => json(404, { message: 'The control API has nothing at this address.' }));
  face.onError(answerError);
  return face;
}

function moveClock({ clock }: Premises, body: { readonly [name: string]: unknown }): void {
  const { advance_seconds: seconds, set } = body;
  if (typeof seconds === 'number' && Number.isFinite(seconds) && seconds >= 0) {
    clock.advance(seconds * 1000);
    return;
  }
  const at = typeof set === 'string' ? readDateTime(set) : null;
  if (at === null) refuse('Say {"advance_seconds": 60}, not negative, or {"set": "2026-01-31T12:00:00Z"}.');
  clock.set(at);
}

function findUnit({ world }: Premises, id: string) {
  for (const tenant of world.tenants) {
    const unit = tenant.units.find((one) => one.id === id);
    if (unit) return { tenant, unit };
  }
  return refuse(`There is no unit "${id}".`);
}

function idOf(context: Context): string {
  return context.req.param('id') ?? '';
}

function kindOf(context: Context): DoorKind {
  const kind = context.req.param('kind');
  if (kind !== 'lock' && kind !== 'entry_point') refuse('A door is a "lock" or an "entry_point".');
  return kind;
}
