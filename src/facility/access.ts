import type { Context } from 'hono';
import { judge, type Verdicts } from './entry-point-rules.ts';
import { json } from './http.ts';
import type { Premises } from './premises.ts';
import { fingerprint } from './random.ts';
import type { EntryPoint, Tenant, Unit } from './world.ts';

const CACHE_CONTROL = 'private, max-age=28800';

type KeyOf = (doorId: string) => string;

/**
 * `GET /access`, the newer shape with the newest additions. An answer may be kept for hours, so nothing in it depends
 * on the time of day: it carries the hours and the expiry, and the app honours them. The tag leaves the keys out, which
 * are bound to the token.
 */
export function access(context: Context, premises: Premises): Response {
  const { tenant, token } = premises.tokens.read(context);
  const verdicts = judge(tenant, premises.clock.now());
  const content = fingerprint(JSON.stringify(wireDoors(tenant, verdicts, '', () => '')));
  const evaluatedAt = noteEvaluation(premises, tenant.id, content);
  const etag = `"${fingerprint(`${tenant.id} ${content} ${evaluatedAt}`)}"`;
  const headers = { etag, 'cache-control': CACHE_CONTROL };
  if (isKnown(context.req.header('if-none-match'), etag)) return new Response(null, { status: 304, headers });

  const doors = wireDoors(tenant, verdicts, evaluatedAt, (doorId) => sealedKey(doorId, token));
  const data = { timezone: tenant.site.timezone, ...doors, zones: [] };
  return json(200, { message: 'Request successful.', meta: [], data }, headers);
}

/** When what this tenant sees last became what it is now. */
function noteEvaluation({ evaluations, clock }: Premises, tenantId: string, content: string): string {
  const known = evaluations.get(tenantId);
  if (known?.content === content) return known.at;
  const at = clock.iso();
  evaluations.set(tenantId, { content, at });
  return at;
}

/** Weak comparison, as RFC 9110 says for If-None-Match. */
function isKnown(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}

/** An envelope that only the token it was fetched with unwraps. */
function sealedKey(doorId: string, token: string): string {
  return `kenv1.${fingerprint(`${doorId} ${token}`)}${fingerprint(`${token} ${doorId}`)}`;
}

function wireDoors(tenant: Tenant, verdicts: Verdicts, evaluatedAt: string, keyOf: KeyOf) {
  return {
    units: tenant.units.map((unit) => wireUnit(unit, verdicts, evaluatedAt, keyOf)),
    entry_points: tenant.entryPoints.map((point) => wireEntryPoint(point, verdicts, keyOf)),
  };
}

function wireUnit(unit: Unit, verdicts: Verdicts, evaluatedAt: string, keyOf: KeyOf) {
  const { state, reason, permitted } = verdicts.unit(unit);
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

/** Turned round: a null state is open to this person, any value is blocked, and then there is no key. */
function wireEntryPoint(point: EntryPoint, verdicts: Verdicts, keyOf: KeyOf) {
  const { blocked } = verdicts.entryPoint(point);
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
