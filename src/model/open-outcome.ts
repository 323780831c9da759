/**
 * The result of one open command. Only the server or the lock can report `opened` and `already-open`. `unknown` means
 * that the door may have opened, but nothing confirmed it.
 */
export type OpenOutcome =
  /** `openedAt` is epoch ms as the opener reported it. `relaySeconds` is how long the door stays released, if known. */
  | { readonly kind: 'opened'; readonly openedAt: number; readonly relaySeconds: number | null }
  | { readonly kind: 'already-open' }
  | { readonly kind: 'denied'; readonly message: string | null }
  | { readonly kind: 'jammed' }
  | { readonly kind: 'not-answered' }
  | { readonly kind: 'failed'; readonly message: string | null }
  /** The command reached the opener after its `not_after` (law 4). */
  | { readonly kind: 'expired' }
  /** Not sent, or refused before it reached the door. */
  | { readonly kind: 'not-sent'; readonly because: NotSentCause }
  | { readonly kind: 'unknown'; readonly because: UnknownCause };

/** `until` is epoch ms. */
export type NotSentCause =
  | { readonly kind: 'offline' }
  | { readonly kind: 'rate-limited'; readonly until: number | null }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'unsupported' }
  /** Denied by the app before sending: not permitted now, or expired. */
  | { readonly kind: 'not-permitted' }
  /** Cancelled in the native shell before the lock moved. */
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'nfc-off' }
  | { readonly kind: 'wrong-lock' };

/**
 * `unconfirmed`: the lock started and did not report the end. `finishing`: the phone moved away after the start, and the
 * lock finishes by itself. `interrupted`: the page was closed before the answer arrived.
 */
export type UnknownCause = 'no-answer' | 'server-trouble' | 'nonsense' | 'interrupted' | 'unconfirmed' | 'finishing';
