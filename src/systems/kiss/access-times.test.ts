import { describe, expect, it } from 'vitest';
import type { AccessList } from '#model';
import { anySignal, configOf, createTestKiss, json } from './kiss.test-helper.ts';

const read = (data: object, config = configOf()): Promise<AccessList> =>
  createTestKiss([json(200, { message: 'OK', meta: {}, data })], config).kiss.access.fetch('t', anySignal);

const elm = configOf({ locations: { elm: { name: 'Elm Street', timezone: 'America/Denver' } } });

describe('the expiry', () => {
  const access_expires_at = '2026-12-31T00:00:00Z';
  const at = Date.UTC(2026, 11, 31);

  it.each<[string, object, number | null]>([
    ['counts with server_expiry', { offline_access_mode: 'server_expiry' }, at],
    ['counts without a mode', {}, at],
    ['counts when the mode is null', { offline_access_mode: null }, at],
    ['is ignored with default', { offline_access_mode: 'default' }, null],
  ])('%s, for a unit and for an entry point', async (_what, mode, expiresAt) => {
    const { doors } = await read({
      units: [{ unit_id: 'u', unit_name: 'D12', access: true, access_expires_at, ...mode }],
      entry_points: [{ id: 'g', name: 'Gate', access_expires_at, ...mode }],
    });
    expect(doors.map((door) => door.expiresAt)).toEqual([expiresAt, expiresAt]);
  });
});

describe('the access hours', () => {
  const gate = (more: object) => ({
    units: [],
    entry_points: [{ entry_point_id: 'g', name: 'Gate', access: true, ...more }],
  });
  const zone = (start?: unknown, end?: unknown) => ({ id: 'z', access_start_time: start, access_end_time: end });
  const six = { start: 360, end: 1320, timeZone: null };

  it.each<[string, object, unknown[]]>([
    ['are those of the zone', { zones: [zone('06:00', '22:00')] }, [six]],
    [
      'are those of the entry point before those of its zone',
      { zones: [zone('01:00', '02:00')], access_hours: { start: '06:00', end: '22:00' } },
      [six],
    ],
    [
      'are those of all its zones',
      { zones: [zone('06:00', '22:00'), zone('23:00', '01:00')] },
      [six, { start: 1380, end: 60, timeZone: null }],
    ],
    ['are none when one of the zones has none', { zones: [zone('06:00', '22:00'), zone(null, null)] }, []],
    ['are none without a zone', { zones: [] }, []],
    ['are none when they are malformed', { zones: [zone('dawn', 'dusk')] }, []],
  ])('%s', async (_what, more, hours) => {
    expect((await read(gate(more))).doors[0]?.hours).toEqual(hours);
  });

  it.each<[string, object, string | null, string | null]>([
    ['that of the answer', { timezone: 'America/Phoenix' }, 'elm', 'America/Phoenix'],
    ['that of the configuration, when the answer has none', {}, 'elm', 'America/Denver'],
    [
      'that of the configuration, when the answer has an unknown one',
      { timezone: 'Mars/Olympus' },
      'elm',
      'America/Denver',
    ],
    ['unknown for a location that is not configured', {}, 'oak', null],
    ['unknown without a location', {}, null, null],
  ])('have the time zone: %s', async (_whose, more, location_id, timeZone) => {
    const body = { ...gate({ location_id, access_hours: { start: '06:00', end: '22:00' } }), ...more };
    expect((await read(body, elm)).doors[0]?.hours).toEqual([{ start: 360, end: 1320, timeZone }]);
  });
});
