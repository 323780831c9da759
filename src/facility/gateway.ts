import type { Context } from 'hono';
import type { CommandResult } from './command-result.ts';
import { type Door, doorMessages, mayOpen, requireDoor } from './doors.ts';
import { canonical, HttpError, json, readObject } from './http.ts';
import { MAX_KEY_LENGTH } from './idempotency.ts';
import type { FacilityInstance } from './instance.ts';
import type { MovementEnd } from './motor.ts';
import { createFieldChecks, readDateTime } from './validate.ts';
import type { DoorKind, Tenant } from './world.ts';

const EXPIRED: CommandResult = { status: 410, body: { outcome: 'expired' } };
const ALREADY_OPEN: CommandResult = { status: 409, body: { outcome: 'already_open' } };

/** Limit for `not_after`: ten seconds plus a tolerance for clock differences. Ms. */
const MAX_AHEAD_MS = 15_000;

/** `POST /gateway/locks/{id}/open` and `POST /gateway/entry-points/{id}/open`, as docs/gateway.md describes them. */
export async function openDoor(context: Context, instance: FacilityInstance, kind: DoorKind): Promise<Response> {
  const { tenant } = instance.tokens.read(context);
  const key = readKey(context);
  const body = await readObject(context);
  const checks = createFieldChecks(body);
  const text = checks.required('not_after');
  const notAfter = text === undefined ? null : readDateTime(text);
  if (text !== undefined && notAfter === null) checks.add('not_after', 'The not after is not a valid date-time.');
  if (notAfter !== null && notAfter > instance.clock.now() + MAX_AHEAD_MS) {
    checks.add('not_after', 'The not after is more than 15 seconds ahead.');
  }
  checks.finish();
  const id = context.req.param('id') ?? '';
  const request = canonical([kind, id, body]);

  // Nothing is awaited from here to `store`, so two requests with the same key cannot both start the motor.
  let command = instance.commandKeys.find(tenant.id, key, request);
  if (!command) {
    const door = requireDoor(instance.world, kind, id);
    command = executeCommand(instance, door, tenant, notAfter ?? 0);
    instance.commandKeys.store(tenant.id, key, request, command, notAfter ?? 0);
  }
  const result = await command;
  return json(result.status, result.body);
}

/** @throws {HttpError} 400 without a valid key: without one, a repeated command could open the door twice */
function readKey(context: Context): string {
  const key = context.req.header('idempotency-key');
  if (!key) throw new HttpError(400, { message: 'Idempotency-Key header is required.' });
  if (key.length > MAX_KEY_LENGTH) {
    throw new HttpError(400, { message: `Idempotency-Key header must have 1 to ${MAX_KEY_LENGTH} characters.` });
  }
  return key;
}

/** Executes a new command. `notAfter` is epoch ms on the facility's clock. */
function executeCommand(
  instance: FacilityInstance,
  door: Door,
  tenant: Tenant,
  notAfter: number,
): Promise<CommandResult> {
  const { clock, motors, world } = instance;
  const isLate = () => clock.now() > notAfter;
  if (isLate()) return Promise.resolve(EXPIRED);
  if (!mayOpen(door, tenant, clock.now())) {
    return Promise.resolve({ status: 403, body: { outcome: 'denied', message: doorMessages[door.kind].notYours } });
  }
  return new Promise((resolve) => {
    const start = () => {
      if (isLate()) return resolve(EXPIRED);
      const running = motors.movement(door);
      if (running)
        return resolve(running.then((end) => (end.kind === 'opened' ? ALREADY_OPEN : resultOf(end, instance))));
      if (motors.isOpen(door)) return resolve(ALREADY_OPEN);
      return resolve(motors.start(door).then((end) => resultOf(end, instance)));
    };
    // Without a delay the motor starts synchronously.
    if (world.settings.dispatchMs > 0) clock.after(world.settings.dispatchMs, start);
    else start();
  });
}

function resultOf(end: MovementEnd, { world }: FacilityInstance): CommandResult {
  switch (end.kind) {
    case 'opened':
      return {
        status: 200,
        body: { outcome: 'opened', opened_at: end.at, relay_seconds: world.settings.relaySeconds },
      };
    case 'jammed':
      return { status: 423, body: { outcome: 'jammed' } };
    case 'not_answered':
      return { status: 504, body: { outcome: 'not_answered' } };
  }
}
