import { describe, expect, it } from 'vitest';
import type { AccessList } from '#model';
import { anySignal, configOf, createTestKiss, json } from './kiss.test-helper.ts';

const read = (data: object, config = configOf()): Promise<AccessList> =>
  createTestKiss([json(200, { message: 'OK', meta: {}, data })], config).kiss.access.fetch('t', anySignal);

describe('the newer access shape', () => {
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

  it('becomes doors with locks, keys, hours and an expiry', async () => {
    const { doors, syncedAt } = await read(answer);
    expect(syncedAt).toBeNull();
    expect(doors[0]).toEqual({
      id: 'u1',
      kind: 'unit',
      form: 'unit',
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
      form: 'gate',
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

  it('denies what it blocks, with the reason', async () => {
    const { doors } = await read(answer);
    expect(doors.map(({ id, grant }) => [id, grant.kind === 'denied' ? grant.denial.kind : 'permitted'])).toEqual([
      ['u1', 'permitted'],
      ['u2', 'auction'],
      ['g1', 'permitted'],
      ['g2', 'overlock'],
      ['g3', 'permitted'],
    ]);
  });

  it('contains a gate once, even if it is listed both for the tenant and for guests', async () => {
    const { doors } = await read(answer);
    expect(doors.filter(({ id }) => id === 'g1').map(({ name }) => name)).toEqual(['West Gate']);
  });
});

it.each([
  ['gate', 'gate'],
  ['exterior_door', 'outer-door'],
  ['interior_door', 'inner-door'],
  ['rollup_door', 'rollup-door'],
  ['other', 'other'],
  ['turnstile', 'other'],
  ['constructor', 'other'],
  ['', 'other'],
  [null, 'other'],
  [7, 'other'],
  [undefined, 'other'],
])('the type %j of an entry point is the form %s, whatever its name', async (type, form) => {
  const { doors } = await read({ units: [], entry_points: [{ id: 'g1', name: 'Main Gate', type }] });
  expect(doors[0]?.form).toBe(form);
});

it('ignores a serial number that is a JSON number, because it has lost its last digits', async () => {
  const lock = { id: 'l1', key: 'k', serial_number: 18446744073709552000 };
  const { doors } = await read({
    units: [{ unit_id: 'u', unit_name: 'D12', access: true, locks: [lock] }],
    entry_points: [],
  });
  expect(doors[0]?.openability).toMatchObject({ target: { key: 'k', serialNumber: null } });
});
