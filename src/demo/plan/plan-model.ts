import type { EntryPoint, FacilityState, Opening, Position } from '#facility';
import { type Lamp, lampOf } from './lamp.ts';
import { type SiteFacts, type SiteShape, shapeOf } from './site-shape.ts';

/** A door in the plan. The same object until it changes. */
export type PlanDoor = {
  /** The id of the unit or of the entry point. */
  readonly id: string;
  readonly name: string;
  readonly lamp: Lamp;
  readonly movement: Position;
};

export type PlanSite = {
  /** The same object until buildings or doors are added or removed. */
  readonly shape: SiteShape;
  /** By id; the same map until a door of the site changes. */
  readonly doors: ReadonlyMap<string, PlanDoor>;
};

export type PlanModel = {
  readonly sites: readonly PlanSite[];
  /** Id of the door where the tenant is; null on the street. */
  readonly standsAt: string | null;
};

export const EMPTY_PLAN: PlanModel = { sites: [], standsAt: null };

type TenantState = FacilityState['tenants'][number];
type Site = EntryPoint['site'];
/** A site that is being read; doors of the plan's tenants come first. */
type SiteDraft = SiteFacts & {
  readonly doors: Map<string, PlanDoor>;
  readonly before: PlanSite | undefined;
  /** Whether no door has changed. A door may still have been removed. */
  isSame: boolean;
};

/**
 * The sites at which these tenants have doors, with all doors there; for a tenant without doors, the site of the
 * account. Unchanged parts are the same objects as in `before`, so that only changes are rendered.
 */
export function readPlan(
  state: FacilityState,
  openings: readonly Opening[],
  tenantIds: readonly string[],
  before: PlanModel = EMPTY_PLAN,
): PlanModel {
  const own = state.tenants.filter(({ id }) => tenantIds.includes(id));
  const drafts = new Map(sitesOf(own).map((site) => [site.id, emptyDraft(site, before)]));
  for (const tenant of own) addDoors(tenant, true, drafts);
  for (const tenant of state.tenants) if (!own.includes(tenant)) addDoors(tenant, false, drafts);

  const sites = [...drafts.values()].map(siteFrom);
  const isSame = sites.length === before.sites.length && sites.every((site, nth) => site === before.sites[nth]);
  const standsAt = lastOpened(own, openings);
  if (isSame && standsAt === before.standsAt) return before;
  return { sites: isSame ? before.sites : sites, standsAt };
}

function sitesOf(tenants: readonly TenantState[]): Site[] {
  const sites = new Map<string, Site>();
  for (const { site, units, entryPoints } of tenants) {
    for (const door of [...units, ...entryPoints]) sites.set(door.site.id, door.site);
    if (units.length + entryPoints.length === 0) sites.set(site.id, site);
  }
  return [...sites.values()];
}

function emptyDraft(site: Site, { sites }: PlanModel): SiteDraft {
  const before = sites.find(({ shape }) => shape.id === site.id);
  return { site, units: [], points: [], doors: new Map(), before, isSame: true };
}

function addDoors(tenant: TenantState, isTenants: boolean, drafts: ReadonlyMap<string, SiteDraft>) {
  for (const unit of tenant.units) {
    const at = drafts.get(unit.site.id);
    if (!at) continue;
    at.units.push(unit);
    const lamp = lampOf({ isTenants, motor: unit.lock, isPermitted: unit.access });
    addDoor(at, unit, lamp, unit.lock?.position ?? 'closed');
  }
  for (const point of tenant.entryPoints) {
    const at = drafts.get(point.site.id);
    if (!at) continue;
    at.points.push(point);
    const lamp = lampOf({ isTenants, motor: point, isPermitted: point.denied === null });
    addDoor(at, point, lamp, point.position);
  }
}

function addDoor(at: SiteDraft, { id, name }: Pick<PlanDoor, 'id' | 'name'>, lamp: Lamp, movement: Position) {
  const before = at.before?.doors.get(id);
  if (before && before.name === name && before.lamp === lamp && before.movement === movement) {
    at.doors.set(id, before);
    return;
  }
  at.doors.set(id, { id, name, lamp, movement });
  at.isSame = false;
}

function siteFrom(draft: SiteDraft): PlanSite {
  const { before } = draft;
  const shape = shapeOf(draft, before?.shape);
  if (!before || !draft.isSame || before.doors.size !== draft.doors.size) return { shape, doors: draft.doors };
  return shape === before.shape ? before : { shape, doors: before.doors };
}

/** Id of the door of these tenants that opened last; null for none. */
function lastOpened(own: readonly TenantState[], openings: readonly Opening[]): string | null {
  for (const { kind, id } of openings.toReversed()) {
    for (const { units, entryPoints } of own) {
      const door =
        kind === 'lock' ? units.find(({ lock }) => lock?.id === id) : entryPoints.find((point) => point.id === id);
      if (door) return door.id;
    }
  }
  return null;
}
