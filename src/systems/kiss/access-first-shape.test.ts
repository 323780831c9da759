import { describe, expect, it } from 'vitest';
import type { AccessList } from '#model';
import { anySignal, configOf, createTestKiss, json } from './kiss.test-helper.ts';

const read = (data: object, config = configOf()): Promise<AccessList> =>
  createTestKiss([json(200, { message: 'OK', meta: {}, data })], config).kiss.access.fetch('t', anySignal);

describe('the first access shape', () => {
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

  it('becomes doors, with null for missing facts', async () => {
    expect(await read(answer)).toEqual({
      syncedAt: Date.UTC(2026, 4, 14, 9),
      doors: [
        {
          id: 'u1',
          kind: 'unit',
          form: 'unit',
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
          form: 'unit',
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
          form: 'other',
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
