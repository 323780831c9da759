import { expect, it } from 'vitest';

it('the tests run in the time zone that they are told, which is neither UTC nor a facility’s', () => {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  expect(timeZone).toBe(process.env.TZ);
  expect(['Pacific/Auckland', 'America/St_Johns']).toContain(timeZone);
  // One winter, on the south of the world or the north of it: minutes behind UTC.
  const offset = new Date(2026, 0, 1).getTimezoneOffset();
  expect(offset).toBe(timeZone === 'Pacific/Auckland' ? -13 * 60 : 3.5 * 60);
});
