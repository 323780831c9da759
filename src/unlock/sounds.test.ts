import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { OpenOutcome } from '#model';
import { createFakeClock, createTestPlatform, createWatchedStore } from '#platform/test-helpers';
import { createFakeAudio } from './audio.test-helper.ts';
import { createSound, REST_MS, toneOf } from './sounds.ts';
import { type ToneKind, toneSchedule } from './tones.ts';
import { settle } from './unlock.test-helper.ts';

// Loaded before the tests, so that a dynamic import is done within a few promises.
beforeEach(() => import('./tones.ts').then(() => {}));

/** The sound of a page. `isOn` is the stored setting. */
function setUp({ isOn = false, ...facts }: { isOn?: boolean } & Parameters<typeof createFakeAudio>[0] = {}) {
  const clock = createFakeClock();
  const audio = createFakeAudio(facts);
  const { local, kept } = createWatchedStore();
  if (isOn) local.set('sound', true);
  const sound = createSound(createTestPlatform({ local, clock, device: audio.device }));
  /** The frequencies of everything that was played. */
  const played = () => audio.notes.map(({ frequency }) => frequency);
  return { sound, clock, played, kept, contexts: audio.contexts };
}

const notesOf = (...kinds: ToneKind[]) => kinds.flatMap((kind) => toneSchedule(kind).map(({ frequency }) => frequency));
const played = (page: ReturnType<typeof setUp>, ...kinds: ToneKind[]) =>
  vi.waitFor(() => expect(page.played()).toEqual(notesOf(...kinds)));

describe('the sound', () => {
  it('is off at first, and then makes no audio context', async () => {
    const { sound, contexts } = setUp();
    sound.play('opened');
    await settle();
    expect([sound.isOn(), contexts.length]).toEqual([false, 0]);
  });

  it('plays a sample when it is turned on, and is on in the next page too', async () => {
    const page = setUp();
    await page.sound.turnOn();
    await played(page, 'opened');
    expect([page.sound.isOn(), page.kept.get('sound')]).toEqual([true, true]);
  });

  it('starts the audio in the task of the press, as iOS requires', () => {
    for (const press of [
      ({ turnOn }: ReturnType<typeof setUp>['sound']) => void turnOn(),
      ({ play }: ReturnType<typeof setUp>['sound']) => play('asked'),
    ]) {
      const { sound, contexts } = setUp({ isOn: true });
      press(sound);
      expect(contexts.map(({ resumed }) => resumed)).toEqual([1]);
    }
  });

  it('plays the tones of a press and its outcome with one context', async () => {
    const page = setUp({ isOn: true });
    page.sound.play('asked');
    page.sound.play('not-opened');
    await played(page, 'asked', 'not-opened');
    expect(page.contexts).toHaveLength(1);
  });

  it('starts the context again after the browser has stopped it', async () => {
    const page = setUp({ isOn: true });
    page.sound.play('asked');
    await played(page, 'asked');
    page.contexts[0]?.become('interrupted');
    page.sound.play('asked');
    await played(page, 'asked', 'asked');
  });

  it('closes the context when no tone has followed for a while', async () => {
    const { sound, contexts, clock } = setUp({ isOn: true });
    sound.play('asked');
    clock.advance(REST_MS - 1);
    sound.play('opened');
    clock.advance(REST_MS - 1);
    expect(contexts.map(({ state }) => state)).toEqual(['running']);
    clock.advance(1);
    expect(contexts.map(({ state }) => state)).toEqual(['closed']);
    await settle();
  });

  it('makes another context for a press long after the last tone, even if the page’s timers did not run', async () => {
    const page = setUp({ isOn: true });
    page.sound.play('asked');
    await played(page, 'asked');
    page.clock.setTo(page.clock.now() + REST_MS);
    page.sound.play('asked');
    await played(page, 'asked', 'asked');
    expect(page.contexts.map(({ state }) => state)).toEqual(['closed', 'running']);
  });

  it('is silent after it was turned off, and leaves nothing in storage', async () => {
    const page = setUp({ isOn: true });
    page.sound.play('opened');
    page.sound.turnOff();
    page.sound.play('opened');
    await settle();
    expect([page.played(), page.sound.isOn(), page.kept.has('sound')]).toEqual([[], false, false]);
    expect(page.contexts.map(({ state }) => state)).toEqual(['closed']);
  });

  it('stays off when it is turned off before its code is loaded', async () => {
    const { sound } = setUp();
    const turnedOn = sound.turnOn();
    sound.turnOff();
    await turnedOn;
    expect(sound.isOn()).toBe(false);
  });

  it('drops a tone that could only start long after its event', async () => {
    const page = setUp({ isOn: true });
    page.sound.play('opened');
    page.clock.advance(1_001);
    await settle();
    page.sound.play('asked');
    await played(page, 'asked');
  });

  it('tells its subscribers that it was turned on or off, until they unsubscribe', async () => {
    const { sound } = setUp();
    const changed = vi.fn();
    const stop = sound.subscribe(changed);
    await sound.turnOn();
    sound.turnOff();
    stop();
    await sound.turnOn();
    expect(changed).toHaveBeenCalledTimes(2);
  });
});

describe('a browser without usable Web Audio', () => {
  const throwing = class {
    constructor() {
      throw new DOMException('too many contexts', 'NotSupportedError');
    }
  } as unknown as new () => AudioContext;

  it.each([
    ['has none', undefined],
    ['refuses a context', throwing],
  ])('that %s keeps the sound off, and a press throws nothing', async (_what, AudioContext) => {
    const { local } = createWatchedStore();
    const sound = createSound(createTestPlatform({ local, device: { AudioContext } }));
    await expect(sound.turnOn()).rejects.toThrow();
    expect(sound.isOn()).toBe(false);
    local.set('sound', true);
    expect(() => sound.play('asked')).not.toThrow();
    await settle();
  });

  it.each(['refused', 'unanswered'] as const)('is silent, without an error, when starting it is %s', async (resume) => {
    const page = setUp({ isOn: true, resume });
    page.sound.play('asked');
    await page.sound.turnOn();
    await settle();
    expect(page.played()).toEqual([]);
  });
});

it.each<[OpenOutcome, ToneKind]>([
  [{ kind: 'opened', openedAt: 0, relaySeconds: 5 }, 'opened'],
  [{ kind: 'already-open' }, 'opened'],
  [{ kind: 'unknown', because: 'no-answer' }, 'unsure'],
  [{ kind: 'not-sent', because: { kind: 'offline' } }, 'not-opened'],
  [{ kind: 'denied', message: null }, 'not-opened'],
  [{ kind: 'jammed' }, 'not-opened'],
  [{ kind: 'not-answered' }, 'not-opened'],
  [{ kind: 'failed', message: null }, 'not-opened'],
  [{ kind: 'expired' }, 'not-opened'],
])('the outcome %j has the tone %s', (outcome, tone) => {
  expect(toneOf(outcome)).toBe(tone);
});
