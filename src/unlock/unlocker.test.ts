import { describe, expect, it, vi } from 'vitest';
import { createServerClock } from '#api';
import { type Door, type NotSentCause, type OpenOutcome, tenantKey } from '#model';
import { createFakeClock, NOON } from '#platform/test-helpers';
import type { Attempt, Opener } from '#systems';
import { OPENED_AT_LEAST_MS, RELAY_ENDED_SHOWN_MS, REST_MS } from './machine.ts';
import { aDoor, createFakeOpener, session, settle } from './unlock.test-helper.ts';
import { createUnlocker } from './unlocker.ts';

/** An unlocker whose opener answers when the test calls `answer`. */
function setUp(facts: Partial<Opener> = {}, isCurrent = () => true, isFramed = false) {
  const clock = createFakeClock();
  const serverClock = createServerClock(clock);
  const answers: ((attempt: Attempt) => void)[] = [];
  const { opener, asked } = createFakeOpener(() => new Promise((resolve) => answers.push(resolve)), facts);
  const outcomes: { readonly id: string; readonly outcome: OpenOutcome }[] = [];
  const order: string[] = [];
  let presses = 0;
  const unlocker = createUnlocker({
    opener: {
      ...opener,
      attempt(command, deadlineMs) {
        order.push('sent');
        return opener.attempt(command, deadlineMs);
      },
    },
    clock,
    serverClock,
    isVisible: () => true,
    isOnline: () => true,
    isFramed: () => isFramed,
    isCurrent,
    onPress: (_door, _session, isSent) => {
      order.push(isSent ? 'recorded' : 'recorded as refused');
      return `record-${++presses}`;
    },
    onOutcome: (id, _door, outcome) => outcomes.push({ id, outcome }),
  });
  const answer = async (outcome: OpenOutcome) => {
    answers.at(-1)?.({ kind: 'ended', outcome });
    await settle();
  };
  return { unlocker, clock, serverClock, asked, answer, outcomes, order };
}

const opened = (facts: Partial<Extract<OpenOutcome, { kind: 'opened' }>> = {}) =>
  ({ kind: 'opened', openedAt: NOON, relaySeconds: 5, ...facts }) as const;
const refusedBecause = (because: NotSentCause): Partial<Opener> => ({ refusal: () => because });

describe('one press', () => {
  it('sends its command before it returns, and records it after that', () => {
    const { unlocker, asked, order } = setUp();
    unlocker.press(aDoor(), session);
    expect(asked).toHaveLength(1);
    expect(order).toEqual(['sent', 'recorded']);
  });

  it('makes no command in a frame of another origin', () => {
    const { unlocker, asked, order } = setUp({}, () => true, true);
    unlocker.press(aDoor(), session);
    expect([asked, order, unlocker.state(aDoor().id).kind]).toEqual([[], [], 'ready']);
  });

  it('makes no command with a token that is no longer stored', () => {
    const { unlocker, asked, order } = setUp({}, () => false);
    unlocker.press(aDoor(), session);
    expect([asked, order, unlocker.state(aDoor().id).kind]).toEqual([[], [], 'ready']);
  });

  it('makes one complete command', () => {
    const { unlocker, asked } = setUp();
    unlocker.press(aDoor(), session);
    expect(asked[0]?.command).toEqual({
      key: expect.stringMatching(/^[0-9a-f-]{36}$/),
      target: { kind: 'lock', id: 'lock-u1', key: 'sealed' },
      subject: tenantKey(session.tenant),
      credential: session.credential,
      tenantId: 't1',
      pressedAt: NOON,
      notAfter: NOON + 10_000,
    });
  });

  it('sets not_after ten seconds later on the server’s clock, not the device’s', () => {
    const { unlocker, asked, serverClock } = setUp();
    serverClock.observe(new Date(NOON - 3_600_000).toUTCString(), NOON, NOON)();
    unlocker.press(aDoor(), session);
    expect(asked[0]?.command.notAfter).toBe(serverClock.now() + 10_000);
    expect(asked[0]?.command.notAfter).toBeLessThan(NOON - 3_580_000);
  });

  it('makes no command for a door without a known lock', () => {
    const { unlocker, asked, outcomes } = setUp();
    unlocker.press({ ...aDoor(), openability: { kind: 'lock-unknown' } }, session);
    expect(asked).toHaveLength(0);
    expect(outcomes).toHaveLength(0);
  });
});

