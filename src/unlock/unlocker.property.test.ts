import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createServerClock } from '#api';
import { createFakeClock } from '#platform/test-helpers';
import type { Attempt, OpenCommand } from '#systems';
import { aDoor, createFakeOpener, OPENED, session, settle } from './unlock.test-helper.ts';
import { createUnlocker } from './unlocker.ts';

const DOORS = ['u1', 'u2'] as const;

const answer = fc.constantFrom<Attempt>(
  { kind: 'no-answer' },
  { kind: 'no-answer' },
  { kind: 'no-answer' },
  { kind: 'ended', outcome: OPENED },
  { kind: 'ended', outcome: { kind: 'jammed' } },
  { kind: 'refused', outcome: { kind: 'denied', message: null } },
);

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('press' as const), door: fc.constantFrom(...DOORS) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('answer' as const), answer }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(300, 300, 600, 3_000, 20_000) }),
  },
);

describe('any sequence of presses, answers and time', () => {
  it('makes one new key per press, none while a command is in flight, and resends only identical commands', async () => {
    const counts = { commands: 0, resent: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
        const clock = createFakeClock();
        const serverClock = createServerClock(clock);
        const waiting: ((attempt: Attempt) => void)[] = [];
        const { opener, asked } = createFakeOpener(() => new Promise((resolve) => waiting.push(resolve)));
        const unlocker = createUnlocker({
          opener,
          clock,
          serverClock,
          isVisible: () => true,
          isOnline: () => true,
          isFramed: () => false,
          isCurrent: () => true,
          onPress: (door) => door.id,
          onOutcome: (doorId) => void inFlight.delete(doorId),
        });
        const inFlight = new Set<string>();
        const made = new Map<string, OpenCommand>();
        let seen = 0;

        for (const one of steps) {
          if (one.do === 'press') unlocker.press(aDoor(one.door), session);
          const sent = asked.slice(seen).map(({ command }) => command);
          seen = asked.length;
          expect(sent.length).toBeLessThanOrEqual(1);
          for (const command of sent) {
            const door = command.target.id.replace('lock-', '');
            expect(one).toEqual({ do: 'press', door });
            expect([...inFlight]).not.toContain(door);
            expect([...made.keys()]).not.toContain(command.key);
            expect(command).toMatchObject({ pressedAt: clock.now(), notAfter: serverClock.now() + 10_000 });
            made.set(command.key, { ...command });
            inFlight.add(door);
          }
          if (one.do === 'answer') waiting.shift()?.(one.answer);
          if (one.do === 'wait') clock.advance(one.ms);
          await settle();
          for (const { command } of asked.slice(seen)) expect(command).toEqual(made.get(command.key));
          seen = asked.length;
        }

        for (const key of made.keys()) {
          expect(asked.filter(({ command }) => command.key === key).length).toBeLessThanOrEqual(2);
        }
        counts.commands += made.size;
        counts.resent += asked.length - made.size;
      }),
      { numRuns: 300 },
    );
    // Guards against runs in which these cases never happened.
    expect(counts.commands).toBeGreaterThan(400);
    expect(counts.resent).toBeGreaterThan(40);
  });
});
