// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { getSignedInMessages } from '#i18n';
import type { AccessHours, Door } from '#model';
import { hoursText, timeZoneOf } from './places.ts';

const DENVER = 'America/Denver';
const window = (start: number, end: number): AccessHours => ({ start, end, timeZone: DENVER });

it.each<[string, readonly AccessHours[], string | null]>([
  ['from their start to their end', [window(360, 1320)], '6:00 AM – 10:00 PM'],
  ['past midnight', [window(1320, 390)], '10:00 PM – 6:30 AM'],
  ['until midnight', [window(720, 1440)], '12:00 PM – 12:00 AM'],
  ['one after another', [window(360, 720), window(1020, 1200)], '6:00 AM – 12:00 PM, 5:00 PM – 8:00 PM'],
  ['as a whole day that begins where it ends', [window(360, 360)], 'Open all day'],
  ['as a whole day up to its last minute', [window(0, 1439)], 'Open all day'],
  ['as nothing where there are none', [], null],
])('access hours are shown %s', (_how, hours, text) => {
  expect(hoursText(getSignedInMessages(), hours)).toBe(text);
});

it.each<[string, readonly AccessHours[], string | null, string | null]>([
  ['its hours', [window(360, 1320)], 'America/Phoenix', DENVER],
  [
    'its location, where its hours name none',
    [{ ...window(360, 1320), timeZone: null }],
    'America/Phoenix',
    'America/Phoenix',
  ],
  ['its location, where it has no hours', [], 'America/Phoenix', 'America/Phoenix'],
  ['nothing, where neither names one', [], null, null],
])('the time zone of a door is that of %s', (_whose, hours, timeZone, expected) => {
  expect(timeZoneOf({ hours } as Door, { name: null, phone: null, timeZone })).toBe(expected);
});
