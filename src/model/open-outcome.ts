/**
 * What became of one open command. Only `opened` and `already-open` say anything about an open door, and only on the
 * server's or the lock's word. `unknown` is an answer too: nobody confirmed it.
 */
export type OpenOutcome =
  /** `openedAt` is epoch ms as the opener said it; `relaySeconds` is how long the door stays released, null if unsaid. */
  | { readonly kind: 'opened'; readonly openedAt: number; readonly relaySeconds: number | null }
  | { readonly kind: 'already-open' }
  | { readonly kind: 'denied'; readonly message: string | null }
  | { readonly kind: 'jammed' }
  | { readonly kind: 'not-answered' }
  | { readonly kind: 'failed'; readonly message: string | null }
  /** It reached the opener after the moment past which it must not act. */
  | { readonly kind: 'expired' }
  /** Known not to have left this device, or refused before anybody looked at the door. */
  | { readonly kind: 'not-sent'; readonly because: NotSentCause }
  | { readonly kind: 'unknown'; readonly because: UnknownCause };

/** `until` is epoch ms. */
export type NotSentCause =
  | { readonly kind: 'offline' }
  | { readonly kind: 'rate-limited'; readonly until: number | null }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'unsupported' }
  /** By the app itself, before the opener was asked: not permitted now, or expired. */
  | { readonly kind: 'not-permitted' }
  /** At the native shell, before anything moved. */
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'nfc-off' }
  | { readonly kind: 'wrong-lock' };

/**
 * `unconfirmed`: the lock started and nobody saw the end. `finishing`: the phone moved away after the start, and the lock
 * finishes by itself. `interrupted`: the page went before the answer came.
 */
export type UnknownCause = 'no-answer' | 'server-trouble' | 'nonsense' | 'interrupted' | 'unconfirmed' | 'finishing';
