import { type ProblemKind, type ProblemPolicy, problemPolicy } from '#api';
import type { PhoneRequest } from '../phone/requests.ts';

type RequestFacts = Pick<PhoneRequest, 'method' | 'path' | 'status' | 'durationMs' | 'kind'>;

/** The purposes of requests that have different rules. */
type Purpose = 'opening' | 'form' | 'report' | 'probe' | 'other';

/** The outcome for each status in the contract of the gateway, and what the screen shows. */
const OUTCOMES: Readonly<Record<number, readonly [outcome: string, screen: string]>> = {
  200: ['opened', 'the time it was said to open, and a countdown'],
  403: ['denied', 'access denied, and the list is fetched again'],
  409: ['already open', 'the door is open already'],
  410: ['expired', 'the command came too late'],
  423: ['jammed', 'the lock is jammed'],
  504: ['not answered', 'the lock did not answer'],
};

const SHOWN: Readonly<Record<ProblemPolicy['shows'], string>> = {
  'in-place': 'said in place',
  fields: 'said at the fields of the form',
  countdown: 'a banner counts down, and nothing of that limit is sent until it ends',
};

/** Reports and probes are sent again after the same kinds of problem. */
const isSentAgain = (kind: ProblemKind) => problemPolicy[kind].report !== 'refuse';

/**
 * The rule that the app applies to the response, as a sentence: from the outcome of an open command, else from the
 * problem policy. Null while the request is pending.
 */
export function ruleFor(request: RequestFacts): string | null {
  const { kind, status, durationMs } = request;
  const purpose = purposeOf(request);
  if (kind === null) return durationMs === null ? null : 'The app has not said yet what it makes of it.';
  if (kind === 'aborted') return 'Nobody waits for the answer any more, so nothing is done.';
  if (kind === 'ok') return purpose === 'opening' ? fromOutcome(status) : 'As the contract says: nothing to treat.';
  if (purpose === 'probe' && isSentAgain(kind)) {
    return 'A probe of the server’s health: sent again, after a longer pause each time.';
  }
  if (purpose !== 'opening') return sentence(fromTable(kind, purpose, request.method));
  if (problemPolicy[kind].opening === 'unknown') return `Without an outcome: ${unconfirmed(kind, status)}.`;
  return `Without an outcome the table decides: ${fromTable(kind, purpose, request.method)}.`;
}

function purposeOf({ method, path }: RequestFacts): Purpose {
  if (path.startsWith('/gateway/')) return 'opening';
  if (path.includes('/auth/')) return 'form';
  if (path.endsWith('/health')) return 'probe';
  return method === 'POST' && path.endsWith('/logs') ? 'report' : 'other';
}

function fromOutcome(status: number | null): string {
  const [outcome, screen] = (status === null ? null : OUTCOMES[status]) ?? [];
  if (outcome === undefined) return 'The outcome comes before the table: the screen says what became of the door.';
  return `The outcome “${outcome}” comes before the table: ${screen}.`;
}

/** For an open command whose outcome is unknown. */
function unconfirmed(kind: ProblemKind, status: number | null): string {
  const steps = [
    status === null && 'sent once more with the same key, if within 3 s of the press, else',
    '“We could not confirm that the door opened”',
    problemPolicy[kind].isDefect && 'and counted as a defect',
  ];
  return steps.filter(Boolean).join(' ');
}

function fromTable(kind: ProblemKind, purpose: Purpose, method: string): string {
  const { endsSession, isDefect } = problemPolicy[kind];
  // A form is sent without a token, so there is no session to end: see handleProblem.
  if (endsSession && purpose === 'form') return 'the answer to a form without a token: no session ends, said in place';
  const steps = [
    endsSession && 'ends the session',
    ...(purpose === 'report'
      ? [reportRule(kind)]
      : endsSession
        ? ['sign-in, and back to the same page']
        : shown(kind, purpose, method)),
    isDefect && 'counted as a defect',
  ];
  return steps.filter(Boolean).join(', ');
}

function shown(kind: ProblemKind, purpose: Purpose, method: string) {
  const { retriesReads, shows, toasts, refreshes } = problemPolicy[kind];
  if (purpose === 'opening') {
    const isAtFields = shows === 'fields';
    const where = toasts ? 'a toast over any page' : isAtFields ? SHOWN['in-place'] : SHOWN[shows];
    return [where, refreshes && 'the list is fetched again'];
  }
  return [(retriesReads && method === 'GET' ? 'a read is sent again by itself, then ' : '') + SHOWN[shows]];
}

/** A report runs in the background, so no page shows its failure. */
function reportRule(kind: ProblemKind): string {
  return isSentAgain(kind)
    ? 'the report is kept, and sent again with the same key'
    : 'the report is refused, and the activity page says so';
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
