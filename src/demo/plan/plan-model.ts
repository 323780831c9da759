import type { EntryPoint, FacilityState, Opening } from '#facility';
import { type Lamp, lampOf, type Movement } from './lamp.ts';
import { type SiteFacts, type SiteShape, shapeOf } from './site-shape.ts';

/** A door as the plan shows it. The same object as before where nothing about it changed. */
export type PlanDoor = {
  /** The id of the unit or of the entry point. */
  readonly id: string;
  readonly name: string;
  readonly lamp: Lamp;
  readonly movement: Movement;
};

export type PlanSite = {
  /** What stands where; the same object as before for as long as nothing was built or torn down. */
  readonly shape: SiteShape;
  /** By id; the same map as before where no door of the site changed. */
  readonly doors: ReadonlyMap<string, PlanDoor>;
};

export type PlanModel = {
  readonly sites: readonly PlanSite[];
  /** The door that the tenant stands at, by id; null on the street. */
  readonly standsAt: string | null;
};

export const nothing: PlanModel = { sites: [], standsAt: null };

type ToldTenant = FacilityState['tenants'][number];
type Site = EntryPoint['site'];
/** A site and its doors; those of the plan's tenants come first. */
type SiteTold = SiteFacts & {
  readonly doors: Map<string, PlanDoor>;
  readonly before: PlanSite | undefined;
  /** Whether no door is different from before; one may still be missing. */
  isSame: boolean;
};

/**
 * The sites at which these tenants have doors, with all doors there; a tenant without a door is shown their own site.
 * Whatever is as it was in `before` is the same object again, so that only what changed is drawn anew.
 */
export function readPlan(
  state: FacilityState,
  openings: readonly Opening[],
  tenantIds: readonly string[],
  before: PlanModel = nothing,
): PlanModel {
  const own = state.tenants.filter(({ id }) => tenantIds.includes(id));
  const told = new Map(sitesOf(own).map((site) => [site.id, nothingTold(site, before)]));
  for (const tenant of own) noteDoors(tenant, true, told);
  for (const tenant of state.tenants) if (!own.includes(tenant)) noteDoors(tenant, false, told);

  const sites = [...told.values()].map(siteFrom);
  const isSame = sites.length === before.sites.length && sites.every((site, nth) => site === before.sites[nth]);
  const standsAt = lastOpened(own, openings);
  if (isSame && standsAt === before.standsAt) return before;
  return { sites: isSame ? before.sites : sites, standsAt };
}

function sitesOf(tenants: readonly ToldTenant[]): Site[] {
  const sites = new Map<string, Site>();
  for (const { site, units, entryPoints } of tenants) {
    for (const door of [...units, ...entryPoints]) sites.set(door.site.id, door.site);
    if (units.length + entryPoints.length === 0) sites.set(site.id, site);
  }
  return [...sites.values()];
}

function nothingTold(site: Site, { sites }: PlanModel): SiteTold {
  const before = sites.find(({ shape }) => shape.id === site.id);
  return { site, units: [], points: [], doors: new Map(), before, isSame: true };
}

function noteDoors(tenant: ToldTenant, isTenants: boolean, told: ReadonlyMap<string, SiteTold>) {
  for (const unit of tenant.units) {
    const at = told.get(unit.site.id);
    if (!at) continue;
    at.units.push(unit);
    const lamp = lampOf({ isTenants, motor: unit.lock, isPermitted: unit.access });
    noteDoor(at, unit, lamp, unit.lock?.position ?? 'closed');
  }
  for (const point of tenant.entryPoints) {
    const at = told.get(point.site.id);
    if (!at) continue;
    at.points.push(point);
    const lamp = lampOf({ isTenants, motor: point, isPermitted: point.denied === null });
    noteDoor(at, point, lamp, point.position);
  }
}

function noteDoor(at: SiteTold, { id, name }: Pick<PlanDoor, 'id' | 'name'>, lamp: Lamp, movement: Movement) {
  const before = at.before?.doors.get(id);
  if (before && before.name === name && before.lamp === lamp && before.movement === movement) {
    at.doors.set(id, before);
    return;
  }
  at.doors.set(id, { id, name, lamp, movement });
  at.isSame = false;
}

function siteFrom(told: SiteTold): PlanSite {
  const { before } = told;
  const shape = shapeOf(told, before?.shape);
  if (!before || !told.isSame || before.doors.size !== told.doors.size) return { shape, doors: told.doors };
  return shape === before.shape ? before : { shape, doors: before.doors };
}

/** Somebody else's door does not move the tenant. */
function lastOpened(own: readonly ToldTenant[], openings: readonly Opening[]): string | null {
  for (const { kind, id } of openings.toReversed()) {
    for (const { units, entryPoints } of own) {
      const door =
        kind === 'lock' ? units.find(({ lock }) => lock?.id === id) : entryPoints.find((point) => point.id === id);
      if (door) return door.id;
    }
  }
  return null;
}
