import { describe, expect, it } from 'vitest';
import type { ProblemKind } from './problem.ts';
import { handleProblem, type ProblemActions, type ProblemPolicy, problemPolicy } from './problem-policy.ts';
import { aProblem } from './test-helpers/index.ts';

function watchActions() {
  const done: string[] = [];
  const actions: ProblemActions = {
    endSession: (refused) => done.push(`end ${refused}`),
    refresh: () => done.push('refresh'),
    toast: (problem, opens) => done.push(`toast ${problem.kind} ${opens}`),
    countDefect: (problem) => done.push(`defect ${problem.kind}`),
  };
  return { done, actions };
}

describe('handleProblem', () => {
  it.each<[ProblemKind, string[], string[]]>([
    ['unauthenticated', ['end c'], []],
    ['forbidden', [], ['refresh']],
    ['not-found', [], ['toast not-found lock', 'refresh']],
    ['conflict', ['defect conflict'], []],
    ['invalid', [], ['refresh']],
    ['rate-limited', [], []],
    ['unavailable', [], []],
    ['unsupported', [], []],
    ['rejected', ['defect rejected'], []],
    ['malformed', ['defect malformed'], []],
  ])('for %s does %j with any request, and also %j with an open command', (kind, always, forOpening) => {
    const any = watchActions();
    handleProblem(aProblem(kind), { sentAs: 'c', opens: null }, any.actions);
    expect(any.done).toEqual(always);
    const opening = watchActions();
    handleProblem(aProblem(kind), { sentAs: 'c', opens: 'lock' }, opening.actions);
    expect(opening.done).toEqual([...always, ...forOpening]);
  });

  it('does not end the session for a 401 without a credential', () => {
    const { done, actions } = watchActions();
    handleProblem(aProblem('unauthenticated'), { sentAs: null, opens: null }, actions);
    expect(done).toEqual([]);
  });
});

describe('the policy', () => {
  type Row = [
    kind: ProblemKind,
    shows: ProblemPolicy['shows'],
    report: ProblemPolicy['report'],
    opening: ProblemPolicy['opening'],
    retriesReads: boolean,
  ];

  it.each<Row>([
    ['unauthenticated', 'in-place', 'needs-session', 'signed-out', false],
    ['forbidden', 'in-place', 'refuse', 'denied', false],
    ['not-found', 'in-place', 'refuse', 'not-found', false],
    ['conflict', 'in-place', 'refuse', 'failed', false],
    ['invalid', 'fields', 'refuse', 'failed', false],
    ['rate-limited', 'countdown', 'needs-window', 'rate-limited', false],
    ['unavailable', 'in-place', 'retry', 'unknown', true],
    ['unsupported', 'in-place', 'refuse', 'unsupported', false],
    ['rejected', 'in-place', 'refuse', 'failed', false],
    ['malformed', 'in-place', 'retry', 'unknown', false],
  ])('for %s: a form shows it %s, a report: %s, an open command: %s, reads are retried: %s', (kind, ...row) => {
    const { shows, report, opening, retriesReads } = problemPolicy[kind];
    expect([shows, report, opening, retriesReads === true]).toEqual(row);
  });
});
