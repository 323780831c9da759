import { describe, expect, it } from 'vitest';
import type { AccessList } from '#model';
import { anySignal, configOf, createTestKiss, json } from './kiss.test-helper.ts';

const read = (data: object, config = configOf()): Promise<AccessList> =>
  createTestKiss([json(200, { message: 'OK', meta: {}, data })], config).kiss.access.fetch('t', anySignal);

const elm = configOf({ locations: { elm: { name: 'Elm Street', timezone: 'America/Denver' } } });

describe('the first shape of the access answer', () => {
  const answer = {
    tenant_id: 'ten-1',
    synced_at: '2026-05-14T09:00:00Z',
    units: [
      {
        unit_id: 'u1',
        unit_name: 'D12',
        location_id: 'elm',
        grant_type: 'tenant_primary',
        state: 'tenant_permitted',
        reason: 'active',
        access: true,
        has_unit_lock: true,
        has_entry_point: true,
      },
      {
        unit_id: 'u2',
        unit_name: 'D13',
        location_id: 'elm',
        grant_type: 'tenant_shared',
        state: 'tenant_denied',
        reason: 'delinquent',
        access: false,
        has_unit_lock: false,
        balance_due: 88.4,
        paid_through_date: '2026-04-30',
      },
    ],
    entry_points: [
      {
        entry_point_id: 'g1',
        name: 'West Gate',
        zone_id: 'z1',
        location_id: 'elm',
        would_have_access: true,
        access: false,
        denied_reason: 'tenant_denied_in_zone',
      },
    ],
  };

  it('becomes doors, and claims nothing that it does not say', async () => {
    expect(await read(answer)).toEqual({
      syncedAt: Date.UTC(2026, 4, 14, 9),
      doors: [
        {
          id: 'u1',
          kind: 'unit',
          name: 'D12',
          locationId: 'elm',
          zones: [],
          grantType: 'primary',
          grant: { kind: 'permitted' },
          openability: { kind: 'lock-unknown' },
          hours: [],
          expiresAt: null,
        },
        {
          id: 'u2',
          kind: 'unit',
          name: 'D13',
          locationId: 'elm',
          zones: [],
          grantType: 'shared',
          grant: { kind: 'denied', denial: { kind: 'payment-due', balanceDue: 88.4, paidThrough: '2026-04-30' } },
          openability: { kind: 'no-lock' },
          hours: [],
          expiresAt: null,
        },
        {
          id: 'g1',
          kind: 'entry-point',
          name: 'West Gate',
          locationId: 'elm',
          zones: [{ id: 'z1', name: null }],
          grantType: null,
          grant: { kind: 'denied', denial: { kind: 'because-of-unit' } },
          openability: { kind: 'openable', target: { kind: 'entry-point', id: 'g1', key: null, name: 'West Gate' } },
          hours: [],
          expiresAt: null,
        },
      ],
    });
  });
});

describe('the newer shape', () => {
  const answer = {
    timezone: 'America/Phoenix',
    units: [
      {
        unit_id: 'u1',
        unit_name: 'D12',
        access_state: 'tenant_permitted',
        access_reason: null,
        evaluated_at: '2026-05-14T09:00:00Z',
        bundles: [
          {
            id: 'b1',
            display_name: 'Roller door',
            lock: { id: 'l1', name: 'D12-a', serial_number: '18446744073709551615', key: 'cipher' },
            closed_at: null,
          },
        ],
        access_hours: { start: '05:00', end: '23:00' },
        access_expires_at: '2026-12-31T00:00:00Z',
        offline_access_mode: 'none',
      },
      { unit_id: 'u2', unit_name: 'D13', access_state: 'auction', access_reason: null },
    ],
    entry_points: [
      {
        id: 'g1',
        name: 'West Gate',
        serial_number: 's',
        type: 'gate',
        key: 'gate-cipher',
        access_state: null,
        access_reason: null,
        is_remotely_openable: true,
        zones: [
          { id: 'z1', name: 'zone-1', display_name: 'Yard', access_start_time: '06:00', access_end_time: '22:00' },
        ],
      },
      {
        id: 'g2',
        name: 'East Gate',
        type: 'gate',
        key: null,
        access_state: 'tenant_denied',
        access_reason: 'pms_lockout',
      },
    ],
    zones: [
      {
        id: 'z9',
        name: 'Shared',
        entry_points: [
          { id: 'g3', name: 'Guest Gate', key: 'k3' },
          { id: 'g1', name: 'Again' },
        ],
      },
    ],
  };

  it('becomes doors with locks, keys, hours and an end', async () => {
    const { doors, syncedAt } = await read(answer);
    expect(syncedAt).toBeNull();
    expect(doors[0]).toEqual({
      id: 'u1',
      kind: 'unit',
      name: 'D12',
      locationId: null,
      zones: [],
      grantType: null,
      grant: { kind: 'permitted' },
      openability: {
        kind: 'openable',
        target: { kind: 'lock', id: 'l1', key: 'cipher', name: 'D12-a', serialNumber: '18446744073709551615' },
      },
      hours: [{ start: 300, end: 1380, timeZone: 'America/Phoenix' }],
      expiresAt: Date.UTC(2026, 11, 31),
    });
    expect(doors[2]).toEqual({
      id: 'g1',
      kind: 'entry-point',
      name: 'West Gate',
      locationId: null,
      zones: [{ id: 'z1', name: 'Yard' }],
      grantType: null,
      grant: { kind: 'permitted' },
      openability: {
        kind: 'openable',
        target: { kind: 'entry-point', id: 'g1', key: 'gate-cipher', name: 'West Gate', serialNumber: 's' },
      },
      hours: [{ start: 360, end: 1320, timeZone: 'America/Phoenix' }],
      expiresAt: null,
    });
  });

  it('closes what is blocked, and says why', async () => {
    const { doors } = await read(answer);
    expect(doors.map(({ id, grant }) => [id, grant.kind === 'denied' ? grant.denial.kind : 'permitted'])).toEqual([
      ['u1', 'permitted'],
      ['u2', 'auction'],
      ['g1', 'permitted'],
      ['g2', 'overlock'],
      ['g3', 'permitted'],
    ]);
  });

  it('shows a gate once that is both the person’s own and a guest’s, as their own', async () => {
    const { doors } = await read(answer);
    expect(doors.filter(({ id }) => id === 'g1').map(({ name }) => name)).toEqual(['West Gate']);
  });
});

