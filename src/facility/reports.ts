import type { Context } from 'hono';
import { doorMessages, requireDoor } from './doors.ts';
import { canonical, HttpError, type JsonObject, json, readObject } from './http.ts';
import { MAX_KEY_LENGTH } from './idempotency.ts';
import type { FacilityInstance } from './instance.ts';
import { createFieldChecks, readDateTime } from './validate.ts';
import type { DoorKind, Report } from './world.ts';

/** KISS guide, reporting: the events of a lock or an entry point. */
const EVENTS = [
  'open_successful',
  'open_failure',
  'open_blocked',
  'close_successful',
  'close_successful_confirmed',
  'close_failure',
  'close_blocked',
];
/** Added by the newest generation of the API. */
const UNCONFIRMED_EVENTS = ['open_unconfirmed', 'close_unconfirmed'];
const MAX_REASON_LENGTH = 1000;

/** `POST /locks/{id}/logs` and `POST /entry-points/{id}/logs`. Accepts reports for a door to which access is denied. */
export async function createReport(context: Context, instance: FacilityInstance, kind: DoorKind): Promise<Response> {
  const { tenant } = instance.tokens.read(context);
  const { world, reportKeys, clock, ids } = instance;
  const idempotencyKey = readKey(context, world.settings.requireIdempotencyKey);
  const body = await readObject(context);
  const id = context.req.param('id') ?? '';
  const request = canonical([kind, id, body]);

  // Before the lookup of the door: a retry gets its stored answer even when the lock was deleted since.
  const stored = idempotencyKey === null ? undefined : reportKeys.find(tenant.id, idempotencyKey, request);
  if (stored) return json(201, stored);

  const door = requireDoor(world, kind, id);
  if (door.tenant !== tenant) throw new HttpError(403, { message: doorMessages[kind].notYours });
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
  if (idempotencyKey !== null) reportKeys.store(tenant.id, idempotencyKey, request, answer);
  return json(201, answer);
}

/** @throws {HttpError} 422 for a key that is empty, too long, or missing where it is required */
function readKey(context: Context, isRequired: boolean): string | null {
  const key = context.req.header('idempotency-key');
  if (key === undefined) {
    if (isRequired) throw new HttpError(422, { message: 'Idempotency-Key header is required.' });
    return null;
  }
  if (key === '' || key.length > MAX_KEY_LENGTH) {
    throw new HttpError(422, { message: `Idempotency-Key header must have 1 to ${MAX_KEY_LENGTH} characters.` });
  }
  return key;
}

function readReport(body: JsonObject, kind: DoorKind, knowsUnconfirmed: boolean) {
  const checks = createFieldChecks(body);
  const key = checks.required('key');
  const known = [...EVENTS, ...(knowsUnconfirmed ? UNCONFIRMED_EVENTS : [])].map((event) => `${kind}.${event}`);
  if (key !== undefined && !known.includes(key)) checks.add('key', 'The selected key is invalid.');

  const reason = key === 'lock.close_failure' ? checks.required('reason') : checks.text('reason');
  // JSON Schema counts code points, so that an emoji is one character.
  if (reason && [...reason].length > MAX_REASON_LENGTH) {
    checks.add('reason', `The reason must not be greater than ${MAX_REASON_LENGTH} characters.`);
  }
  const happenedAt = checks.text('happened_at');
  if (typeof happenedAt === 'string' && readDateTime(happenedAt) === null) {
    checks.add('happened_at', 'The happened at is not a valid date.');
  }
  checks.finish();
  return { key: key ?? '', reason: reason ?? null, happenedAt: happenedAt ?? null };
}
