import { describe, expect, it } from 'vitest';
import { decideAccess } from '../access-rules.ts';
import { createHarness } from '../facility.test-helper.ts';
import { isOpenAt } from '../hours.ts';
import { demoTenants, seedLocations, seedTenants } from './index.ts';

const NOON = Date.parse('2026-02-13T19:00:00Z');
const MINUTE = 60_000;
const tenants = seedTenants(NOON);
const of = (last: string) => tenants.filter(({ phone }) => phone === `+1303555${last}`);

describe('the seeded tenants', () => {
  it('have the listed phone numbers, all in area code 303', () => {
    const listed = demoTenants.map(({ phone }) => phone.replaceAll(' ', ''));
    expect(new Set(tenants.map(({ phone }) => phone))).toEqual(new Set(listed));
    expect(listed.every((phone) => phone.startsWith('+1303'))).toBe(true);
  });

  it('have unique ids', () => {
    const ids = tenants.flatMap(({ id, units, entryPoints }) => [
      id,
      ...units.flatMap((unit) => [unit.id, ...(unit.lock ? [unit.lock.id] : [])]),
      ...entryPoints.map((point) => point.id),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('have locations that the configuration names', () => {
    for (const tenant of tenants)
      for (const { site } of [...tenant.units, ...tenant.entryPoints]) expect(seedLocations[site.id]).toBeDefined();
  });

  it('0102 has two accounts at two locations of two companies', () => {
    expect(new Set(of('0102').map(({ site }) => site.company)).size).toBe(2);
  });

  it('0103 has each state, each reason, an unknown reason, and each denial of an entry point', () => {
    const [tenant] = of('0103');
    if (!tenant) throw new Error('tenant 0103 is missing');
    const decisions = decideAccess(tenant, NOON);
    const seen = tenant.units.map((unit) => decisions.unit(unit));
    const states = ['tenant_permitted', 'tenant_denied', 'vacant', 'auction', 'unrentable'];
    const reasons = [
      'active',
      'pms_exempt',
      'system_exempt',
      'delinquent',
      'future_move_in',
      'blanket_delinquency',
      'pms_lockout',
      'system_lockout',
    ];
    expect(seen.map(({ state }) => state)).toEqual(expect.arrayContaining([...states, 'tenant_suspended']));
    expect(seen.map(({ reason }) => reason)).toEqual(expect.arrayContaining([...reasons, 'constructor']));
    const denials = tenant.entryPoints.map((point) => decisions.entryPoint(point).denied);
    expect(new Set(denials)).toEqual(
      new Set([null, 'tenant_denied_in_zone', 'full_moon', 'outside_access_hours', 'access_expired']),
    );
  });

  it('0103 has hours that are open, closed and past midnight at any minute of the day', () => {
    for (let minute = 0; minute < 24 * 60; minute += 7) {
      const at = NOON + minute * MINUTE;
      const tenant = seedTenants(at).find(({ phone }) => phone === '+13035550103');
      const hoursOf = (name: string) =>
        tenant?.units.find((unit) => unit.name.includes(name))?.accessHours ?? { start: '', end: '' };
      const isOpen = (name: string) => isOpenAt(hoursOf(name), at, 'America/Denver');
      expect([isOpen('open all day'), isOpen('closed now'), isOpen('past midnight')]).toEqual([true, false, true]);
      expect(hoursOf('past midnight').end < hoursOf('past midnight').start).toBe(true);
    }
  });

  it('0104 has ten thousand doors at 40 locations', () => {
    const [tenant] = of('0104');
    const doors = [...(tenant?.units ?? []), ...(tenant?.entryPoints ?? [])];
    expect(doors).toHaveLength(10_000);
    expect(new Set(doors.map(({ site }) => site.id)).size).toBe(40);
  });

  it('0105 has names with markup, right-to-left text, emoji and 300 characters', () => {
    const names = of('0105')[0]?.units.map(({ name }) => name) ?? [];
    for (const kind of [
      /<script>/,
      /onerror=/,
      /\p{Script=Arabic}/u,
      /\u202e/,
      /\p{Extended_Pictographic}/u,
      /^.{300}$/,
    ]) {
      expect(
        names.some((name) => kind.test(name)),
        String(kind),
      ).toBe(true);
    }
  });

  it('0106 has no doors', () => {
    expect(of('0106')).toMatchObject([{ units: [], entryPoints: [] }]);
  });

  it('get the same codes for the same seed', async () => {
    expect(await createHarness().code('0101')).toBe(await createHarness().code('0101'));
  });
});