describe('many presses', () => {
  it('in a burst make one command', async () => {
    const { unlocker, asked, answer, clock } = setUp();
    for (let tap = 0; tap < 20; tap++) unlocker.press(aDoor(), session);
    clock.advance(1_000);
    expect(unlocker.state('u1').kind).toBe('waiting');
    for (let tap = 0; tap < 20; tap++) unlocker.press(aDoor(), session);
    await answer(opened());
    for (let tap = 0; tap < 10; tap++) unlocker.press(aDoor(), session);
    expect(asked).toHaveLength(1);
  });

  it('that continue after a denial make no second command in the same burst', async () => {
    const { unlocker, asked, answer, clock } = setUp();
    unlocker.press(aDoor(), session);
    await answer({ kind: 'denied', message: null });
    for (let tap = 0; tap < 49; tap++) unlocker.press(aDoor(), session);
    expect(asked).toHaveLength(1);
    clock.advance(REST_MS);
    unlocker.press(aDoor(), session);
    expect(asked).toHaveLength(2);
  });

  it('one after another have a key each', async () => {
    const { unlocker, asked, answer, clock } = setUp();
    for (let press = 0; press < 50; press++) {
      unlocker.press(aDoor(), session);
      await answer({ kind: 'jammed' });
      clock.advance(REST_MS);
    }
    expect(new Set(asked.map((one) => one.command.key)).size).toBe(50);
  });

  it('at two doors make a command each', () => {
    const { unlocker, asked } = setUp();
    unlocker.press(aDoor('u1'), session);
    unlocker.press(aDoor('u2'), session);
    expect(asked.map((one) => one.command.target.id)).toEqual(['lock-u1', 'lock-u2']);
  });

  it('that a subscriber makes during the first belong to the same burst', () => {
    const { unlocker, asked } = setUp();
    unlocker.subscribe(() => unlocker.press(aDoor(), session));
    unlocker.press(aDoor(), session);
    expect(asked).toHaveLength(1);
  });
});

describe('a press that must not be sent', () => {
  it.each<NotSentCause>([{ kind: 'offline' }, { kind: 'rate-limited', until: 7 }, { kind: 'unsupported' }])(
    'is refused at once and never sent later: $kind',
    (because) => {
      const { unlocker, asked, outcomes, clock, order } = setUp(refusedBecause(because));
      unlocker.press(aDoor(), session);
      const outcome = { kind: 'not-sent', because };
      expect(unlocker.state('u1')).toMatchObject({ kind: 'ended', outcome });
      expect(outcomes).toEqual([{ id: 'record-1', outcome }]);
      expect(order).toEqual(['recorded as refused']);
      clock.advance(3_600_000);
      expect(asked).toHaveLength(0);
    },
  );
});

describe('a door that this tenant may not open now', () => {
  const hourAhead = new Date(NOON + 3_600_000).toUTCString();

  it.each<[string, Partial<Door>]>([
    ['was denied', { grant: { kind: 'denied', denial: { kind: 'overlock' } } }],
    ['expired on the server’s clock', { expiresAt: NOON + 60_000 }],
    ['is outside its hours', { hours: [{ start: 0, end: 60, timeZone: 'UTC' }] }],
  ])('is refused by the app without asking the opener: it %s', (_why, facts) => {
    const { unlocker, asked, outcomes, serverClock } = setUp(refusedBecause({ kind: 'offline' }));
    serverClock.observe(hourAhead, NOON, NOON)();
    unlocker.press({ ...aDoor(), ...facts }, session);
    expect(asked).toEqual([]);
    expect(outcomes).toEqual([{ id: 'record-1', outcome: { kind: 'not-sent', because: { kind: 'not-permitted' } } }]);
  });

  it('is opened until its access ends', () => {
    const { unlocker, asked } = setUp();
    unlocker.press({ ...aDoor(), expiresAt: NOON + 1 }, session);
    expect(asked).toHaveLength(1);
  });
});

