import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpenOutcome } from '#model';
import { createFakeClock } from '#platform/test-helpers';
import type { Attempt } from '#systems';
import { deliver, GIVE_UP_MS } from './deliver.ts';
import { aCommand, createFakeOpener, OPENED, settle } from './unlock.test-helper.ts';

const NO_ANSWER: Attempt = { kind: 'no-answer' };
const UNKNOWN: OpenOutcome = { kind: 'unknown', because: 'no-answer' };
const ended = (outcome: OpenOutcome): Attempt => ({ kind: 'ended', outcome });
const refused = (outcome: OpenOutcome): Attempt => ({ kind: 'refused', outcome });

type Conditions = { readonly visible?: boolean; readonly online?: boolean; readonly dedupes?: boolean };

/** Delivers one command to an opener that answers each attempt after `afterMs`, within its deadline. */
function setUp(answers: readonly (readonly [afterMs: number, attempt: Attempt])[], conditions: Conditions = {}) {
  const clock = createFakeClock();
  const pressedAt = clock.now();
  const { opener, asked } = createFakeOpener(
    (nth, deadlineMs) =>
      new Promise((resolve) => {
        const [afterMs, attempt] = answers[nth - 1] ?? [0, NO_ANSWER];
        if (afterMs > deadlineMs) clock.after(deadlineMs, () => resolve(ended(UNKNOWN)));
        else clock.after(afterMs, () => resolve(attempt));
      }),
    { dedupesByKey: conditions.dedupes ?? true },
  );
  const parts = { clock, isVisible: () => conditions.visible ?? true, isOnline: () => conditions.online ?? true };
  const command = aCommand({ pressedAt });
  let outcome: OpenOutcome | null = null;
  let endedAfter = Number.NaN;
  void deliver(opener, command, parts).then((result) => {
    outcome = result;
    endedAfter = clock.now() - pressedAt;
  });
  const advanceBy = async (ms: number) => {
    for (const end = clock.now() + ms; clock.now() < end; ) {
      clock.advance(Math.min(50, end - clock.now()));
      await settle();
    }
  };
  return { asked, command, advanceBy, outcome: () => outcome, endedAfter: () => endedAfter };
}

