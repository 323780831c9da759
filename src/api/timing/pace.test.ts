import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Exclusive, memoryStore } from '#platform';
import { createFakeClock, NOON } from '#platform/test-helpers';
import { settle } from '../transport.test-helper.ts';
import { createPace } from './pace.ts';

const PER_SECOND = 5;
const exclusive: Exclusive = async (_name, work) => work();
const { signal: always } = new AbortController();

/** So many tabs of one browser. */
function setUp(tabs = 1) {
  const clock = createFakeClock();
  const store = memoryStore();
  const paces = Array.from({ length: tabs }, () => createPace({ perSecond: PER_SECOND, store, clock, exclusive }));
  const first = paces[0] as (typeof paces)[number];
  const pass = async (ms: number) => {
    for (const end = clock.now() + ms; clock.now() < end; ) {
      await settle();
      clock.advance(Math.min(10, end - clock.now()));
    }
    await settle();
  };
  return { clock, store, paces, first, pass };
}

describe('the pace of a browser', () => {
  it('lets five commands go at once, and says how long the sixth would have to wait', () => {
    const { clock, first } = setUp();
    expect(Array.from({ length: PER_SECOND }, () => first.takeNow())).toEqual([0, 0, 0, 0, 0]);
    clock.advance(400);
    expect(first.takeNow()).toBe(600);
    clock.advance(600);
    expect(first.takeNow()).toBe(0);
  });

  it('keeps two of five turns for commands: what runs by itself gets three a second', async () => {
    const { clock, first, pass } = setUp();
    const sent: number[] = [];
    for (let nth = 0; nth < 7; nth++) void first.turn(always).then(() => sent.push(clock.now() - NOON));
    await pass(0);
    expect(sent).toEqual([0, 0, 0]);
    expect([first.takeNow(), first.takeNow()]).toEqual([0, 0]);
    expect(first.takeNow()).toBe(1_000);
    await pass(3_000);
    expect(sent).toHaveLength(7);
  });

  it('is that of all tabs together', () => {
    const { paces } = setUp(3);
    const taken = [...paces, ...paces].map((pace) => pace.takeNow());
    expect(taken).toEqual([0, 0, 0, 0, 0, 1_000]);
  });

  it('is given up by who does not want any more', async () => {
    const { clock, first, pass } = setUp();
    for (let nth = 0; nth < PER_SECOND; nth++) first.takeNow();
    const leave = new AbortController();
    const turn = first.turn(leave.signal).catch((reason: unknown) => reason);
    await pass(100);
    leave.abort('left');
    expect(await turn).toBe('left');
    expect(clock.waiting()).toBe(0);
    clock.advance(2_000);
    await expect(first.turn(AbortSignal.abort('gone'))).rejects.toBe('gone');
    expect(Array.from({ length: PER_SECOND }, () => first.takeNow())).toEqual([0, 0, 0, 0, 0]);
  });

  it.each([['text'], [{}], [['x', null]]])('begins anew when storage holds %j', (kept) => {
    const { store, first } = setUp();
    store.set('pace', kept);
    expect(first.takeNow()).toBe(0);
  });

  it('is not held back by a clock that was set back', () => {
    const { clock, first } = setUp();
    for (let nth = 0; nth < PER_SECOND; nth++) first.takeNow();
    clock.setTo(NOON - 3_600_000);
    expect(Array.from({ length: PER_SECOND }, () => first.takeNow())).toEqual([0, 0, 0, 0, 0]);
    expect(first.takeNow()).toBe(1_000);
  });

  it('is kept in every second whatever, bursts and all tabs included', async () => {
    const step = fc.tuple(fc.integer({ min: 0, max: 2 }), fc.boolean(), fc.integer({ min: 0, max: 400 }));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const { clock, paces, pass } = setUp(3);
        const sent: number[] = [];
        for (const [tab, isCommand, ms] of steps) {
          const pace = paces[tab] as (typeof paces)[number];
          if (!isCommand) void pace.turn(always).then(() => sent.push(clock.now()));
          else if (pace.takeNow() === 0) sent.push(clock.now());
          await pass(ms);
        }
        await pass(20_000);
        const reads = steps.filter(([, isCommand]) => !isCommand).length;
        expect(sent.length).toBeGreaterThanOrEqual(reads);
        for (const at of sent)
          expect(sent.filter((one) => one >= at && one < at + 1_000).length).toBeLessThanOrEqual(5);
      }),
      { numRuns: 40 },
    );
  });
});
