import type { EntryPoint, FacilityState } from '#facility';

type Tenant = FacilityState['tenants'][number];

/** The units and entry points of a site. */
export type SiteFacts = {
  readonly site: EntryPoint['site'];
  readonly units: Tenant['units'][number][];
  readonly points: Tenant['entryPoints'][number][];
};

/** Buildings and doors (by id) of a site: everything that its layout depends on. */
export type SiteShape = {
  readonly id: string;
  readonly name: string;
  /** IANA name. */
  readonly timezone: string;
  readonly gates: readonly string[];
  readonly buildings: readonly BuildingShape[];
};

export type BuildingShape = {
  readonly id: string;
  readonly name: string;
  readonly units: readonly string[];
  /** Entry points other than gates, in its outer wall. */
  readonly doors: readonly string[];
};

type BuildingDraft = { readonly id: string; readonly name: string; readonly units: string[]; readonly doors: string[] };

/** Id of the building for units of zones without a name. */
const UNNAMED = 'units';

/**
 * One building for each zone, named by its entry points; zones without a name share one building. Returns `before`
 * itself when nothing changed.
 */
export function shapeOf({ site, units, points }: SiteFacts, before: SiteShape | undefined): SiteShape {
  const names = new Map(points.map(({ zone }) => [zone.id, zone.displayName]));
  const buildings = new Map<string, BuildingDraft>();
  const buildingOf = (zoneId: string): BuildingDraft => {
    const name = names.get(zoneId);
    const id = name === undefined ? UNNAMED : `zone ${zoneId}`;
    const building = buildings.get(id) ?? { id, name: name ?? 'Units', units: [], doors: [] };
    buildings.set(id, building);
    return building;
  };
  for (const { id, zoneId } of units) buildingOf(zoneId).units.push(id);
  const gates: string[] = [];
  for (const { id, type, zone } of points) {
    if (type === 'gate') gates.push(id);
    else buildingOf(zone.id).doors.push(id);
  }
  const { id, name, timezone } = site;
  const shape: SiteShape = { id, name, timezone, gates, buildings: [...buildings.values()] };
  return before && isSame(before, shape) ? before : shape;
}

function isSame(a: SiteShape, b: SiteShape): boolean {
  return (
    a.name === b.name &&
    a.timezone === b.timezone &&
    isSameList(a.gates, b.gates) &&
    a.buildings.length === b.buildings.length &&
    a.buildings.every((one, nth) => {
      const other = b.buildings[nth];
      return (
        other?.id === one.id &&
        other.name === one.name &&
        isSameList(one.units, other.units) &&
        isSameList(one.doors, other.doors)
      );
    })
  );
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, nth) => one === b[nth]);
}
