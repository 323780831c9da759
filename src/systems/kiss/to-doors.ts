import {
  type AccessHours,
  type AccessList,
  type Door,
  type DoorForm,
  isTimeZone,
  type OpenTarget,
  parseTimeOfDay,
} from '#model';
import type { WireAccess, WireEntryPoint, WireHours, WireUnit, WireZone } from './access-schema.ts';
import { entryPointGrant, unitGrant } from './denial.ts';

/** The time zone of a location in the operator's configuration. */
export type TimeZoneOf = (locationId: string | null) => string | null;

/** Converts an access answer to doors. Missing facts become null or empty, never a guess. */
export function toAccessList({ data }: WireAccess, timeZoneOf: TimeZoneOf): AccessList {
  // Checked once, because checking a time zone takes as long as converting a hundred doors.
  const ownZone = data.timezone && isTimeZone(data.timezone) ? data.timezone : null;
  const zoneOf: TimeZoneOf = (locationId) => ownZone ?? timeZoneOf(locationId);
  const guests = (data.zones ?? []).flatMap((zone) => zone.entry_points ?? []);
  const doors = [
    ...data.units.flatMap((unit) => unitDoors(unit, zoneOf)),
    ...data.entry_points.map((point) => entryPointDoor(point, zoneOf)),
    ...guests.map((point) => entryPointDoor(point, zoneOf)),
  ];
  // A gate may be listed more than once. The tenant's own entry comes first, and is the one to keep.
  const byId = new Map<string, Door>();
  for (const door of doors) {
    const known = byId.get(door.id);
    if (!known) byId.set(door.id, door);
    // A unit and an entry point may have the same id, but the URLs of their pages must differ.
    else if (known.kind !== door.kind) byId.set(`${door.id}~${door.kind}`, { ...door, id: `${door.id}~${door.kind}` });
  }
  return { doors: [...byId.values()], syncedAt: moment(data.synced_at) };
}

/** One door per lock: a unit with two locks becomes two doors, named after the bundle of each lock. */
function unitDoors(unit: WireUnit, timeZoneOf: TimeZoneOf): Door[] {
  const locationId = unit.location_id ?? null;
  const hours = readHours(unit.access_hours, timeZoneOf(locationId));
  const door: Door = {
    id: unit.unit_id,
    kind: 'unit',
    form: 'unit',
    name: unit.unit_name,
    locationId,
    zones: [],
    grantType: unit.grant_type === 'tenant_primary' ? 'primary' : unit.grant_type === 'tenant_shared' ? 'shared' : null,
    grant: unitGrant(unit),
    openability: unit.has_unit_lock === false ? { kind: 'no-lock' } : { kind: 'lock-unknown' },
    hours: hours ? [hours] : [],
    expiresAt: expiry(unit),
  };
  const locks = locksOf(unit);
  const [only] = locks;
  if (!only) return [door];
  if (locks.length === 1) return [{ ...door, openability: { kind: 'openable', target: only.target } }];
  return locks.map(({ name, target }, index) => ({
    ...door,
    id: `${unit.unit_id}~${target.id}`,
    name: `${unit.unit_name} · ${name ?? index + 1}`,
    openability: { kind: 'openable', target },
  }));
}

/** Collects the locks from `bundles[].lock`, `locks[]` and `lock_id`, each once. */
function locksOf(unit: WireUnit): { name: string | null; target: OpenTarget }[] {
  const found = new Map<string, { name: string | null; target: OpenTarget }>();
  const add = (id: string, name: string | null, lock: WireLock) => {
    if (!found.has(id)) found.set(id, { name, target: toTarget('lock', id, lock) });
  };
  for (const bundle of unit.bundles ?? []) {
    if (bundle.lock) add(bundle.lock.id, bundle.display_name ?? null, bundle.lock);
  }
  for (const lock of unit.locks ?? []) add(lock.id, null, lock);
  if (unit.lock_id) add(unit.lock_id, null, {});
  return [...found.values()];
}

type WireLock = Pick<WireEntryPoint, 'key' | 'serial_number'> & { readonly name?: string | null | undefined };

function toTarget(kind: OpenTarget['kind'], id: string, { key, name, serial_number }: WireLock): OpenTarget {
  return { kind, id, key: key ?? null, name, serialNumber: serial_number };
}

/** `default` means that the access does not expire. With any other mode, or none, the time counts (KISS guide). */
function expiry(wire: Pick<WireUnit, 'access_expires_at' | 'offline_access_mode'>): number | null {
  return wire.offline_access_mode === 'default' ? null : moment(wire.access_expires_at);
}

/** Types of entry points (KISS guide, the newer shape). A map, because a wire value may be `constructor`. */
const FORMS: ReadonlyMap<string | null | undefined, DoorForm> = new Map([
  ['gate', 'gate'],
  ['exterior_door', 'outer-door'],
  ['interior_door', 'inner-door'],
  ['rollup_door', 'rollup-door'],
]);

function entryPointDoor(point: WireEntryPoint, timeZoneOf: TimeZoneOf): Door {
  // The schema requires one of the two.
  const id = point.entry_point_id ?? point.id ?? '';
  const locationId = point.location_id ?? null;
  const timeZone = timeZoneOf(locationId);
  const own = readHours(point.access_hours, timeZone);
  const zones = point.zones ?? [];
  const byZone = zones.map((zone) => readHours(zoneHours(zone), timeZone));
  return {
    id,
    kind: 'entry-point',
    form: FORMS.get(point.type) ?? 'other',
    name: point.name,
    locationId,
    zones: point.zone_id
      ? [{ id: point.zone_id, name: null }]
      : zones.map((zone) => ({ id: zone.id, name: zone.display_name ?? zone.name ?? null })),
    grantType: null,
    grant: entryPointGrant(point),
    openability: { kind: 'openable', target: toTarget('entry-point', id, point) },
    // A zone without hours is open all day, and one open zone is enough.
    hours: own ? [own] : byZone.includes(null) ? [] : byZone.filter((hours) => hours !== null),
    expiresAt: expiry(point),
  };
}

function zoneHours(zone: WireZone): WireHours | null {
  const { access_start_time: start, access_end_time: end } = zone;
  return start && end ? { start, end } : null;
}

function readHours(wire: WireHours | null | undefined, timeZone: string | null): AccessHours | null {
  if (!wire) return null;
  const start = parseTimeOfDay(wire.start);
  const end = parseTimeOfDay(wire.end);
  return start === null || end === null ? null : { start, end, timeZone };
}

/** An RFC 3339 date-time as epoch ms; null for anything else. */
function moment(text: string | null | undefined): number | null {
  if (!text) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}
