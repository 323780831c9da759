import { createLazy } from '#lazy';
import type { OpenOutcome } from '#model';
import { createListeners, type Platform } from '#platform';
import type { ToneKind, TonePlayer } from './tones.ts';

/** The tones of a press and its outcome, and the setting that turns them on. */
export type Sound = {
  isOn(): boolean;
  /**
   * Turns the tones on and plays one as a sample. Call it in a press. Rejects, and stays off, where the browser has no Web
   * Audio or the code of the tones cannot be loaded.
   */
  turnOn(): Promise<void>;
  turnOff(): void;
  /** Calls back when it was turned on or off on this page. Returns an unsubscribe function. */
  subscribe(changed: () => void): () => void;
  /** Does nothing while the tones are off. Never throws. */
  play(kind: ToneKind): void;
};

/** Kept over sign-out: it is a preference of the device. */
const KEY = 'sound';
/** A tone that could only sound later than this would seem to belong to something else. Ms. */
const LATE_MS = 1_000;

/**
 * After this time without a tone the context is closed, and the next press makes another one: it would use power, and iOS
 * may leave one silent that was in the background. Longer than a command takes, so that its outcome finds a context. Ms.
 */
export const REST_MS = 20_000;

type Audio = { readonly context: AudioContext; usedAt: number; player?: TonePlayer };

const tones = createLazy(() => import('./tones.ts'));

/** Off until somebody turns it on. While it is on, the code of the tones is loaded at once, so that a press finds it. */
export function createSound({ device, local, clock }: Pick<Platform, 'device' | 'local' | 'clock'>): Sound {
  const { notify, subscribe } = createListeners();
  let audio: Audio | undefined;
  let cancelClose = () => {};
  let isWanted = false;
  const isOn = () => local.get(KEY) === true;

  function close() {
    void audio?.context.close().catch(() => {});
    audio = undefined;
  }

  /** @throws where the browser has no Web Audio or refuses a context */
  function openContext(now: number): Audio {
    if (!device.AudioContext) throw new Error('no Web Audio');
    // Timers of a page in the background may not have run.
    if (audio && now - audio.usedAt >= REST_MS) close();
    audio ??= { context: new device.AudioContext(), usedAt: now };
    audio.usedAt = now;
    cancelClose();
    cancelClose = clock.after(REST_MS, close);
    return audio;
  }

  /** Rejects without Web Audio, and when the code cannot be loaded. */
  async function sound(kind: ToneKind): Promise<void> {
    const askedAt = clock.now();
    const used = openContext(askedAt);
    const { context } = used;
    // Before the first await, because iOS starts a context in a press only.
    const started = context.resume().catch(() => {});
    const { createTonePlayer } = await tones.load();
    used.player ??= createTonePlayer(context);
    const play = used.player;
    // Not awaited: a browser that blocks sound never answers.
    void started.then(() => {
      if (context.state === 'running' && clock.now() - askedAt <= LATE_MS) play(kind);
    });
  }

  if (isOn()) void tones.load().catch(() => {});

  return {
    isOn,
    async turnOn() {
      isWanted = true;
      await sound('opened');
      // It may have been turned off while the code was loaded.
      if (!isWanted) return;
      local.set(KEY, true);
      notify();
    },
    turnOff() {
      isWanted = false;
      close();
      local.remove(KEY);
      notify();
    },
    subscribe,
    play(kind) {
      if (isOn()) void sound(kind).catch(() => {});
    },
  };
}

/** The tone of an outcome. */
export function toneOf({ kind }: OpenOutcome): ToneKind {
  if (kind === 'opened' || kind === 'already-open') return 'opened';
  return kind === 'unknown' ? 'unsure' : 'not-opened';
}
