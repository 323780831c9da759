import { describe, expect, it } from 'vitest';
import { createFakeClock } from '#platform/test-helpers';
import { createClientErrorStop } from './client-error-stop.ts';

function setUp() {
  const clock = createFakeClock();
  const stop = createClientErrorStop(clock);
  const note = (status: number, times: number) => {
    for (let nth = 0; nth < times; nth++) stop.note(status);
  };
  return { clock, stop, note };
}

describe('what runs by itself', () => {
  it('goes on for a few bad requests: nine are no share of anything', () => {
    const { stop, note } = setUp();
    note(400, 9);
    expect(stop.isStopped()).toBe(false);
    note(400, 1);
    expect(stop.isStopped()).toBe(true);
  });

  it('goes on while half of the answers are good, and stops with one more that is bad', () => {
    const { stop, note } = setUp();
    note(200, 10);
    note(404, 10);
    expect(stop.isStopped()).toBe(false);
    note(404, 1);
    expect(stop.isStopped()).toBe(true);
  });

  it.each([400, 403, 404, 409, 418, 422, 499])('stops for a %i', (status) => {
    const { stop, note } = setUp();
    note(status, 10);
    expect(stop.isStopped()).toBe(true);
  });

  it.each([200, 304, 401, 429, 500, 503])('does not stop for a %i, which is no mistake of ours', (status) => {
    const { stop, note } = setUp();
    note(status, 30);
    expect(stop.isStopped()).toBe(false);
  });

  it('goes on after a good answer to what a person has pressed', () => {
    const { stop, note } = setUp();
    note(422, 30);
    note(200, 1);
    expect(stop.isStopped()).toBe(false);
    note(422, 8);
    expect(stop.isStopped()).toBe(false);
  });

  it('does not take trouble of the server, or a limit, for a good answer', () => {
    const { stop, note } = setUp();
    note(422, 30);
    note(503, 1);
    note(429, 1);
    expect(stop.isStopped()).toBe(true);
  });

  it.each([422, 401, 429, 503])('is not set going by a %i while it is stopped', (status) => {
    const { stop, note } = setUp();
    note(422, 10);
    note(status, 1);
    expect(stop.isStopped()).toBe(true);
  });

  it('counts each answer for its own five minutes', () => {
    const { clock, stop, note } = setUp();
    note(404, 6);
    clock.advance(200_000);
    note(404, 4);
    clock.advance(99_999);
    expect(stop.isStopped()).toBe(true);
    clock.advance(1);
    expect(stop.isStopped()).toBe(false);
    note(404, 6);
    expect(stop.isStopped()).toBe(true);
  });

  it('goes on when five minutes have passed', () => {
    const { clock, stop, note } = setUp();
    note(400, 10);
    clock.advance(299_999);
    expect(stop.isStopped()).toBe(true);
    clock.advance(1);
    expect(stop.isStopped()).toBe(false);
  });

  it('is not held back by a clock that was set back', () => {
    const { clock, stop, note } = setUp();
    note(400, 10);
    clock.setTo(clock.now() - 1_000);
    expect(stop.isStopped()).toBe(false);
  });
});
