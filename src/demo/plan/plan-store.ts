import type { Facility, Tenant } from '#facility';
import type { DemoTime } from '../time.ts';
import { type Light, lightAt } from './light.ts';
import { EMPTY_PLAN, type PlanModel, readPlan } from './plan-model.ts';

/** What the plan shows. The same object until there is a change. */
export type PlanView = {
  readonly model: PlanModel;
  readonly light: Light;
  /** Name of the site whose time and daylight are shown. */
  readonly place: string;
};

/** Selects these tenants and others with a door at the same sites; reading all ten thousand doors would be slow. */
function atSameSites({ world }: Facility, tenantIds: readonly string[]): (tenant: Tenant) => boolean {
  const isSelected = ({ id }: Tenant) => tenantIds.includes(id);
  const places = (tenant: Tenant) => [tenant, ...doorsOf(tenant)].map(({ site }) => site.id);
  const sites = new Set(world.tenants.filter(isSelected).flatMap(places));
  return (tenant) => isSelected(tenant) || doorsOf(tenant).some(({ site }) => sites.has(site.id));
}

const doorsOf = ({ units, entryPoints }: Tenant) => [...units, ...entryPoints];

const MINUTE_MS = 60_000;
/** For a plan without sites. */
const NO_SITE = { id: '', name: '', timezone: 'UTC' };

/**
 * The store of what the plan shows. It updates after each change of the facility, and every minute, because access
 * hours start and end; at most once per frame.
 */
export function createPlanStore(facility: Facility, time: DemoTime, tenantIds: readonly string[]) {
  const listeners = new Set<() => void>();
  let frame: number | null = null;
  let cancelMinute = () => {};
  let view = read(null);

  function read(before: PlanView | null): PlanView {
    const model = readPlan(
      facility.state(atSameSites(facility, tenantIds)),
      facility.journal.openings,
      tenantIds,
      before?.model ?? EMPTY_PLAN,
    );
    const here =
      model.sites.find(({ doors }) => model.standsAt !== null && doors.has(model.standsAt)) ?? model.sites[0];
    const { name, timezone } = here?.shape ?? NO_SITE;
    const light = lightAt(facility.clock.now(), timezone);
    const isSameLight = before && light.time === before.light.time && light.level === before.light.level;
    const shownLight = isSameLight ? before.light : light;
    if (before && model === before.model && shownLight === before.light && name === before.place) return before;
    return { model, light: shownLight, place: name };
  }

  function scheduleMinute() {
    cancelMinute();
    cancelMinute = time.setTimer(
      () => {
        scheduleMinute();
        scheduleRead();
      },
      MINUTE_MS - (facility.clock.now() % MINUTE_MS),
    );
  }

  function scheduleRead() {
    frame ??= requestAnimationFrame(() => {
      frame = null;
      const next = read(view);
      if (next === view) return;
      view = next;
      for (const listener of [...listeners]) listener();
    });
  }

  function onChange() {
    // The facility's clock may have changed, too.
    scheduleMinute();
    scheduleRead();
  }

  function start() {
    const unsubscribe = [facility.subscribe(onChange), time.subscribe(onChange)];
    onChange();
    return () => {
      for (const end of unsubscribe) end();
      cancelMinute();
      if (frame !== null) cancelAnimationFrame(frame);
      frame = null;
    };
  }

  let stop = () => {};
  return {
    view: () => view,
    /** Calls `changed` when the view changed. Returns a function that unsubscribes. */
    subscribe(changed: () => void): () => void {
      if (listeners.size === 0) stop = start();
      listeners.add(changed);
      return () => {
        listeners.delete(changed);
        if (listeners.size === 0) stop();
      };
    },
  };
}
