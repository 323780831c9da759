import type { OpenOutcome } from '#model';
import type { OpenCommand, Opener } from '../opener.ts';
import { readRelaySeconds } from './relay-seconds.ts';

/** What the page asks of the native shell around it (docs/bridge.md). */
export type BridgeRequest = {
  readonly commandId: string;
  readonly kind: 'lock' | 'entry_point';
  readonly id: string;
  /** The lock's encrypted key from the access answer; null where the answer carried none. */
  readonly key: string | null;
  /** The tenant's token, without which the SDK cannot unwrap the key. */
  readonly token: string;
  /** RFC 3339; past it the shell must not start. */
  readonly notAfter: string;
};

/** How the SDK graded the tap; the values are listed in docs/bridge.md. */
export type BridgeResult = {
  readonly result: string;
  /** Seconds for which the door stays released, where the lock says so. */
  readonly relaySeconds?: number;
  /** RFC 3339; when the motor reported. */
  readonly openedAt?: string;
};

export type DoorBridge = {
  readonly version: 1;
  /** Resolves with the graded result; rejects only when the shell itself broke. */
  open(request: BridgeRequest): Promise<BridgeResult>;
};

declare global {
  interface Window {
    doorBridge?: DoorBridge;
  }
}

export type BridgeParts = {
  readonly find: () => DoorBridge | undefined;
  /** Epoch ms. */
  readonly now: () => number;
  readonly after: (ms: number, run: () => void) => () => void;
};

/** The native shell that wraps this page. It talks to the lock by NFC, so no network is needed to open. */
export function createBridgeOpener({ find, now, after }: BridgeParts): Opener {
  return {
    kind: 'bridge',
    unavailable: () => (typeof find()?.open === 'function' ? null : 'no-bridge'),
    refusal: () => null,
    async attempt(command, deadlineMs) {
      return { kind: 'ended', outcome: await tap(command, deadlineMs) };
    },
    // A second tap is a second movement: never twice.
    dedupesByKey: false,
    scope: () => 'bridge',
  };

  function tap(command: OpenCommand, deadlineMs: number): Promise<OpenOutcome> {
    const bridge = find();
    if (typeof bridge?.open !== 'function')
      return Promise.resolve({ kind: 'not-sent', because: { kind: 'unsupported' } });
    return new Promise((resolve) => {
      const cancel = after(deadlineMs, () => resolve({ kind: 'unknown', because: 'no-answer' }));
      const end = (outcome: OpenOutcome) => {
        cancel();
        resolve(outcome);
      };
      // A shell that throws, or that answers without a promise, may have started the tap all the same.
      new Promise<unknown>((answer) => answer(bridge.open(toRequest(command)))).then(
        (result) => end(gradeTap(result, now())),
        () => end({ kind: 'unknown', because: 'no-answer' }),
      );
    });
  }
}

function toRequest(command: OpenCommand): BridgeRequest {
  return {
    commandId: command.key,
    kind: command.target.kind === 'lock' ? 'lock' : 'entry_point',
    id: command.target.id,
    key: command.target.key,
    token: command.token,
    notAfter: new Date(command.notAfter).toISOString(),
  };
}

/**
 * `confirmed` is the only observed success. `fieldLostAfterStart` and whatever starts with `unconfirmed` almost certainly
 * ran, and nobody saw the end: never a failure, never a success. `now` is epoch ms, for a shell that does not say when.
 */
export function gradeTap(answer: unknown, now: number): OpenOutcome {
  if (typeof answer !== 'object' || answer === null) return { kind: 'unknown', because: 'nonsense' };
  const { result, relaySeconds, openedAt } = answer as Partial<BridgeResult>;
  switch (result) {
    case 'confirmed': {
      const at = typeof openedAt === 'string' ? Date.parse(openedAt) : Number.NaN;
      return {
        kind: 'opened',
        openedAt: Number.isNaN(at) ? now : at,
        relaySeconds: readRelaySeconds(relaySeconds),
      };
    }
    case 'denied':
      return { kind: 'denied', message: null };
    case 'jammed':
      return { kind: 'jammed' };
    case 'scanTimeout':
      return { kind: 'not-answered' };
    case 'expired':
      return { kind: 'expired' };
    case 'wrongKey':
    case 'failed':
      return { kind: 'failed', message: null };
    case 'cancelled':
      return { kind: 'not-sent', because: { kind: 'cancelled' } };
    case 'nfcOff':
      return { kind: 'not-sent', because: { kind: 'nfc-off' } };
    case 'wrongLock':
      return { kind: 'not-sent', because: { kind: 'wrong-lock' } };
    default: {
      const ran = result === 'fieldLostAfterStart' || (typeof result === 'string' && result.startsWith('unconfirmed'));
      return { kind: 'unknown', because: ran ? 'unconfirmed' : 'nonsense' };
    }
  }
}
