import { describe, expect, it } from 'vitest';
import { judge } from '../entry-point-rules.ts';
import { createLab } from '../facility.test-helper.ts';
import { isOpenAt } from '../hours.ts';
import { demoTenants, seedLocations, seedTenants } from './index.ts';

const NOON = Date.parse('2026-02-13T19:00:00Z');
const MINUTE = 60_000;
const tenants = seedTenants(NOON);
const of = (last: string) => tenants.filter(({ phone }) => phone === `+1303555${last}`);

describe('the seeded tenants', () => {
  it('are found under the numbers that a visitor is told, all in area code 303', () => {
    const told = demoTenants.map(({ phone }) => phone.replaceAll(' ', ''));
    expect(new Set(tenants.map(({ phone }) => phone))).toEqual(new Set(told));
    expect(told.every((phone) => phone.startsWith('+1303'))).toBe(true);
  });

  it('have ids that are theirs alone', () => {
    const ids = tenants.flatMap(({ id, units, entryPoints }) => [
      id,
      ...units.flatMap((unit) => [unit.id, ...(unit.lock ? [unit.lock.id] : [])]),
      ...entryPoints.map((point) => point.id),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('stand at locations that the configuration can name', () => {
    for (const tenant of tenants)
      for (const { site } of [...tenant.units, ...tenant.entryPoints]) expect(seedLocations[site.id]).toBeDefined();
  });

  it('0102 has two accounts at two locations of two companies', () => {
    expect(new Set(of('0102').map(({ site }) => site.company)).size).toBe(2);
  });

  it('0103 has every state, every reason, a reason that nobody knows, and every denial of an entry point', () => {
    const [tenant] = of('0103');
    if (!tenant) throw new Error('nobody is there');
    const verdicts = judge(tenant, NOON);
    const seen = tenant.units.map((unit) => verdicts.unit(unit));
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
    const denials = tenant.entryPoints.map((point) => verdicts.entryPoint(point).denied);
    expect(new Set(denials)).toEqual(
      new Set([null, 'tenant_denied_in_zone', 'full_moon', 'outside_access_hours', 'access_expired']),
    );
  });

  it('0103 has hours that are open, closed and past midnight at whatever minute of the day the world begins', () => {
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

  it('0104 has ten thousand doors over 40 locations', () => {
    const [tenant] = of('0104');
    const doors = [...(tenant?.units ?? []), ...(tenant?.entryPoints ?? [])];
    expect(doors).toHaveLength(10_000);
    expect(new Set(doors.map(({ site }) => site.id)).size).toBe(40);
  });

  it('0105 brings markup, right-to-left text, emoji and 300 characters', () => {
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

  it('0106 has nothing', () => {
    expect(of('0106')).toMatchObject([{ units: [], entryPoints: [] }]);
  });

  it('get the same codes in every world of the same seed', async () => {
    expect(await createLab().code('0101')).toBe(await createLab().code('0101'));
  });
});
