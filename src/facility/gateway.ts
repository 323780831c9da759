import type { Context } from 'hono';
import type { CommandAnswer } from './command-answer.ts';
import { type Door, doorMessages, mayOpen, requireDoor } from './doors.ts';
import { canonical, json, Refusal, readObject } from './http.ts';
import { LONGEST_KEY } from './idempotency.ts';
import type { MovementEnd } from './motor.ts';
import type { Premises } from './premises.ts';
import { createChecks, readDateTime } from './validate.ts';
import type { DoorKind, Tenant } from './world.ts';

const EXPIRED: CommandAnswer = { status: 410, body: { outcome: 'expired' } };
const ALREADY_OPEN: CommandAnswer = { status: 409, body: { outcome: 'already_open' } };

/** A `not_after` further ahead is no press of now: ten seconds, and what two clocks may differ by. Ms. */
const FURTHEST_AHEAD_MS = 15_000;

/** `POST /gateway/locks/{id}/open` and `POST /gateway/entry-points/{id}/open`, as docs/gateway.md describes them. */
export async function openDoor(context: Context, premises: Premises, kind: DoorKind): Promise<Response> {
  const { tenant } = premises.tokens.read(context);
  const key = readKey(context);
  const body = await readObject(context);
  const checks = createChecks(body);
  const text = checks.required('not_after');
  const notAfter = text === undefined ? null : readDateTime(text);
  if (text !== undefined && notAfter === null) checks.add('not_after', 'The not after is not a valid date-time.');
  if (notAfter !== null && notAfter > premises.clock.now() + FURTHEST_AHEAD_MS) {
    checks.add('not_after', 'The not after is more than 15 seconds ahead.');
  }
  checks.finish();
  const id = context.req.param('id') ?? '';
  const request = canonical([kind, id, body]);

  // From here to `keep` nothing is awaited, so two requests with one key can never both start a motor.
  let answer = premises.commandKeys.recall(tenant.id, key, request);
  if (!answer) {
    const door = requireDoor(premises.world, kind, id);
    answer = carryOut(premises, door, tenant, notAfter ?? 0);
    premises.commandKeys.keep(tenant.id, key, request, answer, notAfter ?? 0);
  }
  // The motor finishes what it began whether or not anybody still waits here.
  const { status, body: reply } = await answer;
  return json(status, reply);
}

/** @throws {Refusal} 400 without a usable key: a command that cannot be told from another must not move a door */
function readKey(context: Context): string {
  const key = context.req.header('idempotency-key');
  if (!key) throw new Refusal(400, { message: 'Idempotency-Key header is required.' });
  if (key.length > LONGEST_KEY) {
    throw new Refusal(400, { message: `Idempotency-Key header must have 1 to ${LONGEST_KEY} characters.` });
  }
  return key;
}

/** Decides one new command. `notAfter` is epoch ms on the facility's clock. */
function carryOut(premises: Premises, door: Door, tenant: Tenant, notAfter: number): Promise<CommandAnswer> {
  const { clock, motors, world } = premises;
  const isLate = () => clock.now() > notAfter;
  if (isLate()) return Promise.resolve(EXPIRED);
  if (!mayOpen(door, tenant, clock.now())) {
    return Promise.resolve({ status: 403, body: { outcome: 'denied', message: doorMessages[door.kind].notYours } });
  }
  return new Promise((resolve) => {
    const begin = () => {
      if (isLate()) return resolve(EXPIRED);
      const met = motors.movement(door);
      if (met) return resolve(met.then((end) => (end.kind === 'opened' ? ALREADY_OPEN : answerFor(end, premises))));
      if (motors.isOpen(door)) return resolve(ALREADY_OPEN);
      return resolve(motors.start(door).then((end) => answerFor(end, premises)));
    };
    // Without a wait the motor starts in this very call.
    if (world.settings.dispatchMs > 0) clock.after(world.settings.dispatchMs, begin);
    else begin();
  });
}

function answerFor(end: MovementEnd, { world }: Premises): CommandAnswer {
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
