import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFakeClock, NOON } from '#platform/test-helpers';
import { createServerClock } from './server-clock.ts';

const http = (at: number) => new Date(at).toUTCString();

describe('the server’s time', () => {
  it('is this device’s time until the server has answered', () => {
    const clock = createFakeClock();
    expect(createServerClock(clock).now()).toBe(NOON);
  });

  it('is learned from an answer, and advances with this device’s clock', () => {
    const clock = createFakeClock();
    const server = createServerClock(clock);
    server.observe(http(NOON + 3_600_000), NOON - 200, NOON)();
    clock.advance(5_000);
    expect(Math.abs(server.now() - (NOON + 3_605_000))).toBeLessThanOrEqual(700);
  });

  it.each([null, '', 'yesterday', '5', '2026-07-01T18:00:00Z', 'Wed, 99 Jul 2026 12:00:00 GMT'])(
    'does not change with the Date %j',
    (header) => {
      const clock = createFakeClock();
      const server = createServerClock(clock);
      server.observe(http(NOON + 60_000), NOON, NOON)();
      const before = server.now();
      server.observe(header, NOON, NOON)();
      expect(server.now()).toBe(before);
    },
  );

  it('is this device’s time when the difference is within the resolution of Date', () => {
    const clock = createFakeClock();
    const server = createServerClock(clock);
    server.observe(http(NOON), NOON - 1_000, NOON)();
    expect(server.now()).toBe(NOON);
  });

  it('is correct again after the device’s clock was corrected', () => {
    const clock = createFakeClock();
    const server = createServerClock(clock);
    server.observe(http(NOON + 60_000), NOON, NOON)();
    server.observe(http(NOON), NOON, NOON)();
    expect(server.now()).toBe(NOON);
  });

  it('changes for open commands only with a valid answer, and for rate-limit windows with any', () => {
    const clock = createFakeClock();
    const server = createServerClock(clock);
    const trust = server.observe(http(NOON + 60_000), NOON, NOON);
    expect([server.now(), server.ahead()]).toEqual([NOON, 60_500]);
    server.observe(http(NOON - 3_600_000), NOON, NOON);
    trust();
    expect([server.now(), server.ahead()]).toEqual([NOON + 60_500, -3_599_500]);
  });

  it('does not change with an answer that a motor delayed for ten seconds and whose Date is consistent', () => {
    const clock = createFakeClock();
    const server = createServerClock(clock);
    server.observe(http(NOON + 10_000), NOON, NOON + 10_000)();
    expect([server.now(), server.ahead()]).toEqual([NOON, 0]);
    server.observe(http(NOON + 60_000), NOON, NOON)();
    server.observe(http(NOON + 70_000), NOON, NOON + 10_000)();
    expect([server.now(), server.ahead()]).toEqual([NOON + 60_500, 60_500]);
  });

  it('is at most two seconds wrong, for any clock error and any delay up to a second', () => {
    const error = fc.integer({ min: -86_400_000, max: 86_400_000 });
    fc.assert(
      fc.property(error, fc.nat({ max: 1_000 }), fc.nat({ max: 999 }), (ahead, trip, part) => {
        const clock = createFakeClock(NOON + part);
        const server = createServerClock(clock);
        const trueTime = () => clock.now() + ahead;
        const sent = clock.now();
        clock.advance(trip / 2);
        const stamped = http(trueTime());
        clock.advance(trip / 2);
        server.observe(stamped, sent, clock.now())();
        expect(Math.abs(server.now() - trueTime())).toBeLessThanOrEqual(2_000);
      }),
    );
  });
});
