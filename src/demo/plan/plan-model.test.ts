import { beforeEach, describe, expect, it } from 'vitest';
import { createFacility, type Facility, frozenTime, type Opening } from '#facility';
import type { Lamp } from './lamp.ts';
import { type PlanModel, readPlan } from './plan-model.ts';

/** Noon in Denver on a weekday. */
const NOON = Date.parse('2026-02-13T19:00:00Z');
const SARAH = '01HQ0123456789ABCDEFGHJKMNPQRS';
const B204 = '01HQ1234567890ABCDEFGHJKMNPQRS';
const B204_LOCK = '01HQ8901234567HIJKMNPQRSTUVWXY';
const BUILDING_B = '01HQ6789012345FGHJKMNPQRSTUVWX';

let facility: Facility;
beforeEach(() => {
  facility = createFacility(frozenTime(NOON));
});

const read = (tenants: readonly string[] = [SARAH], openings: readonly Opening[] = [], before?: PlanModel) =>
  readPlan(facility.state(), openings, tenants, before);

function doorOf({ sites }: PlanModel, name: string) {
  return sites.flatMap(({ doors }) => [...doors.values()]).find((door) => door.name === name);
}

async function control(path: string, body: unknown) {
  const request = new Request(`http://facility.test/__facility${path}`, {
    method: 'PATCH',
    body: JSON.stringify(body),
  });
  expect((await facility.control(request)).ok).toBe(true);
}

describe('the plan model', () => {
  it('has each site at which its tenants have doors, and no other', () => {
    expect(read().sites.map(({ shape }) => shape.name)).toEqual(['Denver North', 'Boulder']);
    expect(read(['tenant_two_denver', 'tenant_two_phoenix']).sites.map(({ shape }) => shape.name)).toEqual([
      'Denver North',
      'Phoenix Airport',
    ]);
  });

  it('has the site of the account for a tenant without doors, and is empty for an unknown tenant', () => {
    expect(read(['tenant_nothing']).sites.map(({ shape }) => shape.name)).toEqual(['Boulder']);
    expect(read(['nobody']).sites).toEqual([]);
  });

  it('has each door of these sites, with lamps only for its tenants', () => {
    const model = read();
    expect(model.sites.flatMap(({ doors }) => [...doors.values()].map(({ name, lamp }) => [name, lamp]))).toEqual([
      ['B204', 'permitted'],
      ['C101', 'denied'],
      ['Main Gate', 'denied'],
      ['Building B Door', 'permitted'],
      ['D12', 'other'],
      ['North Gate', 'other'],
      ['A305', 'none'],
    ]);
  });

  it('has the access decision of the facility for each unit and entry point', () => {
    const state = facility.state();
    const tenant = state.tenants.find(({ id }) => id === 'tenant_every_state');
    const model = read(['tenant_every_state']);
    for (const unit of tenant?.units ?? []) {
      const expected: Lamp = !unit.lock ? 'none' : unit.access ? 'permitted' : 'denied';
      expect(doorOf(model, unit.name)?.lamp, unit.name).toBe(expected);
    }
    for (const point of tenant?.entryPoints ?? []) {
      expect(doorOf(model, point.name)?.lamp, point.name).toBe(point.denied === null ? 'permitted' : 'denied');
    }
  });

  it('has gates in the fence and other entry points at the building of their zone', () => {
    const [denver, boulder] = read().sites;
    expect(denver?.shape.gates).toHaveLength(2);
    expect(denver?.shape.buildings.map(({ name, units, doors }) => [name, units.length, doors.length])).toEqual([
      ['Building B', 1, 1],
      ['Main gate zone', 1, 0],
      ['North side', 1, 0],
    ]);
    // No entry point has a name for this zone.
    expect(boulder?.shape.buildings.map(({ name }) => name)).toEqual(['Units']);
  });
});

describe('the position of the tenant', () => {
  const opened = (kind: Opening['kind'], id: string): Opening => ({ kind, id, at: '2026-02-13T19:00:00.000Z' });

  it('is the street until a door opens', () => {
    expect(read().standsAt).toBeNull();
  });

  it('is the door of either kind that opened last', () => {
    const openings = [opened('entry_point', BUILDING_B), opened('lock', B204_LOCK)];
    expect(read([SARAH], openings).standsAt).toBe(B204);
    expect(read([SARAH], openings.toReversed()).standsAt).toBe(BUILDING_B);
  });

  it('does not change when the door of another tenant opens', () => {
    expect(read([SARAH], [opened('lock', B204_LOCK), opened('entry_point', 'ep_north_gate')]).standsAt).toBe(B204);
  });
});

describe('a plan read again', () => {
  it('is the same object when nothing changed', () => {
    const before = read();
    expect(read([SARAH], [], before)).toBe(before);
  });

  it('shares the unchanged parts', async () => {
    const before = read();
    await control(`/units/${B204}`, { systemLockout: true });
    const after = read([SARAH], [], before);
    expect(doorOf(after, 'B204')?.lamp).toBe('denied');
    expect(doorOf(after, 'C101')).toBe(doorOf(before, 'C101'));
    expect(after.sites[0]?.shape).toBe(before.sites[0]?.shape);
    expect(after.sites[1]).toBe(before.sites[1]);
  });

  it('has another shape after a unit was deleted', async () => {
    const before = read();
    const request = new Request(`http://facility.test/__facility/units/${B204}`, { method: 'DELETE' });
    await facility.control(request);
    const after = read([SARAH], [], before);
    expect(doorOf(after, 'B204')).toBeUndefined();
    expect(after.sites[0]?.shape).not.toBe(before.sites[0]?.shape);
  });
});
