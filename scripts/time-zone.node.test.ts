import { expect, it } from 'vitest';

it('the tests run in the configured time zone, which is neither UTC nor the zone of a facility', () => {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  expect(timeZone).toBe(process.env.TZ);
  expect(['Pacific/Auckland', 'America/St_Johns']).toContain(timeZone);
  // Minutes behind UTC in January, which is summer in Auckland and winter in St John’s.
  const offset = new Date(2026, 0, 1).getTimezoneOffset();
  expect(offset).toBe(timeZone === 'Pacific/Auckland' ? -13 * 60 : 3.5 * 60);
});
