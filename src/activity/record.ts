import type { OpenOutcome, OpenTarget } from '#model';
import type { Happening } from '#systems';

/** The state of the report about a press. */
export type ReportState =
  /** There is nothing to report (law 6), or the outcome is still pending. */
  | { readonly kind: 'none' }
  | { readonly kind: 'due'; readonly happening: Happening; readonly reason: string | null; readonly key: string }
  | { readonly kind: 'sent' }
  /** The server refused it and it is not sent again; `status` is the HTTP status. */
  | { readonly kind: 'refused'; readonly status: number; readonly message: string | null }
  /** The server does not know this kind of report, so it stays on the device. */
  | { readonly kind: 'kept' };

/** `pending` while the command is in flight. */
export type RecordedOutcome = { readonly kind: 'pending' } | OpenOutcome;

/** One press at one door, as it is persisted. */
export type ActivityRecord = {
  readonly id: string;
  /** See tenant-hash.ts. */
  readonly tenant: string;
  readonly doorId: string;
  /** Null after the tenant signed out: what stays on the device contains no names. */
  readonly doorName: string | null;
  readonly target: Pick<OpenTarget, 'kind' | 'id'>;
  /** Epoch ms by this device's clock; strictly increasing, so it also gives the order. */
  readonly pressedAt: number;
  /** RFC 3339 on the server's clock. */
  readonly happenedAt: string;
  readonly outcome: RecordedOutcome;
  readonly report: ReportState;
};