describe('a command', () => {
  it('is sent in the task in which it was made', () => {
    expect(setUp([[100, NO_ANSWER]]).asked).toHaveLength(1);
  });

  it('is resent, unchanged, when no answer result', async () => {
    const { asked, command, advanceBy, outcome } = setUp([
      [500, NO_ANSWER],
      [100, ended(OPENED)],
    ]);
    await advanceBy(2_000);
    expect(asked.map((one) => one.command)).toEqual([command, command]);
    expect(asked[1]?.command).toBe(command);
    expect(outcome()).toEqual(OPENED);
  });

  it('is never sent a third time', async () => {
    const { asked, advanceBy, outcome } = setUp([
      [100, NO_ANSWER],
      [100, NO_ANSWER],
      [100, ended(OPENED)],
    ]);
    await advanceBy(GIVE_UP_MS);
    expect(asked).toHaveLength(2);
    expect(outcome()).toEqual(UNKNOWN);
  });

  it.each<[string, Attempt]>([
    ['a success', ended(OPENED)],
    ['a 401', refused({ kind: 'not-sent', because: { kind: 'signed-out' } })],
    ['a 429', refused({ kind: 'not-sent', because: { kind: 'rate-limited', until: 5 } })],
    ['a denial', refused({ kind: 'denied', message: null })],
    ['a jam', ended({ kind: 'jammed' })],
    ['a server error', ended({ kind: 'unknown', because: 'server-trouble' })],
    ['nonsense', ended({ kind: 'unknown', because: 'nonsense' })],
  ])('ends with any HTTP answer: %s', async (_what, answer) => {
    const { asked, advanceBy, outcome } = setUp([[100, answer]]);
    await advanceBy(GIVE_UP_MS);
    expect(asked).toHaveLength(1);
    expect(outcome()).toEqual('outcome' in answer ? answer.outcome : null);
  });

  it.each<[string, number, Conditions]>([
    ['three seconds are over', 2_700, {}],
    ['the page is hidden', 100, { visible: false }],
    ['the device is offline', 100, { online: false }],
    ['the opener would move the door twice', 100, { dedupes: false }],
  ])('is not resent when %s', async (_when, afterMs, life) => {
    const { asked, advanceBy, outcome } = setUp([[afterMs, NO_ANSWER]], life);
    await advanceBy(GIVE_UP_MS);
    expect(asked).toHaveLength(1);
    expect(outcome()).toEqual(UNKNOWN);
  });

  it('is resent up to three seconds after the press', async () => {
    const { asked, advanceBy } = setUp([[2_600, NO_ANSWER]]);
    await advanceBy(4_000);
    expect(asked).toHaveLength(2);
  });

  it.each<[string, Attempt]>([
    ['is refused with 401', refused({ kind: 'not-sent', because: { kind: 'signed-out' } })],
    ['is refused with 429', refused({ kind: 'not-sent', because: { kind: 'rate-limited', until: null } })],
    ['is refused with 404', refused({ kind: 'not-sent', because: { kind: 'not-found' } })],
    ['is refused with 403 and no outcome', refused({ kind: 'denied', message: null })],
    ['is refused with 422', refused({ kind: 'failed', message: null })],
    ['is not sent', ended({ kind: 'not-sent', because: { kind: 'offline' } })],
    ['fails', ended({ kind: 'unknown', because: 'no-answer' })],
  ])('without an answer, whose resend %s, is unknown: the door may have moved', async (_what, second) => {
    const { advanceBy, outcome } = setUp([
      [100, NO_ANSWER],
      [100, second],
    ]);
    await advanceBy(1_000);
    expect(outcome()).toEqual(UNKNOWN);
  });

  it.each<OpenOutcome>([
    { kind: 'denied', message: 'No.' },
    { kind: 'jammed' },
    { kind: 'expired' },
    { kind: 'already-open' },
  ])('without an answer, whose resend gets an outcome, has that outcome: $kind', async (word) => {
    const { advanceBy, outcome } = setUp([
      [100, NO_ANSWER],
      [100, ended(word)],
    ]);
    await advanceBy(1_000);
    expect(outcome()).toEqual(word);
  });

  it('limits each attempt to the rest of the fifteen seconds', async () => {
    const { asked, advanceBy } = setUp([[1_000, NO_ANSWER]]);
    await advanceBy(2_000);
    expect(asked.map((one) => one.deadlineMs)).toEqual([GIVE_UP_MS, GIVE_UP_MS - 1_300]);
  });
});

describe('whatever the opener answers within its deadline', () => {
  it('a command ends within fifteen seconds, after at most two identical attempts, the second within three seconds', async () => {
    const attempt = fc.constantFrom(NO_ANSWER, ended(OPENED), ended({ kind: 'jammed' }), refused({ kind: 'expired' }));
    const answer = fc.tuple(fc.integer({ min: 0, max: 40_000 }), attempt);
    const life = fc.record({ visible: fc.boolean(), online: fc.boolean(), dedupes: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.tuple(answer, answer), life, async (answers, how) => {
        const run = setUp(answers, how);
        await run.advanceBy(GIVE_UP_MS);
        expect(run.outcome()).not.toBeNull();
        expect(run.endedAfter()).toBeLessThanOrEqual(GIVE_UP_MS);
        expect(run.asked.length).toBeLessThanOrEqual(how.dedupes && how.visible && how.online ? 2 : 1);
        for (const { command } of run.asked) expect(command).toEqual(run.command);
        if (run.asked.length === 2) expect(GIVE_UP_MS - (run.asked[1]?.deadlineMs ?? 0)).toBeLessThan(3_000);
      }),
      {
        numRuns: 300,
        examples: [
          [
            [
              [14_701, NO_ANSWER],
              [0, NO_ANSWER],
            ],
            { visible: true, online: true, dedupes: true },
          ],
          [
            [
              [0, NO_ANSWER],
              [14_651, NO_ANSWER],
            ],
            { visible: true, online: true, dedupes: true },
          ],
        ],
      },
    );
  });
});