describe('the end of an access', () => {
  const access_expires_at = '2026-12-31T00:00:00Z';
  const at = Date.UTC(2026, 11, 31);

  it.each<[string, object, number | null]>([
    ['is honoured with server_expiry', { offline_access_mode: 'server_expiry' }, at],
    ['is honoured without a mode', {}, at],
    ['is honoured when the mode is null', { offline_access_mode: null }, at],
    ['is none with default', { offline_access_mode: 'default' }, null],
  ])('%s, of a unit and of an entry point', async (_what, mode, expiresAt) => {
    const { doors } = await read({
      units: [{ unit_id: 'u', unit_name: 'D12', access: true, access_expires_at, ...mode }],
      entry_points: [{ id: 'g', name: 'Gate', access_expires_at, ...mode }],
    });
    expect(doors.map((door) => door.expiresAt)).toEqual([expiresAt, expiresAt]);
  });
});

it('a serial number that came as a JSON number has lost its last digits, and is none', async () => {
  const lock = { id: 'l1', key: 'k', serial_number: 18446744073709552000 };
  const { doors } = await read({
    units: [{ unit_id: 'u', unit_name: 'D12', access: true, locks: [lock] }],
    entry_points: [],
  });
  expect(doors[0]?.openability).toMatchObject({ target: { key: 'k', serialNumber: null } });
});

describe('the hours', () => {
  const gate = (more: object) => ({
    units: [],
    entry_points: [{ entry_point_id: 'g', name: 'Gate', access: true, ...more }],
  });
  const zone = (start?: unknown, end?: unknown) => ({ id: 'z', access_start_time: start, access_end_time: end });
  const six = { start: 360, end: 1320, timeZone: null };

  it.each<[string, object, unknown[]]>([
    ['of a zone are the gate’s', { zones: [zone('06:00', '22:00')] }, [six]],
    [
      'of the gate itself come before the zone’s',
      { zones: [zone('01:00', '02:00')], access_hours: { start: '06:00', end: '22:00' } },
      [six],
    ],
    [
      'of several zones count each',
      { zones: [zone('06:00', '22:00'), zone('23:00', '01:00')] },
      [six, { start: 1380, end: 60, timeZone: null }],
    ],
    ['are none when one of the zones has none', { zones: [zone('06:00', '22:00'), zone(null, null)] }, []],
    ['are none when there is no zone', { zones: [] }, []],
    ['are none when they make no sense', { zones: [zone('dawn', 'dusk')] }, []],
  ])('%s', async (_what, more, hours) => {
    expect((await read(gate(more))).doors[0]?.hours).toEqual(hours);
  });

  it.each<[string, object, string | null, string | null]>([
    ['the answer’s', { timezone: 'America/Phoenix' }, 'elm', 'America/Phoenix'],
    ['the configuration’s, when the answer names none', {}, 'elm', 'America/Denver'],
    ['the configuration’s, when nobody knows the answer’s', { timezone: 'Mars/Olympus' }, 'elm', 'America/Denver'],
    ['unknown, at a place that is not configured', {}, 'oak', null],
    ['unknown, where no place is named', {}, null, null],
  ])('are in a zone that is %s', async (_whose, more, location_id, timeZone) => {
    const body = { ...gate({ location_id, access_hours: { start: '06:00', end: '22:00' } }), ...more };
    expect((await read(body, elm)).doors[0]?.hours).toEqual([{ start: 360, end: 1320, timeZone }]);
  });
});
