import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpenOutcome } from '#model';
import type { UnlockEvent, UnlockState } from './machine.ts';
import { acceptsPress, OPENED_AT_LEAST_MS, READY, REST_MS, reduceUnlock } from './machine.ts';

const opened: OpenOutcome = { kind: 'opened', openedAt: 900, relaySeconds: 5 };
const answered = (
  outcome: OpenOutcome,
  command = 'a',
  remainingMs: number | null = outcome.kind === 'opened' ? 5_000 : null,
): UnlockEvent => ({ type: 'answered', command, outcome, at: 1_000, remainingMs });
const denied: OpenOutcome = { kind: 'denied', message: null };

const states = {
  ready: READY,
  sending: { kind: 'sending', command: 'a' },
  waiting: { kind: 'waiting', command: 'a' },
  opened: { kind: 'opened', openedAt: 900, relayEndsAt: 6_000, relayMs: 5_000, relay: 'counted' },
  'relay ended': { kind: 'relay-ended', openedAt: 900 },
  ended: { kind: 'ended', outcome: denied, restUntil: 2_000 },
} as const satisfies Record<string, UnlockState>;

const events = {
  pressed: { type: 'pressed', command: 'b' },
  'command arrived': { type: 'arrived', command: 'a' },
  'another command arrived': { type: 'arrived', command: 'x' },
  opened: answered(opened),
  denied: answered(denied),
  'another command opened': answered(opened, 'x'),
  'relay time ended': { type: 'relay-ended' },
  outdated: { type: 'outdated' },
} as const satisfies Record<string, UnlockEvent>;

type StateName = keyof typeof states;
type EventName = keyof typeof events;

const sendingB = { kind: 'sending', command: 'b' } as const;
const ended = { kind: 'ended', outcome: denied, restUntil: 1_000 + REST_MS } as const;

/** The state after each event. A missing entry means no change. */
const transitions: Readonly<Record<StateName, Partial<Record<EventName, UnlockState>>>> = {
  ready: { pressed: sendingB },
  sending: {
    'command arrived': states.waiting,
    opened: states.opened,
    denied: ended,
  },
  waiting: { opened: states.opened, denied: ended },
  opened: { 'relay time ended': states['relay ended'] },
  'relay ended': { pressed: sendingB, outdated: READY },
  ended: { pressed: sendingB },
};

const pairs = (Object.keys(states) as StateName[]).flatMap((state) =>
  (Object.keys(events) as EventName[]).map((event) => [state, event] as const),
);

describe('the state machine of opening one door', () => {
  it.each(pairs)('in the state “%s” handles “%s” as in the table', (state, event) => {
    const next = reduceUnlock(states[state], events[event]);
    const changed = transitions[state][event];
    if (changed) expect(next).toEqual(changed);
    else expect(next).toBe(states[state]);
  });

  const others: readonly OpenOutcome[] = [
    { kind: 'already-open' },
    denied,
    { kind: 'jammed' },
    { kind: 'not-answered' },
    { kind: 'failed', message: 'No.' },
    { kind: 'expired' },
    { kind: 'not-sent', because: { kind: 'offline' } },
    { kind: 'unknown', because: 'no-answer' },
  ];

  it.each(others)('ends with the opener’s outcome $kind, never as opened', (outcome) => {
    for (const state of [states.sending, states.waiting]) {
      expect(reduceUnlock(state, answered(outcome))).toEqual({ kind: 'ended', outcome, restUntil: 1_000 + REST_MS });
    }
  });

  it.each([
    ['the whole relay time', 5_000, 6_000, 'counted'],
    ['the rest of the relay time', 3_200, 4_200, 'counted'],
    ['three seconds without a countdown when less is left', 200, 1_000 + OPENED_AT_LEAST_MS, 'ending'],
    ['three seconds when none is left', 0, 1_000 + OPENED_AT_LEAST_MS, 'ending'],
    ['ten seconds without a countdown when the opener gives no relay time', null, 11_000, 'not-named'],
  ])('shows "Opened" for %s', (_what, remainingMs, relayEndsAt, relay) => {
    const next = reduceUnlock(states.waiting, answered(opened, 'a', remainingMs));
    expect(next).toEqual({ kind: 'opened', openedAt: 900, relayEndsAt, relayMs: relayEndsAt - 1_000, relay });
  });
});

describe('a press', () => {
  it.each([
    ['makes a command when the door is ready', states.ready, 0, true],
    ['makes no command while the command is sent', states.sending, 0, false],
    ['makes no command while the door is moving', states.waiting, 0, false],
    ['makes no command while the door is open', states.opened, 0, false],
    ['makes a new command when the relay time is over', states['relay ended'], 0, true],
    ['makes no command right after an outcome, as part of the same burst', states.ended, 1_999, false],
    ['makes a new command after that', states.ended, 2_000, true],
  ])('%s', (_what, state, now, accepts) => {
    expect(acceptsPress(state, now)).toBe(accepts);
  });
});

const command = fc.constantFrom('a', 'b', 'c');
const outcome = fc.constantFrom<OpenOutcome>(
  opened,
  denied,
  ...['jammed', 'expired'].map((kind) => ({ kind }) as OpenOutcome),
);
const event: fc.Arbitrary<UnlockEvent> = fc.oneof(
  fc.record({ type: fc.constant('pressed' as const), command }),
  fc.record({ type: fc.constant('arrived' as const), command }),
  fc.record({
    type: fc.constant('answered' as const),
    command,
    outcome,
    at: fc.nat(),
    remainingMs: fc.option(fc.nat(10_000)),
  }),
  fc.constant({ type: 'relay-ended' as const }),
  fc.constant({ type: 'outdated' as const }),
);

describe('any sequence of events', () => {
  it('reaches "Opened" only by the opener’s outcome for the command in flight', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (happened) => {
        let state: UnlockState = READY;
        for (const one of happened) {
          const before: UnlockState = state;
          state = reduceUnlock(before, one);
          if (state.kind !== 'opened' || before.kind === 'opened') continue;
          expect(before.kind === 'sending' || before.kind === 'waiting').toBe(true);
          expect(one).toMatchObject({ type: 'answered', outcome: { kind: 'opened' } });
          expect('command' in before && 'command' in one && before.command === one.command).toBe(true);
        }
      }),
    );
  });

  it('never replaces a command in flight', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (happened) => {
        let state: UnlockState = READY;
        for (const one of happened) {
          const next: UnlockState = reduceUnlock(state, one);
          if ('command' in state && 'command' in next) expect(next.command).toBe(state.command);
          state = next;
        }
      }),
    );
  });
});
