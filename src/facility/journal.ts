import type { FacilityClock } from './clock.ts';
import type { DoorKind } from './world.ts';

export type JournalRequest = {
  readonly method: string;
  readonly path: string;
  /** Null while pending, and when the connection was dropped. */
  status: number | null;
  readonly at: string;
  readonly idempotencyKey: string | null;
};

/** A door that opened. */
export type Opening = { readonly kind: DoorKind; readonly id: string; readonly at: string };

export type Journal = { readonly requests: JournalRequest[]; readonly openings: Opening[] };

/** Records a request; the caller sets `status` on the returned entry when the response is known. */
export function noteArrival(journal: Journal, request: Request, clock: FacilityClock): JournalRequest {
  const entry: JournalRequest = {
    method: request.method,
    path: new URL(request.url).pathname,
    status: null,
    at: clock.iso(),
    idempotencyKey: request.headers.get('idempotency-key'),
  };
  journal.requests.push(entry);
  return entry;
}
