import type { Context } from 'hono';
import { doorMessages, requireDoor } from './doors.ts';
import { canonical, type JsonObject, json, Refusal, readObject } from './http.ts';
import { LONGEST_KEY } from './idempotency.ts';
import type { Premises } from './premises.ts';
import { createChecks, readDateTime } from './validate.ts';
import type { DoorKind, Report } from './world.ts';

/** KISS guide, reporting: what may have happened at a lock or an entry point. */
const HAPPENINGS = [
  'open_successful',
  'open_failure',
  'open_blocked',
  'close_successful',
  'close_successful_confirmed',
  'close_failure',
  'close_blocked',
];
/** The newest generation's additions. */
const UNCONFIRMED = ['open_unconfirmed', 'close_unconfirmed'];
const LONGEST_REASON = 1000;

/** `POST /locks/{id}/logs` and `POST /entry-points/{id}/logs`. A report of a denied door is welcome too. */
export async function createReport(context: Context, premises: Premises, kind: DoorKind): Promise<Response> {
  const { tenant } = premises.tokens.read(context);
  const { world, reportKeys, clock, ids } = premises;
  const idempotencyKey = readKey(context, world.settings.requireIdempotencyKey);
  const body = await readObject(context);
  const id = context.req.param('id') ?? '';
  const request = canonical([kind, id, body]);

  // Before the door is looked for: a retry gets its stored answer even when the lock has gone since.
  const stored = idempotencyKey === null ? undefined : reportKeys.recall(tenant.id, idempotencyKey, request);
  if (stored) return json(201, stored);

  const door = requireDoor(world, kind, id);
  if (door.tenant !== tenant) throw new Refusal(403, { message: doorMessages[kind].notYours });
  const { key, reason, happenedAt } = readReport(body, kind, world.settings.knowsUnconfirmed);

  const at = clock.iso();
  const report: Report = {
    id: `log_${ids.id()}`,
    tenantId: tenant.id,
    kind,
    doorId: id,
    key,
    happenedAt: happenedAt ?? at,
    reason,
    idempotencyKey,
    at,
  };
  world.reports.push(report);
  if (door.kind === 'lock' && key.startsWith('lock.close_successful')) door.unit.closedAt = report.happenedAt;

  const answer = {
    message: 'Log created successfully.',
    data: { id: report.id, key, happened_at: report.happenedAt, created_at: at },
  };
  if (idempotencyKey !== null) reportKeys.keep(tenant.id, idempotencyKey, request, answer);
  return json(201, answer);
}

/** @throws {Refusal} 422 for a key that is empty, too long, or missing where it is wanted */
function readKey(context: Context, isRequired: boolean): string | null {
  const key = context.req.header('idempotency-key');
  if (key === undefined) {
    if (isRequired) throw new Refusal(422, { message: 'Idempotency-Key header is required.' });
    return null;
  }
  if (key === '' || key.length > LONGEST_KEY) {
    throw new Refusal(422, { message: `Idempotency-Key header must have 1 to ${LONGEST_KEY} characters.` });
  }
  return key;
}

function readReport(body: JsonObject, kind: DoorKind, knowsUnconfirmed: boolean) {
  const checks = createChecks(body);
  const key = checks.required('key');
  const known = [...HAPPENINGS, ...(knowsUnconfirmed ? UNCONFIRMED : [])].map((happening) => `${kind}.${happening}`);
  if (key !== undefined && !known.includes(key)) checks.add('key', 'The selected key is invalid.');

  const reason = key === 'lock.close_failure' ? checks.required('reason') : checks.text('reason');
  // Characters, as a JSON schema counts them, so that an emoji is one.
  if (reason && [...reason].length > LONGEST_REASON) {
    checks.add('reason', `The reason must not be greater than ${LONGEST_REASON} characters.`);
  }
  const happenedAt = checks.text('happened_at');
  if (typeof happenedAt === 'string' && readDateTime(happenedAt) === null) {
    checks.add('happened_at', 'The happened at is not a valid date.');
  }
  checks.finish();
  return { key: key ?? '', reason: reason ?? null, happenedAt: happenedAt ?? null };
}
