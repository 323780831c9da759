import type { Facility, Tenant } from '#facility';
import type { DemoTime } from '../time.ts';
import { type Light, lightAt } from './light.ts';
import { nothing, type PlanModel, readPlan } from './plan-model.ts';

/** What the plan shows at one moment. The same object as before where nothing of it changed. */
export type PlanView = {
  readonly model: PlanModel;
  readonly light: Light;
  /** The name of the site whose clock and daylight these are. */
  readonly place: string;
};

/** Those tenants, and whoever has a door at a site where they have one: ten thousand doors elsewhere cost time. */
function areThere({ world }: Facility, tenantIds: readonly string[]): (tenant: Tenant) => boolean {
  const isTheirs = ({ id }: Tenant) => tenantIds.includes(id);
  const places = (tenant: Tenant) => [tenant, ...doorsOf(tenant)].map(({ site }) => site.id);
  const sites = new Set(world.tenants.filter(isTheirs).flatMap(places));
  return (tenant) => isTheirs(tenant) || doorsOf(tenant).some(({ site }) => sites.has(site.id));
}

const doorsOf = ({ units, entryPoints }: Tenant) => [...units, ...entryPoints];

const MINUTE_MS = 60_000;
/** Where there is no site, there is no other clock. */
const NOWHERE = { id: '', name: '', timezone: 'UTC' };

/**
 * The facility as a plan of it changes: after whatever moves in it, and with every minute of its clock, as permissions
 * end by the hour. Looked at once a frame at most.
 */
export function createPlanStore(facility: Facility, time: DemoTime, tenantIds: readonly string[]) {
  const watchers = new Set<() => void>();
  let frame: number | null = null;
  let cancelMinute = () => {};
  let view = look(null);

  function look(before: PlanView | null): PlanView {
    const model = readPlan(
      facility.state(areThere(facility, tenantIds)),
      facility.journal.openings,
      tenantIds,
      before?.model ?? nothing,
    );
    const here =
      model.sites.find(({ doors }) => model.standsAt !== null && doors.has(model.standsAt)) ?? model.sites[0];
    const { name, timezone } = here?.shape ?? NOWHERE;
    const light = lightAt(facility.clock.now(), timezone);
    const isSameLight = before && light.time === before.light.time && light.level === before.light.level;
    const kept = isSameLight ? before.light : light;
    if (before && model === before.model && kept === before.light && name === before.place) return before;
    return { model, light: kept, place: name };
  }

  function awaitMinute() {
    cancelMinute();
    cancelMinute = time.setTimer(
      () => {
        awaitMinute();
        lookSoon();
      },
      MINUTE_MS - (facility.clock.now() % MINUTE_MS),
    );
  }

  function lookSoon() {
    frame ??= requestAnimationFrame(() => {
      frame = null;
      const next = look(view);
      if (next === view) return;
      view = next;
      for (const watcher of [...watchers]) watcher();
    });
  }

  function changed() {
    // The facility's clock may have been moved, too.
    awaitMinute();
    lookSoon();
  }

  function begin() {
    const unsubscribe = [facility.subscribe(changed), time.subscribe(changed)];
    changed();
    return () => {
      for (const stop of unsubscribe) stop();
      cancelMinute();
      if (frame !== null) cancelAnimationFrame(frame);
      frame = null;
    };
  }

  let end = () => {};
  return {
    view: () => view,
    /** Calls back when there is another view. The answer unsubscribes. */
    subscribe(watcher: () => void): () => void {
      if (watchers.size === 0) end = begin();
      watchers.add(watcher);
      return () => {
        watchers.delete(watcher);
        if (watchers.size === 0) end();
      };
    },
  };
}
