import type { Cell } from './table.ts';

const answer = (status: number, outcome: string, says: string): Cell => ({
  operation: 'open',
  fault: { name: `${status} ${outcome}`, kind: 'good', fault: { status, body: { outcome } } },
  end: { place: 'door', says, openings: 0 },
});

/** What a gateway says about the door itself (docs/gateway.md): the outcome decides, whatever the status. */
export const gatewayAnswers: readonly Cell[] = [
  answer(409, 'already_open', 'already open'),
  answer(403, 'denied', 'Access denied'),
  answer(423, 'jammed', 'jammed'),
  answer(504, 'not_answered', 'did not answer'),
  answer(410, 'expired', 'came too late'),
  answer(500, 'opened', 'We could not confirm'),
  answer(200, 'opened', 'We could not confirm'),
];
