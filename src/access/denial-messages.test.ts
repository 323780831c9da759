// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { getSignedInMessages } from '#i18n';
import { denialMessages } from './denial-messages.ts';

/** 6 AM in Denver, in summer. */
const OPENS_AT = Date.UTC(2026, 6, 2, 12);
const HOUR_MS = 3_600_000;

it.each([
  ['the time, on the same day', 'America/Denver', 19, 'Opens at 6:00 AM'],
  ['the day as well, when it is twenty hours away', 'America/Denver', 20, 'Opens at Thu, Jul 2, 6:00 AM'],
  ['the time in the zone of another facility', 'Asia/Tokyo', 19, 'Opens at 9:00 PM'],
  ['the day in the zone of another facility', 'Pacific/Kiritimati', 20, 'Opens at Fri, Jul 3, 2:00 AM'],
])('a door outside its access hours names %s', (_what, timeZone, hoursBefore, text) => {
  const denial = { kind: 'outside-hours', opensAt: OPENS_AT } as const;
  const { facts } = denialMessages(getSignedInMessages(), denial, timeZone, OPENS_AT - hoursBefore * HOUR_MS);
  expect(facts).toEqual([text]);
});
