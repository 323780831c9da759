import { describe, expect, it } from 'vitest';
import type { MotorHealth, Position } from '#facility';
import { lampOf } from './lamp.ts';

const motor = (health: MotorHealth, position: Position = 'closed') => ({
  motor: health,
  position,
});
const own = { isTenants: true, isPermitted: true };

describe('the lamp of a door', () => {
  it('shows the permission of a closed door', () => {
    expect(lampOf({ ...own, motor: motor('ok') })).toBe('permitted');
    expect(lampOf({ ...own, isPermitted: false, motor: motor('ok') })).toBe('denied');
  });

  it('shows a running motor first, even one that will jam', () => {
    for (const health of ['ok', 'jammed', 'not_answered'] as const) {
      expect(lampOf({ ...own, isPermitted: false, motor: motor(health, 'moving') })).toBe('opening');
    }
  });

  it('shows an open door before its motor and its permission', () => {
    expect(lampOf({ ...own, isPermitted: false, motor: motor('jammed', 'open') })).toBe('open');
  });

  it('shows a faulty motor before the permission', () => {
    expect(lampOf({ ...own, motor: motor('jammed') })).toBe('jammed');
    expect(lampOf({ ...own, motor: motor('not_answered') })).toBe('offline');
  });

  it('shows a unit without a lock, permitted or not', () => {
    expect(lampOf({ ...own, motor: null })).toBe('none');
    expect(lampOf({ ...own, isPermitted: false, motor: null })).toBe('none');
  });

  it('shows no state for doors of other tenants', () => {
    expect(lampOf({ isTenants: false, isPermitted: true, motor: motor('jammed', 'open') })).toBe('other');
  });
});
