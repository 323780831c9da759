/** One note as a fake context was told to play it. Times are seconds on its clock. */
export type PlayedNote = {
  readonly from: number;
  readonly until: number;
  readonly frequency: number;
  /** Each volume that was set, and whether it is reached gradually. */
  readonly volumes: readonly { readonly to: number; readonly at: number; readonly isGradual: boolean }[];
};

type AudioFacts = {
  /** What a resume does: starts the context, is refused, or is never answered. */
  readonly resume?: 'starts' | 'refused' | 'unanswered';
  readonly state?: AudioContextState;
};

/** A browser's Web Audio, with what its contexts were told. `device` goes into a test platform. */
export function createFakeAudio({ resume = 'starts', state = 'suspended' }: AudioFacts = {}) {
  const notes: PlayedNote[] = [];
  const contexts: FakeContext[] = [];

  class FakeContext extends EventTarget {
    state = state;
    currentTime = 0;
    resumed = 0;
    readonly destination = {};

    constructor() {
      super();
      contexts.push(this);
    }

    become(next: AudioContextState) {
      this.state = next;
      this.dispatchEvent(new Event('statechange'));
    }

    async resume(): Promise<void> {
      this.resumed++;
      if (resume === 'refused') throw new DOMException('not allowed', 'NotAllowedError');
      if (resume === 'unanswered') await new Promise(() => {});
      this.become('running');
    }

    async close(): Promise<void> {
      if (this.state === 'closed') throw new DOMException('closed already', 'InvalidStateError');
      this.become('closed');
    }

    createGain() {
      const volumes: { to: number; at: number; isGradual: boolean }[] = [];
      const gain = {
        setValueAtTime: (to: number, at: number) => volumes.push({ to, at, isGradual: false }),
        linearRampToValueAtTime: (to: number, at: number) => volumes.push({ to, at, isGradual: true }),
      };
      return { gain, volumes, connect: (target: unknown) => target };
    }

    createOscillator() {
      const note = { from: Number.NaN, until: Number.NaN, frequency: Number.NaN, volumes: [] as PlayedNote['volumes'] };
      return {
        type: 'sine',
        frequency: {
          setValueAtTime: (hz: number) => {
            note.frequency = hz;
          },
        },
        connect(node: { readonly volumes: PlayedNote['volumes'] }) {
          note.volumes = node.volumes;
          return node;
        },
        start(at: number) {
          note.from = at;
          notes.push(note);
        },
        /** Without a time, at once. */
        stop: (at = contexts.at(-1)?.currentTime ?? 0) => {
          note.until = at;
        },
      };
    }
  }

  return {
    device: { AudioContext: FakeContext as unknown as new () => AudioContext },
    /** All notes so far. */
    notes,
    contexts,
    /** A new context, for a player. */
    createContext: () => {
      const context = new FakeContext();
      return { context: context as unknown as AudioContext, control: context };
    },
  };
}
