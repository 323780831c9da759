import type { Context } from 'hono';
import { type AccessDecisions, decideAccess } from './access-rules.ts';
import { json } from './http.ts';
import type { FacilityInstance } from './instance.ts';
import { fingerprint } from './random.ts';
import type { EntryPoint, Tenant, Unit } from './world.ts';

const CACHE_CONTROL = 'private, max-age=28800';

type KeyOf = (doorId: string) => string;

/**
 * `GET /access`, the newer shape of the access list. A client may cache the response for hours, so nothing in it depends
 * on the time of day: the client evaluates hours and expiry itself. The ETag ignores the keys, because they depend on the
 * token.
 */
export function access(context: Context, instance: FacilityInstance): Response {
  const { tenant, token } = instance.tokens.read(context);
  const decisions = decideAccess(tenant, instance.clock.now());
  const content = fingerprint(JSON.stringify(wireDoors(tenant, decisions, '', () => '')));
  const evaluatedAt = noteEvaluation(instance, tenant.id, content);
  const etag = `"${fingerprint(`${tenant.id} ${content} ${evaluatedAt}`)}"`;
  const headers = { etag, 'cache-control': CACHE_CONTROL };
  if (isKnown(context.req.header('if-none-match'), etag)) return new Response(null, { status: 304, headers });

  const doors = wireDoors(tenant, decisions, evaluatedAt, (doorId) => sealedKey(doorId, token));
  const data = { timezone: tenant.site.timezone, ...doors, zones: [] };
  return json(200, { message: 'Request successful.', meta: [], data }, headers);
}

/** Records when the access of this tenant last changed, and returns that time. */
function noteEvaluation({ evaluations, clock }: FacilityInstance, tenantId: string, content: string): string {
  const known = evaluations.get(tenantId);
  if (known?.content === content) return known.at;
  const at = clock.iso();
  evaluations.set(tenantId, { content, at });
  return at;
}

/** Weak comparison (RFC 9110, If-None-Match). */
function isKnown(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}

/** A key envelope that only the token of this request can unwrap. */
function sealedKey(doorId: string, token: string): string {
  return `kenv1.${fingerprint(`${doorId} ${token}`)}${fingerprint(`${token} ${doorId}`)}`;
}

function wireDoors(tenant: Tenant, decisions: AccessDecisions, evaluatedAt: string, keyOf: KeyOf) {
  return {
    units: tenant.units.map((unit) => wireUnit(unit, decisions, evaluatedAt, keyOf)),
    entry_points: tenant.entryPoints.map((point) => wireEntryPoint(point, decisions, keyOf)),
  };
}

function wireUnit(unit: Unit, decisions: AccessDecisions, evaluatedAt: string, keyOf: KeyOf) {
  const { state, reason, permitted } = decisions.unit(unit);
  return {
    unit_id: unit.id,
    unit_name: unit.name,
    access_state: state,
    access_reason: permitted && reason === 'active' ? null : reason,
    evaluated_at: evaluatedAt,
    access_hours: unit.accessHours,
    access_expires_at: unit.accessExpiresAt,
    ...(permitted ? { bundles: bundles(unit, keyOf) } : {}),
  };
}

function bundles(unit: Unit, keyOf: KeyOf) {
  const { lock } = unit;
  if (!lock) return [];
  return [
    {
      id: `bundle_${lock.id}`,
      display_name: unit.name,
      closed_at: unit.closedAt,
      lock: { id: lock.id, name: lock.name, serial_number: lock.serialNumber, key: keyOf(lock.id) },
    },
  ];
}

/** In this shape a null `access_state` means permitted; any other value means blocked, without a key. */
function wireEntryPoint(point: EntryPoint, decisions: AccessDecisions, keyOf: KeyOf) {
  const { blocked } = decisions.entryPoint(point);
  const { id, name, displayName, hours } = point.zone;
  return {
    id: point.id,
    name: point.name,
    serial_number: point.serialNumber,
    type: point.type,
    access_state: blocked === null ? null : 'tenant_denied',
    access_reason: blocked,
    key: blocked === null ? keyOf(point.id) : null,
    is_remotely_openable: true,
    access_hours: point.accessHours,
    access_expires_at: point.accessExpiresAt,
    zones: [
      {
        id,
        name,
        display_name: displayName,
        access_start_time: hours?.start ?? null,
        access_end_time: hours?.end ?? null,
      },
    ],
  };
}
