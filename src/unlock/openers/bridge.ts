import type { Credentials } from '#api';
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
  /** The lock's name and its serial number (decimal, as text); null where the answer carried none. Since version 2. */
  readonly name: string | null;
  readonly serialNumber: string | null;
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
  /** A shell of version 1 does not know `name` and `serialNumber`, and is asked all the same. */
  readonly version: 1 | 2;
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
  readonly credentials: Credentials;
  /** Epoch ms. */
  readonly now: () => number;
  readonly after: (ms: number, run: () => void) => () => void;
};

/** The native shell that wraps this page. It talks to the lock by NFC, so no network is needed to open. */
export function createBridgeOpener({ find, credentials, now, after }: BridgeParts): Opener {
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
    // Asked for in the task of the press, as the gateway's request does.
    const held = credentials.of(command.subject);
    if (held?.id !== command.credential) return Promise.resolve({ kind: 'not-sent', because: { kind: 'signed-out' } });
    return new Promise((resolve) => {
      const cancel = after(deadlineMs, () => resolve({ kind: 'unknown', because: 'no-answer' }));
      const end = (outcome: OpenOutcome) => {
        cancel();
        resolve(outcome);
      };
      // A shell that throws, or that answers without a promise, may have started the tap all the same.
      new Promise<unknown>((answer) => answer(bridge.open(toRequest(command, held.token)))).then(
        (result) => end(gradeTap(result, now())),
        () => end({ kind: 'unknown', because: 'no-answer' }),
      );
    });
  }
}

function toRequest(command: OpenCommand, token: string): BridgeRequest {
  const { kind, id, key, name = null, serialNumber = null } = command.target;
  return {
    commandId: command.key,
    kind: kind === 'lock' ? 'lock' : 'entry_point',
    id,
    key,
    name,
    serialNumber,
    token,
    notAfter: new Date(command.notAfter).toISOString(),
  };
}

/**
 * `confirmed` is the only observed success. After `fieldLostAfterStart` the lock finishes by itself. Whatever starts with
 * `unconfirmed` almost certainly ran, and nobody saw the end: never a failure, never a success. `now` is epoch ms, for a shell that does not say when.
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
    case 'fieldLostAfterStart':
      return { kind: 'unknown', because: 'finishing' };
    default: {
      const ran = typeof result === 'string' && result.startsWith('unconfirmed');
      return { kind: 'unknown', because: ran ? 'unconfirmed' : 'nonsense' };
    }
  }
}
