import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  amount,
  calendarDate,
  countdown,
  countryName,
  dayAndTime,
  duration,
  minutesAsTime,
  timeOfDay,
} from './format.ts';

const AT = Date.UTC(2026, 10, 3, 13, 5);

afterEach(() => vi.unstubAllGlobals());

describe('a moment', () => {
  it.each([
    ['UTC', '1:05 PM', 'Tue, Nov 3, 1:05 PM'],
    ['America/Denver', '6:05 AM', 'Tue, Nov 3, 6:05 AM'],
    ['Pacific/Auckland', '2:05 AM', 'Wed, Nov 4, 2:05 AM'],
  ])('is told in the facility’s time: %s', (zone, time, day) => {
    expect(timeOfDay(AT, zone)).toBe(time);
    expect(dayAndTime(AT, zone)).toBe(day);
  });

  it('is told with plain blanks only, also where the platform writes narrow ones', () => {
    const own = Object.getOwnPropertyDescriptor(Intl.DateTimeFormat.prototype, 'format') ?? {};
    Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
      configurable: true,
      get: () => () => '6\u202fAM',
    });
    const told = [timeOfDay(AT), dayAndTime(AT), minutesAsTime(5)];
    Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', own);
    expect(told).toEqual(['6 AM', '6 AM', '6 AM']);
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
  ])('%i seconds are counted down as %s and said as %s', (seconds, digits, words) => {
    expect(countdown(seconds)).toBe(digits);
    expect(duration(seconds)).toBe(words);
  });
});

describe('an amount', () => {
  it.each([
    [150, '150.00'],
    [88.4, '88.40'],
    [1234.567, '1,234.57'],
    [-5, '-5.00'],
  ])('%d is %s, in no currency that nobody named', (value, text) => {
    expect(amount(value)).toBe(text);
  });
});

describe('a country', () => {
  it('is named in the person’s language', () => {
    vi.stubGlobal('navigator', { language: 'de' });
    expect(countryName('DE')).toBe('Deutschland');
  });

  it.each([
    ['XX-', 'en'],
    ['DE', 'not a language'],
  ])('is its code where nobody knows better: %s, %s', (code, language) => {
    vi.stubGlobal('navigator', { language });
    expect(countryName(code)).toBe(code);
  });
});
