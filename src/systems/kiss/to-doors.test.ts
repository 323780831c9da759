import { expect, it, vi } from 'vitest';
import { wireAccess } from './access-schema.ts';
import { toAccessList } from './to-doors.ts';

it('checks the time zone of the answer once, for any number of doors', () => {
  const created = vi.spyOn(Intl, 'DateTimeFormat');
  const units = Array.from({ length: 100 }, (_, index) => ({
    unit_id: `u${index}`,
    unit_name: `B${index}`,
    access: true,
    access_hours: { start: '06:00', end: '22:00' },
  }));
  const wire = wireAccess.parse({ data: { timezone: 'America/Phoenix', units, entry_points: [] } });
  const { doors } = toAccessList(wire, () => null);
  expect(new Set(doors.map(({ hours }) => hours[0]?.timeZone))).toEqual(new Set(['America/Phoenix']));
  expect(created).toHaveBeenCalledTimes(1);
});
