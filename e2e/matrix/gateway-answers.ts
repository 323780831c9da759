import type { Cell } from './table.ts';

const ANSWERS = [
  { status: 409, outcome: 'already_open', says: 'already open', appOutcome: 'already-open' },
  { status: 403, outcome: 'denied', says: 'Access denied', appOutcome: 'denied' },
  { status: 423, outcome: 'jammed', says: 'jammed', appOutcome: 'jammed' },
  { status: 504, outcome: 'not_answered', says: 'did not answer', appOutcome: 'not-answered' },
  { status: 410, outcome: 'expired', says: 'came too late', appOutcome: 'expired' },
  // The status contradicts the outcome, or the time is missing: neither confirms an opening.
  { status: 500, outcome: 'opened', says: 'We could not confirm', appOutcome: 'unknown: nonsense' },
  { status: 200, outcome: 'opened', says: 'We could not confirm', appOutcome: 'unknown: nonsense', kind: 'malformed' },
] as const;

const nameOf = ({ status, outcome }: (typeof ANSWERS)[number]) => `${status} ${outcome}`;

/** Gateway responses with an outcome (docs/gateway.md), which takes precedence over the status. */
export const gatewayAnswers: readonly Cell[] = ANSWERS.map((answer) => ({
  operation: 'open',
  fault: {
    name: nameOf(answer),
    kind: 'kind' in answer ? answer.kind : 'good',
    fault: { status: answer.status, body: { outcome: answer.outcome } },
  },
  end: { place: 'door', says: answer.says, openings: 0 },
}));

/** The app's outcome for each of these responses. */
export const GATEWAY_OUTCOMES: Readonly<Record<string, string>> = Object.fromEntries(
  ANSWERS.map((answer) => [nameOf(answer), answer.appOutcome]),
);
