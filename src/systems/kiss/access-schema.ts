import * as z from 'zod/mini';

/*
 * One schema for both published shapes and the newest additions: a field that only one of them has is optional. Fields
 * that the app can do without are `lax`: an invalid value becomes null. An invalid field that decides who may open a door
 * makes the whole answer malformed.
 */

/** Accepts an absent field, and reads a present one in one step, because a list may have ten thousand doors. */
const laxField = <T>(read: (value: unknown) => T | null) =>
  z.optional(z.transform((value: unknown) => (value === null ? null : read(value))));

const lax = <T extends z.ZodMiniType>(schema: T) =>
  laxField((value): z.infer<T> | null => {
    const parsed = schema.safeParse(value);
    return parsed.success ? parsed.data : null;
  });

const laxText = laxField((value) => (typeof value === 'string' ? value : null));
const laxFlag = laxField((value) => (typeof value === 'boolean' ? value : null));
const laxNumber = laxField((value) => (typeof value === 'number' && Number.isFinite(value) ? value : null));

const id = z.string().check(z.minLength(1));
const hours = z.object({ start: z.string(), end: z.string() });
/** A serial number must be text: as a JSON number it has lost its last digits. */
const lock = z.object({ id, key: laxText, name: laxText, serial_number: laxText });

const zone = z.object({
  id: z.string(),
  name: laxText,
  display_name: laxText,
  access_start_time: laxText,
  access_end_time: laxText,
});

export const wireUnit = z
  .object({
    unit_id: id,
    unit_name: z.string(),
    location_id: laxText,
    grant_type: laxText,
    state: z.optional(z.nullable(z.string())),
    reason: z.optional(z.nullable(z.string())),
    access: z.optional(z.boolean()),
    access_state: z.optional(z.nullable(z.string())),
    access_reason: z.optional(z.nullable(z.string())),
    has_unit_lock: laxFlag,
    lock_id: laxText,
    locks: lax(z.array(lock)),
    bundles: lax(z.array(z.object({ display_name: laxText, lock: lax(lock) }))),
    balance_due: laxNumber,
    paid_through_date: laxText,
    access_hours: lax(hours),
    access_expires_at: laxText,
    offline_access_mode: laxText,
  })
  .check(
    z.refine((unit) => typeof unit.access === 'boolean' || typeof (unit.access_state ?? unit.state) === 'string', {
      error: 'says neither `access` nor a state',
      path: ['access'],
    }),
  );

export const wireEntryPoint = z
  .object({
    entry_point_id: z.optional(id),
    id: z.optional(id),
    name: z.string(),
    serial_number: laxText,
    type: laxText,
    zone_id: laxText,
    zones: lax(z.array(zone)),
    location_id: laxText,
    access: z.optional(z.boolean()),
    would_have_access: laxFlag,
    denied_reason: laxText,
    access_state: z.optional(z.nullable(z.string())),
    access_reason: z.optional(z.nullable(z.string())),
    key: laxText,
    access_hours: lax(hours),
    access_expires_at: laxText,
    offline_access_mode: laxText,
  })
  .check(
    z.refine((point) => (point.entry_point_id ?? point.id) !== undefined, {
      error: 'has no id',
      path: ['entry_point_id'],
    }),
  );

/** A top-level zone lists the entry points that are shared with guests. */
const guestZone = z.object({ name: laxText, entry_points: lax(z.array(wireEntryPoint)) });

export const wireAccess = z.object({
  data: z.object({
    synced_at: laxText,
    timezone: laxText,
    units: z.array(wireUnit),
    entry_points: z.array(wireEntryPoint),
    zones: lax(z.array(guestZone)),
  }),
});

export type WireAccess = z.infer<typeof wireAccess>;
export type WireUnit = z.infer<typeof wireUnit>;
export type WireEntryPoint = z.infer<typeof wireEntryPoint>;
export type WireHours = z.infer<typeof hours>;
export type WireZone = z.infer<typeof zone>;