describe('the outcome of a press', () => {
  it('is passed on once, with the id of the press’s record', async () => {
    const { unlocker, answer, outcomes } = setUp();
    unlocker.press(aDoor(), session);
    await answer({ kind: 'jammed' });
    await answer(opened());
    expect(outcomes).toEqual([{ id: 'record-1', outcome: { kind: 'jammed' } }]);
  });

  it.each([
    ['the whole relay time when the answer came at once', 0, 0, 5_000, 'counted'],
    ['the rest of it when the answer was slow', 2_000, 1_500, 3_500, 'counted'],
    ['at most the whole of it when the server’s clock is ahead', 0, -2_000, 5_000, 'counted'],
    ['three seconds when the answer came too late', 14_000, 13_000, OPENED_AT_LEAST_MS, 'ending'],
  ])('shows "Opened" for %s', async (_what, tookMs, agoMs, shownMs, relay) => {
    const { unlocker, answer, clock } = setUp();
    unlocker.press(aDoor(), session);
    clock.advance(tookMs);
    await answer(opened({ openedAt: NOON + tookMs - agoMs }));
    expect(unlocker.state('u1')).toMatchObject({ kind: 'opened', relayEndsAt: NOON + tookMs + shownMs, relay });
    clock.advance(shownMs - 1);
    expect(unlocker.state('u1').kind).toBe('opened');
    clock.advance(1);
    expect(unlocker.state('u1')).toEqual({ kind: 'relay-ended', openedAt: NOON + tookMs - agoMs });
    clock.advance(RELAY_ENDED_SHOWN_MS);
    expect(unlocker.state('u1').kind).toBe('ready');
  });

  it('the end of the time of an earlier opening does not end a later one', async () => {
    const { unlocker, answer, clock } = setUp();
    unlocker.press(aDoor(), session);
    await answer(opened());
    clock.advance(5_000);
    unlocker.press(aDoor(), session);
    await answer(opened({ openedAt: NOON + 5_000 }));
    clock.advance(5_000);
    clock.advance(RELAY_ENDED_SHOWN_MS - 5_000);
    expect(unlocker.state('u1').kind).toBe('relay-ended');
    clock.advance(5_000);
    expect(unlocker.state('u1').kind).toBe('ready');
  });

  it.each([
    ['two seconds before the press', -2_000, -2_000],
    ['an hour before the press', -3_600_000, -2_000],
    ['two seconds after the answer', 7_000, 7_000],
    ['an hour after the answer', 3_600_000, 7_000],
  ])('has a time between press and answer, with a tolerance of two seconds: %s', async (_when, given, kept) => {
    const { unlocker, answer, clock, serverClock, outcomes } = setUp();
    serverClock.observe(new Date(NOON - 3_600_000).toUTCString(), NOON, NOON)();
    const pressedAt = serverClock.now();
    unlocker.press(aDoor(), session);
    clock.advance(5_000);
    await answer(opened({ openedAt: pressedAt + given }));
    expect(unlocker.state('u1').kind).toBe('opened');
    expect(outcomes[0]?.outcome).toEqual(opened({ openedAt: pressedAt + kept }));
  });

  it('is pending while a command is in flight', async () => {
    const { unlocker, answer } = setUp();
    expect(unlocker.isBusy()).toBe(false);
    unlocker.press(aDoor(), session);
    expect(unlocker.isBusy()).toBe(true);
    await answer({ kind: 'jammed' });
    expect(unlocker.isBusy()).toBe(false);
  });

  it('is active from the press until the door counts as shut, at any door', async () => {
    const { unlocker, answer, clock } = setUp();
    expect(unlocker.isActive()).toBe(false);
    unlocker.press(aDoor('u2'), session);
    expect(unlocker.isActive()).toBe(true);
    clock.advance(1_000);
    expect([unlocker.state('u2').kind, unlocker.isActive()]).toEqual(['waiting', true]);
    await answer(opened({ openedAt: clock.now() }));
    expect([unlocker.isBusy(), unlocker.isActive()]).toEqual([false, true]);
    clock.advance(5_000);
    expect(unlocker.isActive()).toBe(false);
  });

  it('is not active after it failed', async () => {
    const { unlocker, answer } = setUp();
    unlocker.press(aDoor(), session);
    await answer({ kind: 'jammed' });
    expect(unlocker.isActive()).toBe(false);
  });

  it('notifies subscribers until they unsubscribe', async () => {
    const { unlocker, answer } = setUp();
    const changed = vi.fn();
    const stop = unlocker.subscribe(changed);
    unlocker.press(aDoor(), session);
    expect(changed).toHaveBeenCalledTimes(1);
    stop();
    await answer({ kind: 'jammed' });
    expect(changed).toHaveBeenCalledTimes(1);
  });
});

describe('leaving the page of a door', () => {
  it.each([
    ['a failure', { kind: 'jammed' } as const, 0],
    ['an opening whose relay time is over', opened(), 5_000],
  ])('clears the outcome of the last command, %s', async (_what, outcome, waitedMs) => {
    const { unlocker, answer, clock } = setUp();
    unlocker.press(aDoor(), session);
    await answer(outcome);
    clock.advance(waitedMs);
    unlocker.forget('u1');
    expect(unlocker.state('u1').kind).toBe('ready');
  });

  it('keeps a door that is open', async () => {
    const { unlocker, answer } = setUp();
    unlocker.press(aDoor(), session);
    await answer(opened());
    unlocker.forget('u1');
    expect(unlocker.state('u1').kind).toBe('opened');
  });

  it('keeps a command in flight, so that another press makes no second one', () => {
    const { unlocker, asked } = setUp();
    unlocker.press(aDoor(), session);
    unlocker.forget('u1');
    unlocker.press(aDoor(), session);
    expect(unlocker.state('u1').kind).toBe('sending');
    expect(asked).toHaveLength(1);
  });

  it('keeps an open door open', async () => {
    const { unlocker, answer } = setUp();
    unlocker.press(aDoor(), session);
    await answer(opened());
    unlocker.forget('u1');
    expect(unlocker.state('u1').kind).toBe('opened');
  });

  it('keeps “not opened, sign in again”, which has not been seen yet', async () => {
    const { unlocker, answer } = setUp();
    unlocker.press(aDoor(), session);
    await answer({ kind: 'not-sent', because: { kind: 'signed-out' } });
    unlocker.forget('u1');
    expect(unlocker.state('u1').kind).toBe('ended');
  });
});
