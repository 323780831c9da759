import * as z from 'zod/mini';

/*
 * Both published shapes, with the newest additions, in one schema: each field that only one of them has is optional.
 * A field the app can do without never breaks an answer, whatever is in it (`lax`); a field that says who may open
 * what does.
 */
const lax = <T extends z.ZodMiniType>(schema: T) => z.catch(z.optional(z.nullable(schema)), null);

const id = z.string().check(z.minLength(1));
const hours = z.object({ start: z.string(), end: z.string() });
const lock = z.object({ id, key: lax(z.string()) });

const zone = z.object({
  id: z.string(),
  name: lax(z.string()),
  display_name: lax(z.string()),
  access_start_time: lax(z.string()),
  access_end_time: lax(z.string()),
});

export const wireUnit = z
  .object({
    unit_id: id,
    unit_name: z.string(),
    location_id: lax(z.string()),
    grant_type: lax(z.string()),
    state: z.optional(z.nullable(z.string())),
    reason: z.optional(z.nullable(z.string())),
    access: z.optional(z.boolean()),
    access_state: z.optional(z.nullable(z.string())),
    access_reason: z.optional(z.nullable(z.string())),
    has_unit_lock: lax(z.boolean()),
    lock_id: lax(z.string()),
    locks: lax(z.array(lock)),
    bundles: lax(z.array(z.object({ display_name: lax(z.string()), lock: lax(lock) }))),
    balance_due: lax(z.number()),
    paid_through_date: lax(z.string()),
    access_hours: lax(hours),
    access_expires_at: lax(z.string()),
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
    zone_id: lax(z.string()),
    zones: lax(z.array(zone)),
    location_id: lax(z.string()),
    access: z.optional(z.boolean()),
    would_have_access: lax(z.boolean()),
    denied_reason: lax(z.string()),
    access_state: z.optional(z.nullable(z.string())),
    access_reason: z.optional(z.nullable(z.string())),
    key: lax(z.string()),
    access_hours: lax(hours),
    access_expires_at: lax(z.string()),
  })
  .check(
    z.refine((point) => (point.entry_point_id ?? point.id) !== undefined, {
      error: 'has no id',
      path: ['entry_point_id'],
    }),
  );

/** `zones` at the top level is the guests' section: shared zones with entry points of their own. */
const guestZone = z.object({ name: lax(z.string()), entry_points: lax(z.array(wireEntryPoint)) });

export const wireAccess = z.object({
  data: z.object({
    synced_at: lax(z.string()),
    timezone: lax(z.string()),
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
