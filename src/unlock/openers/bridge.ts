import type { Credentials } from '#api';
import type { OpenOutcome } from '#model';
import type { OpenCommand, Opener } from '#systems';
import { readRelaySeconds } from './relay-seconds.ts';

/** The request to the native shell around this page (docs/bridge.md). */
export type BridgeRequest = {
  readonly commandId: string;
  readonly kind: 'lock' | 'entry_point';
  readonly id: string;
  /** The lock's encrypted key from the access answer; null where the answer has none. */
  readonly key: string | null;
  /** The lock's name and its serial number (decimal, as text); null where the answer has none. Since version 2. */
  readonly name: string | null;
  readonly serialNumber: string | null;
  /** The tenant's token. The SDK needs it to unwrap the key. */
  readonly token: string;
  /** RFC 3339. The shell must not start after this. */
  readonly notAfter: string;
};

/** The result of the tap; docs/bridge.md lists the values. */
export type BridgeResult = {
  readonly result: string;
  /** Seconds for which the door stays released, where the lock reports that. */
  readonly relaySeconds?: number;
  /** RFC 3339; when the motor reported. */
  readonly openedAt?: string;
};

export type DoorBridge = {
  /** A shell of version 1 ignores `name` and `serialNumber`. */
  readonly version: 1 | 2;
  /** Resolves with the result; rejects only when the shell itself fails. */
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

/** Opens through the native shell that wraps this page. The shell uses NFC, so opening needs no network. */
export function createBridgeOpener({ find, credentials, now, after }: BridgeParts): Opener {
  return {
    kind: 'bridge',
    unavailable: () => (typeof find()?.open === 'function' ? null : 'no-bridge'),
    refusal: () => null,
    async attempt(command, deadlineMs) {
      return { kind: 'ended', outcome: await tap(command, deadlineMs) };
    },
    // A second tap would move the door a second time.
    dedupesByKey: false,
    scope: () => 'bridge',
  };

  function tap(command: OpenCommand, deadlineMs: number): Promise<OpenOutcome> {
    const bridge = find();
    if (typeof bridge?.open !== 'function')
      return Promise.resolve({ kind: 'not-sent', because: { kind: 'unsupported' } });
    // Read in the task of the press, as for a request to the gateway.
    const held = credentials.of(command.subject);
    if (held?.id !== command.credential) return Promise.resolve({ kind: 'not-sent', because: { kind: 'signed-out' } });
    return new Promise((resolve) => {
      const cancel = after(deadlineMs, () => resolve({ kind: 'unknown', because: 'no-answer' }));
      const end = (outcome: OpenOutcome) => {
        cancel();
        resolve(outcome);
      };
      // A shell that throws or returns no promise may still have started the tap.
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
 * The outcome of a tap. Only `confirmed` is a success that the shell observed. After `fieldLostAfterStart` the lock
 * finishes by itself. A result that starts with `unconfirmed` means that the lock almost certainly ran, but that nothing
 * observed its end, so it counts as neither a success nor a failure. `now` (epoch ms) is used as the time of an opening
 * when the shell gives none.
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
