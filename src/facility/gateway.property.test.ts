import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { B204, BUILDING_B, createLab, NOON } from './facility.test-helper.ts';

const doors = [`/gateway/locks/${B204}/open`, `/gateway/entry-points/${BUILDING_B}/open`] as const;

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('press' as const), key: fc.integer({ min: 0, max: 4 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.double({ min: 0, max: 8, noNaN: true }) }),
  },
);

describe('in whatever order presses, repeats and time come', () => {
  it('no key moves a door twice, none moves one after its moment, and one key hears one answer', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 30 }),
        fc.integer({ min: 0, max: 4000 }),
        async (steps, dispatchMs) => {
          const { facility, ask, control, advance, signIn, openings } = createLab();
          const token = await signIn('0101');
          await control('PATCH', '/settings', { dispatchMs });
          const heard = new Map<number, Promise<{ status: number; body: unknown }>[]>();
          for (const one of steps) {
            if (one.do === 'wait') advance(one.seconds);
            else {
              // A key keeps its door and its moment, as an honest client's does, and no moment is more than 15 s ahead.
              const notAfter = NOON + 3000 * (one.key + 1);
              const answer = ask('POST', doors[one.key % 2] ?? doors[0], {
                token,
                key: `key-${one.key}`,
                body: { not_after: new Date(notAfter).toISOString() },
              });
              heard.set(one.key, [...(heard.get(one.key) ?? []), answer]);
            }
            // Lets the request come as far as it comes without time passing.
            await control('GET', '/clock');
          }
          advance(60);
          const opened = new Map<number, number>();
          for (const [key, answers] of heard) {
            const all = await Promise.all(answers);
            expect(new Set(all.map(({ body }) => JSON.stringify(body))).size).toBe(1);
            if (all[0]?.status === 200) opened.set(key, Date.parse((all[0].body as { opened_at: string }).opened_at));
          }
          const moved = await openings();
          expect(moved).toHaveLength(opened.size);
          // The motor takes two seconds, so it began that long before it was open.
          for (const [key, at] of opened) expect(at - 2000).toBeLessThanOrEqual(NOON + 3000 * (key + 1));
          facility.close();
        },
      ),
      { numRuns: 60 },
    );
  });
});
