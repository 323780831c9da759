// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import {
  amount,
  calendarDate,
  countdown,
  countryName,
  dayAndTime,
  duration,
  minutesAsTime,
  relativeTime,
  setLocalePreferences,
  timeOfDay,
} from './index.ts';
import { getSignedInMessages, setLocale } from './locale.ts';

const AT = Date.UTC(2026, 10, 3, 13, 5);

afterEach(async () => {
  setLocalePreferences({ languages: () => [] });
  await setLocale('en');
});

describe('a time with a zone', () => {
  it.each([
    ['UTC', '1:05 PM', 'Tue, Nov 3, 1:05 PM'],
    ['America/Denver', '6:05 AM', 'Tue, Nov 3, 6:05 AM'],
    ['Pacific/Auckland', '2:05 AM', 'Wed, Nov 4, 2:05 AM'],
  ])('is formatted in the facility’s time zone: %s', (zone, time, day) => {
    expect(timeOfDay(AT, zone)).toBe(time);
    expect(dayAndTime(AT, zone)).toBe(day);
  });

  it('has plain spaces, also when ICU writes narrow ones', () => {
    const own = Object.getOwnPropertyDescriptor(Intl.DateTimeFormat.prototype, 'format') ?? {};
    Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
      configurable: true,
      get: () => () => '6\u202fAM',
    });
    const texts = [timeOfDay(AT), dayAndTime(AT), minutesAsTime(5)];
    Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', own);
    expect(texts).toEqual(['6 AM', '6 AM', '6 AM']);
  });
});

describe('a time without a zone of its own', () => {
  it('is formatted in the zone of the platform', () => {
    setLocalePreferences({ languages: () => [], timeZone: 'America/Denver' });
    expect([timeOfDay(AT), dayAndTime(AT)]).toEqual(['6:05 AM', 'Tue, Nov 3, 6:05 AM']);
    expect(timeOfDay(AT, 'UTC')).toBe('1:05 PM');
  });
});

describe('a time of day', () => {
  it.each([
    [0, '12:00 AM'],
    [360, '6:00 AM'],
    [750, '12:30 PM'],
    [1439, '11:59 PM'],
    [1440, '12:00 AM'],
  ])('minute %i is %s', (minutes, text) => {
    expect(minutesAsTime(minutes)).toBe(text);
  });
});

describe('a date', () => {
  it.each([
    ['2026-01-10', 'January 10, 2026'],
    ['2026-01-10T23:59:00-11:00', 'January 10, 2026'],
    ['end of May', 'end of May'],
    ['', ''],
  ])('%j is shown as %j, the same day everywhere', (text, shown) => {
    expect(calendarDate(text)).toBe(shown);
  });
});

describe('a length of time', () => {
  it.each([
    [0, '0:00', '0 seconds'],
    [1, '0:01', '1 second'],
    [7, '0:07', '7 seconds'],
    [59, '0:59', '59 seconds'],
    [60, '1:00', '1 minute'],
    [120, '2:00', '2 minutes'],
    [725, '12:05', '12 minutes 5 seconds'],
  ])('%i seconds are %s as a countdown and %s as text', (seconds, digits, text) => {
    expect(countdown(seconds)).toBe(digits);
    expect(duration(seconds)).toBe(text);
  });
});

describe('an amount', () => {
  it.each([
    [150, '150.00'],
    [88.4, '88.40'],
    [1234.567, '1,234.57'],
    [-5, '-5.00'],
  ])('%d is %s, without a currency', (value, text) => {
    expect(amount(value)).toBe(text);
  });
});

describe('a country', () => {
  it('has its name in the page’s language', async () => {
    await setLocale('es');
    expect(countryName('DE')).toBe('Alemania');
  });

  it('is its code where the browser has no name', () => {
    expect(countryName('XX-')).toBe('XX-');
  });
});

describe('a relative time', () => {
  const now = AT;
  it.each([
    [0, 'now'],
    [-45_000, '45 seconds ago'],
    [-60_000, '1 minute ago'],
    [-59 * 60_000, '59 minutes ago'],
    [-2 * 3_600_000, '2 hours ago'],
    [-24 * 3_600_000, 'yesterday'],
    [3 * 3_600_000, 'in 3 hours'],
  ])('%i ms is %s', (difference, text) => {
    expect(relativeTime(now + difference, now)).toBe(text);
  });
});

describe('each language', () => {
  it.each([
    ['es', ['es-ES'], '13:05', '10 de enero de 2026', '1.234,57', '2 minutos 5 segundos'],
    ['es', ['es-MX'], '1:05 p.m.', '10 de enero de 2026', '1,234.57', '2 minutos 5 segundos'],
    ['fr', ['fr-CA'], '13 h 05', '10 janvier 2026', '1 234,57', '2 minutes 5 secondes'],
    ['en', ['en-GB'], '13:05', '10 January 2026', '1,234.57', '2 minutes 5 seconds'],
    ['en', ['de-DE', 'x_1'], '1:05 PM', 'January 10, 2026', '1,234.57', '2 minutes 5 seconds'],
  ] as const)('has its own times, dates, numbers and durations: %s of %j', async (code, languages, ...texts) => {
    setLocalePreferences({ languages: () => languages });
    await setLocale(code);
    const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
    const all = [timeOfDay(AT, 'UTC'), calendarDate('2026-01-10'), amount(1234.567), duration(125)];
    expect(all.map(plain)).toEqual(texts);
  });

  it('has the same digits in messages and in times', async () => {
    setLocalePreferences({ languages: () => ['ar-AE'] });
    await setLocale('ar');
    const digits = new Intl.NumberFormat('ar').format(7);
    expect(countdown(7)).toContain(digits);
    expect(getSignedInMessages().unlock.states.closesIn({ seconds: 7 })).toContain(digits);
    expect(timeOfDay(Date.UTC(2026, 0, 1, 7, 7), 'UTC')).toContain(digits);
  });
});
