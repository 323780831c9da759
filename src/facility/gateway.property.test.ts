import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { B204, BUILDING_B, createHarness, NOON } from './facility.test-helper.ts';

const doors = [`/gateway/locks/${B204}/open`, `/gateway/entry-points/${BUILDING_B}/open`] as const;

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('press' as const), key: fc.integer({ min: 0, max: 4 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.double({ min: 0, max: 8, noNaN: true }) }),
  },
);

describe('any sequence of commands, retries and waits', () => {
  it('opens a door at most once per key, never after not_after, and gives each key one answer', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 30 }),
        fc.integer({ min: 0, max: 4000 }),
        async (steps, dispatchMs) => {
          const { facility, ask, control, advance, signIn, openings } = createHarness();
          const token = await signIn('0101');
          await control('PATCH', '/settings', { dispatchMs });
          const answersByKey = new Map<number, Promise<{ status: number; body: unknown }>[]>();
          for (const one of steps) {
            if (one.do === 'wait') advance(one.seconds);
            else {
              // A client repeats a key only with the same door and not_after, which is at most 15 s ahead.
              const notAfter = NOON + 3000 * (one.key + 1);
              const answer = ask('POST', doors[one.key % 2] ?? doors[0], {
                token,
                key: `key-${one.key}`,
                body: { not_after: new Date(notAfter).toISOString() },
              });
              answersByKey.set(one.key, [...(answersByKey.get(one.key) ?? []), answer]);
            }
            // Lets pending requests proceed without a change of the clock.
            await control('GET', '/clock');
          }
          advance(60);
          const opened = new Map<number, number>();
          for (const [key, answers] of answersByKey) {
            const all = await Promise.all(answers);
            expect(new Set(all.map(({ body }) => JSON.stringify(body))).size).toBe(1);
            if (all[0]?.status === 200) opened.set(key, Date.parse((all[0].body as { opened_at: string }).opened_at));
          }
          const moved = await openings();
          expect(moved).toHaveLength(opened.size);
          // The motor starts two seconds before the door is open.
          for (const [key, at] of opened) expect(at - 2000).toBeLessThanOrEqual(NOON + 3000 * (key + 1));
          facility.close();
        },
      ),
      { numRuns: 60 },
    );
  });
});
