/** `asked` at the press, the others for its outcome. */
export type ToneKind = 'asked' | 'opened' | 'not-opened' | 'unsure';

export type Note = {
  /** Seconds after the start of the tone. */
  readonly start: number;
  /** Seconds. */
  readonly length: number;
  /** Hz. */
  readonly frequency: number;
  /** 1 is the loudest that does not clip. */
  readonly gain: number;
};

/**
 * Start and length in seconds, frequency in Hz. The number of notes tells the tones apart for a person who does not hear the
 * pitch well. All frequencies are in the range where the small speaker of a phone is loud.
 */
const NOTES: Readonly<Record<ToneKind, readonly (readonly [start: number, length: number, frequency: number])[]>> = {
  asked: [[0, 0.08, 1175]],
  opened: [
    [0, 0.09, 988],
    [0.12, 0.09, 1319],
    [0.24, 0.26, 1760],
  ],
  'not-opened': [
    [0, 0.24, 1319],
    [0.28, 0.32, 740],
  ],
  unsure: [
    [0, 0.08, 1109],
    [0.15, 0.08, 1109],
    [0.3, 0.08, 1109],
    [0.45, 0.08, 1109],
  ],
};
/** Notes never overlap, so this does not clip. */
const GAIN = 0.9;
/** `asked` only answers the finger; the outcome is what matters. */
const ASKED_GAIN = 0.5;

/** The notes of a tone, in the order of their starts. Pure. */
export function toneSchedule(kind: ToneKind): readonly Note[] {
  const gain = kind === 'asked' ? ASKED_GAIN : GAIN;
  return NOTES[kind].map(([start, length, frequency]) => ({ start, length, frequency, gain }));
}

/** How long a note takes to become loud, and silent again; a sudden change clicks. Seconds. */
export const ATTACK_S = 0.008;
export const RELEASE_S = 0.03;
/** A note that starts at the context's current time loses its attack. Seconds. */
const LEAD_S = 0.02;
/** Between two tones. Seconds. */
const PAUSE_S = 0.1;

/** Plays one tone after another on a context that runs. Never throws. */
export type TonePlayer = (kind: ToneKind) => void;

export function createTonePlayer(context: AudioContext): TonePlayer {
  let scheduled: OscillatorNode[] = [];
  /** When the last tone ends, on the context's clock. Seconds. */
  let endsAt = 0;

  // A phone call, or hiding the page, stops the context's clock. The rest of a tone must not sound when it runs again.
  context.addEventListener('statechange', () => {
    if (context.state === 'running') return;
    for (const oscillator of scheduled) oscillator.stop();
    scheduled = [];
    endsAt = 0;
  });

  function schedule({ start, length, frequency, gain }: Note, toneStart: number) {
    const from = toneStart + start;
    const until = from + length;
    const volume = context.createGain();
    volume.gain.setValueAtTime(0, from);
    volume.gain.linearRampToValueAtTime(gain, from + ATTACK_S);
    volume.gain.setValueAtTime(gain, until - RELEASE_S);
    volume.gain.linearRampToValueAtTime(0, until);
    const oscillator = context.createOscillator();
    // Its overtones are heard through more noise than a sine.
    oscillator.type = 'triangle';
    oscillator.frequency.setValueAtTime(frequency, from);
    oscillator.connect(volume).connect(context.destination);
    oscillator.start(from);
    oscillator.stop(until);
    endsAt = until;
    return oscillator;
  }

  return (kind) => {
    const now = context.currentTime;
    if (endsAt <= now) scheduled = [];
    const toneStart = Math.max(now + LEAD_S, endsAt + PAUSE_S);
    scheduled.push(...toneSchedule(kind).map((note) => schedule(note, toneStart)));
  };
}
