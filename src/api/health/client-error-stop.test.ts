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

describe('the stop of automatic requests', () => {
  it('needs at least ten answers', () => {
    const { stop, note } = setUp();
    note(400, 9);
    expect(stop.isStopped()).toBe(false);
    note(400, 1);
    expect(stop.isStopped()).toBe(true);
  });

  it('begins when more than half of the answers are client errors', () => {
    const { stop, note } = setUp();
    note(200, 10);
    note(404, 10);
    expect(stop.isStopped()).toBe(false);
    note(404, 1);
    expect(stop.isStopped()).toBe(true);
  });

  it.each([400, 403, 404, 409, 418, 422, 499])('counts a %i', (status) => {
    const { stop, note } = setUp();
    note(status, 10);
    expect(stop.isStopped()).toBe(true);
  });

  it.each([200, 304, 401, 429, 500, 503])('does not count a %i', (status) => {
    const { stop, note } = setUp();
    note(status, 30);
    expect(stop.isStopped()).toBe(false);
  });

  it('ends with a success', () => {
    const { stop, note } = setUp();
    note(422, 30);
    note(200, 1);
    expect(stop.isStopped()).toBe(false);
    note(422, 8);
    expect(stop.isStopped()).toBe(false);
  });

  it('does not end with a server error or a rate limit', () => {
    const { stop, note } = setUp();
    note(422, 30);
    note(503, 1);
    note(429, 1);
    expect(stop.isStopped()).toBe(true);
  });

  it.each([422, 401, 429, 503])('does not end with a %i', (status) => {
    const { stop, note } = setUp();
    note(422, 10);
    note(status, 1);
    expect(stop.isStopped()).toBe(true);
  });

  it('counts each answer for five minutes', () => {
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

  it('ends after five minutes', () => {
    const { clock, stop, note } = setUp();
    note(400, 10);
    clock.advance(299_999);
    expect(stop.isStopped()).toBe(true);
    clock.advance(1);
    expect(stop.isStopped()).toBe(false);
  });

  it('ends when the clock is set back', () => {
    const { clock, stop, note } = setUp();
    note(400, 10);
    clock.setTo(clock.now() - 1_000);
    expect(stop.isStopped()).toBe(false);
  });
});
