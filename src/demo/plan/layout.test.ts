import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bottom, grown, overlap, type Rect, right } from './geometry.ts';
import { layOut, type PlanLayout } from './layout.ts';
import { blocksOf } from './layout-site.ts';
import type { SiteShape } from './site-shape.ts';

const ids = (of: string, count: number) => Array.from({ length: count }, (_, nth) => `${of} ${nth}`);

/** Sites with and without gates, with empty buildings and buildings of any size, and with more doors than corridors. */
const anySites = fc
  .array(
    fc.record({
      gates: fc.nat(12),
      buildings: fc.array(fc.record({ units: fc.nat(60), doors: fc.nat(9), name: fc.string() }), { maxLength: 7 }),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .map((sites) =>
    sites.map(
      ({ gates, buildings }, nth): SiteShape => ({
        id: `site ${nth}`,
        name: `Site ${nth}`,
        timezone: 'America/Denver',
        gates: ids(`gate ${nth}`, gates),
        buildings: buildings.map(({ units, doors, name }, at) => ({
          id: `building ${at}`,
          name,
          units: ids(`unit ${nth} ${at}`, units),
          doors: ids(`door ${nth} ${at}`, doors),
        })),
      }),
    ),
  );
const anyAspect = fc.constantFrom(0.5, 1, 2);

/** Tolerance for floating-point sums of coordinates. */
const TOLERANCE = 1e-6;

function expectApart(rects: readonly Rect[]) {
  const clashes = rects.flatMap((one, nth) =>
    rects.slice(nth + 1).filter((other) => overlap(grown(one, -TOLERANCE), other)),
  );
  expect(clashes).toEqual([]);
}

function expectWithin(inner: Rect, outer: Rect) {
  const { x, y, width, height } = grown(outer, TOLERANCE);
  const isWithin = inner.x >= x && inner.y >= y && right(inner) <= x + width && bottom(inner) <= y + height;
  expect(isWithin, JSON.stringify({ inner, outer })).toBe(true);
}

function expectInOrder(layout: PlanLayout, sites: readonly SiteShape[]) {
  expectApart(layout.sites.map(({ bounds }) => bounds));
  for (const site of layout.sites) {
    expectWithin(site.bounds, { x: 0, y: 0, width: layout.width, height: layout.height });
    expectWithin(site.fence, site.bounds);
    expectApart(site.buildings.map(({ bounds }) => bounds));
    expectApart(site.openings);
    for (const building of site.buildings) {
      expectWithin(building.bounds, site.fence);
      const units = building.blocks.flatMap(({ doors }) => doors.filter(({ kind }) => kind === 'unit'));
      const doors = building.blocks.flatMap((block) => block.doors.filter(({ kind }) => kind === 'door'));
      expectApart(units);
      expectApart(doors);
      for (const unit of units) expectWithin(unit, building.walls);
      // The position of the tenant is outside of all units.
      const people = [...units, ...doors].map(({ personAt }) => ({ ...personAt, width: 1, height: 1 }));
      expect(people.filter((person) => units.some((unit) => overlap(person, unit)))).toEqual([]);
    }
    for (const block of blocksOf(site)) for (const door of block.doors) expectWithin(door, block.bounds);
  }
  const all = sites.flatMap(({ gates, buildings }) => [
    ...gates,
    ...buildings.flatMap(({ units, doors }) => [...units, ...doors]),
  ]);
  expect(new Set(layout.places.keys())).toEqual(new Set(all));
}

describe('the layout of a plan', () => {
  it('has a place for each door without overlaps, for any sites', () => {
    fc.assert(
      fc.property(anySites, anyAspect, (sites, aspect) => {
        expectInOrder(layOut(sites, aspect), sites);
      }),
      { numRuns: 25 },
    );
  });

  it('is deterministic', () => {
    fc.assert(
      fc.property(anySites, anyAspect, (sites, aspect) => {
        expect(layOut(sites, aspect)).toEqual(layOut(sites, aspect));
      }),
      { numRuns: 10 },
    );
  });

  it('lays out ten thousand doors at forty sites in about the aspect of the view', () => {
    const sites = Array.from({ length: 40 }, (_, nth): SiteShape => {
      const units = ids(`unit ${nth}`, 240);
      const building = { id: 'b', name: 'All', units, doors: ids(`door ${nth}`, 9) };
      return {
        id: `site ${nth}`,
        name: '',
        timezone: 'UTC',
        gates: [`gate ${nth}`],
        buildings: [building],
      };
    });
    for (const aspect of [0.5, 1, 2]) {
      const { width, height, places } = layOut(sites, aspect);
      expect(places.size).toBe(10_000);
      expect(width / height / aspect).toBeGreaterThan(0.6);
      expect(width / height / aspect).toBeLessThan(1.7);
    }
  });

  it('is empty without sites', () => {
    expect(layOut([])).toMatchObject({ width: 0, height: 0, sites: [] });
  });

  it('puts many gates at the front and at the back, and the street in front of the first', () => {
    const site: SiteShape = { id: 's', name: '', timezone: 'UTC', gates: ids('gate', 7), buildings: [] };
    const { places, sites } = layOut([site]);
    expect(ids('gate', 7).map((gate) => places.get(gate)?.faces)).toEqual(
      [...'dddduuu'].map((way) => (way === 'd' ? 'down' : 'up')),
    );
    const first = places.get('gate 0');
    expect(sites[0]?.street.x).toBe((first?.x ?? 0) + (first?.width ?? 0) / 2);
    expect(sites[0]?.street.y).toBeGreaterThan(first?.y ?? Number.POSITIVE_INFINITY);
  });
});
