import { describe, expect, it } from 'vitest';
import { createFakeAudio } from './audio.test-helper.ts';
import { ATTACK_S, createTonePlayer, type Note, RELEASE_S, type ToneKind, toneSchedule } from './tones.ts';

const kinds: readonly ToneKind[] = ['asked', 'opened', 'not-opened', 'unsure'];
const ends = (notes: readonly Note[]) => notes.map(({ start, length }) => start + length);
const steps = (kind: ToneKind) => {
  const pitches = toneSchedule(kind).map(({ frequency }) => frequency);
  return pitches.slice(1).map((pitch, nth) => Math.sign(pitch - (pitches[nth] ?? pitch)));
};

describe('the schedule of the tones', () => {
  it('gives each kind a number of notes of its own, so that no two share their rhythm', () => {
    expect(new Set(kinds.map((kind) => toneSchedule(kind).length)).size).toBe(kinds.length);
  });

  it('rises for "opened"', () => {
    expect(new Set(steps('opened'))).toEqual(new Set([1]));
  });

  it('falls for "not opened"', () => {
    expect(new Set(steps('not-opened'))).toEqual(new Set([-1]));
  });

  it('repeats one pitch for "unsure", in equal steps', () => {
    const notes = toneSchedule('unsure');
    expect(new Set(steps('unsure'))).toEqual(new Set([0]));
    expect(new Set(notes.map(({ length }) => length)).size).toBe(1);
    const gaps = notes.slice(1).map(({ start }, nth) => start - (notes[nth]?.start ?? 0));
    for (const gap of gaps) expect(gap).toBeCloseTo(gaps[0] ?? 0);
  });

  it('has one short note for "asked", softer than each outcome', () => {
    const [note, ...others] = toneSchedule('asked');
    expect(others).toEqual([]);
    expect(note?.length).toBeLessThanOrEqual(0.1);
    for (const kind of kinds.slice(1)) {
      for (const { gain } of toneSchedule(kind)) expect(gain).toBeGreaterThan(note?.gain ?? 1);
    }
  });

  it('goes up or down by at least a third between two notes', () => {
    for (const kind of ['opened', 'not-opened'] as const) {
      const pitches = toneSchedule(kind).map(({ frequency }) => frequency);
      pitches.slice(1).forEach((pitch, nth) => {
        expect(Math.abs(Math.log2(pitch / (pitches[nth] ?? 0))) * 12).toBeGreaterThan(4);
      });
    }
  });

  it.each(kinds)('is shorter than 0.7 s, and loud without clipping: %s', (kind) => {
    const notes = toneSchedule(kind);
    expect(Math.max(...ends(notes))).toBeLessThan(0.7);
    expect(notes[0]?.start).toBe(0);
    notes.forEach(({ start, length, frequency, gain }, nth) => {
      // Notes that overlap would add up and clip.
      expect(start).toBeGreaterThanOrEqual(ends(notes)[nth - 1] ?? 0);
      expect(length).toBeGreaterThan(ATTACK_S + RELEASE_S);
      expect(gain).toBeGreaterThanOrEqual(0.5);
      expect(gain).toBeLessThan(1);
      // Where the small speaker of a phone is loud and the hearing of older people is good.
      expect(frequency).toBeGreaterThanOrEqual(600);
      expect(frequency).toBeLessThanOrEqual(2_000);
    });
  });
});

/** A player on a running context. */
function setUp() {
  const { notes, createContext } = createFakeAudio({ state: 'running' });
  const { context, control } = createContext();
  return { play: createTonePlayer(context), notes, control };
}

describe('a player of tones', () => {
  it.each(kinds)('plays the notes as scheduled, from now on the clock of the context: %s', (kind) => {
    const { play, notes, control } = setUp();
    control.currentTime = 12;
    play(kind);
    const from = notes[0]?.from ?? 0;
    expect(from).toBeGreaterThanOrEqual(12);
    expect(from).toBeLessThan(12.05);
    const schedule = toneSchedule(kind);
    expect(notes.map(({ frequency }) => frequency)).toEqual(schedule.map(({ frequency }) => frequency));
    schedule.forEach(({ start, length }, nth) => {
      expect(notes[nth]?.from).toBeCloseTo(from + start);
      expect(notes[nth]?.until).toBeCloseTo(from + start + length);
    });
  });

  it('lets each note begin and end gradually, so that nothing clicks', () => {
    const { play, notes } = setUp();
    play('opened');
    const { gain } = toneSchedule('opened')[0] ?? { gain: 0 };
    for (const { from, until, volumes } of notes) {
      expect(volumes).toEqual([
        { to: 0, at: from, isGradual: false },
        { to: gain, at: from + ATTACK_S, isGradual: true },
        { to: gain, at: until - RELEASE_S, isGradual: false },
        { to: 0, at: until, isGradual: true },
      ]);
    }
  });

  it('plays a tone after the one before, never at the same time', () => {
    const { play, notes } = setUp();
    play('asked');
    play('opened');
    play('not-opened');
    expect(notes).toHaveLength(6);
    notes.slice(1).forEach(({ from }, nth) => {
      expect(from).toBeGreaterThan(notes[nth]?.until ?? 0);
    });
  });

  it('plays a tone at once when the one before has ended', () => {
    const { play, notes, control } = setUp();
    play('asked');
    control.currentTime = 30;
    play('unsure');
    expect(notes[1]?.from).toBeLessThan(30.05);
  });

  it('drops the rest of a tone when the context stops, as for a phone call', () => {
    const { play, notes, control } = setUp();
    play('opened');
    control.currentTime = 0.1;
    control.become('suspended');
    expect(notes.map(({ until }) => until)).toEqual([0.1, 0.1, 0.1]);
    control.become('running');
    play('asked');
    expect(notes[3]?.from).toBeLessThan(0.2);
  });
});
