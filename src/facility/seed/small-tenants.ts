import type { Tenant } from '../world.ts';
import { entryPoint, lockFor, tenant, unit, zone } from './makers.ts';
import { boulder, denverNorth, hostile, phoenix } from './sites.ts';

/** +1 303 555 0101: the example in the contract. */
export function oneAccount(): Tenant {
  const gateZone = zone('01HQ5678901234EFGHJKMNPQRSTUVW', 'Main gate zone');
  const buildingB = zone('01HQ7890123456GHJKMNPQRSTUVWXY', 'Building B');
  return tenant({
    id: '01HQ0123456789ABCDEFGHJKMNPQRS',
    name: 'Sarah Chen',
    phone: '+13035550101',
    site: denverNorth,
    units: [
      unit({
        id: '01HQ1234567890ABCDEFGHJKMNPQRS',
        name: 'B204',
        site: denverNorth,
        zoneId: buildingB.id,
        lock: lockFor('01HQ8901234567HIJKMNPQRSTUVWXY', 'B204 Lock'),
      }),
      unit({
        id: '01HQ2345678901BCDEFGHJKMNPQRST',
        name: 'C101',
        site: denverNorth,
        zoneId: gateZone.id,
        lock: lockFor('01HQ8901234567HIJKMNPQRSTUVWXZ', 'C101 Lock'),
        balanceDue: 150,
        paidThroughDate: '2026-01-10',
      }),
      unit({
        id: '01HQ3456789012CDEFGHJKMNPQRSTU',
        name: 'A305',
        site: boulder,
        zoneId: 'zone_boulder',
        grantType: 'tenant_shared',
        lock: null,
      }),
    ],
    entryPoints: [
      entryPoint({ id: '01HQ4567890123DEFGHJKMNPQRSTUV', name: 'Main Gate', site: denverNorth, zone: gateZone }),
      entryPoint({
        id: '01HQ6789012345FGHJKMNPQRSTUVWX',
        name: 'Building B Door',
        site: denverNorth,
        zone: buildingB,
        type: 'exterior_door',
      }),
    ],
  });
}

/** +1 303 555 0102: one phone number with accounts at two companies. */
export function twoAccounts(): Tenant[] {
  const north = zone('zone_two_north', 'North side');
  const south = zone('zone_two_south', 'South side');
  return [
    tenant({
      id: 'tenant_two_denver',
      name: 'Miguel Ortega',
      phone: '+13035550102',
      site: denverNorth,
      units: [unit({ id: 'unit_d12', name: 'D12', site: denverNorth, zoneId: north.id })],
      entryPoints: [entryPoint({ id: 'ep_north_gate', name: 'North Gate', site: denverNorth, zone: north })],
    }),
    tenant({
      id: 'tenant_two_phoenix',
      name: 'Ortega Imports LLC',
      phone: '+13035550102',
      site: phoenix,
      units: [
        unit({ id: 'unit_p1', name: 'P1', site: phoenix, zoneId: south.id }),
        unit({ id: 'unit_p2', name: 'P2', site: phoenix, zoneId: south.id }),
      ],
      entryPoints: [
        entryPoint({ id: 'ep_loading', name: 'Loading Dock', site: phoenix, zone: south, type: 'rollup_door' }),
      ],
    }),
  ];
}

const LONG = `${'The unit at the very end of the long corridor behind the second roll-up door, '.repeat(4)}`.slice(
  0,
  300,
);

/** +1 303 555 0105: markup, right-to-left text, emoji and very long names. */
export function hostileTexts(): Tenant {
  const place = zone('zone_hostile', '<i>Zone</i>');
  const names = [
    '<img src=x onerror="document.title=\'owned\'">',
    '<script>document.title="owned"</script>',
    "\"><b>bold</b> & 'quoted'",
    'مخزن رقم ١٢',
    'יחידה 7 \u202E901B',
    '🔒📦🚪👩🏽‍🚒🏳️‍🌈 42',
    LONG,
    `${'W'.repeat(120)}`,
    'constructor',
    '__proto__',
  ];
  return tenant({
    id: 'tenant_hostile',
    name: '<svg onload=alert(1)>',
    phone: '+13035550105',
    site: hostile,
    units: names.map((name, index) => unit({ id: `unit_hostile_${index + 1}`, name, site: hostile, zoneId: place.id })),
    entryPoints: [entryPoint({ id: 'ep_hostile', name: 'Gate <b>7</b> بوابة', site: hostile, zone: place })],
  });
}

/** +1 303 555 0106: a tenant without units and entry points. */
export function nothingRented(): Tenant {
  return tenant({
    id: 'tenant_nothing',
    name: 'Alex Kim',
    phone: '+13035550106',
    site: boulder,
    units: [],
    entryPoints: [],
  });
}
