import type { OpenOutcome, OpenTarget } from '#model';
import type { Happening } from '#systems';

/** What became of telling the system about it. */
export type ReportState =
  /** There is nothing to report: nothing reached the door, or nobody knows what did. */
  | { readonly kind: 'none' }
  | { readonly kind: 'due'; readonly happening: Happening; readonly reason: string | null; readonly key: string }
  | { readonly kind: 'sent' }
  /** The server refused it for good; `status` is its HTTP status. */
  | { readonly kind: 'refused'; readonly status: number; readonly message: string | null }
  /** The server has no word for it, so it stays with the person. */
  | { readonly kind: 'kept' };

/** `pending` while the command is in flight. */
export type RecordedOutcome = { readonly kind: 'pending' } | OpenOutcome;

/** One press at one door, as it is persisted. */
export type ActivityRecord = {
  readonly id: string;
  /** Hash of the tenant (see tenant-hash.ts). */
  readonly tenant: string;
  readonly doorId: string;
  /** Null once the tenant signed out: what is left behind carries no names. */
  readonly doorName: string | null;
  readonly target: Pick<OpenTarget, 'kind' | 'id'>;
  /** Epoch ms by this device's clock; strictly rising, so it is also the order. */
  readonly pressedAt: number;
  /** RFC 3339 on the server's clock. */
  readonly happenedAt: string;
  readonly outcome: RecordedOutcome;
  readonly report: ReportState;
};
