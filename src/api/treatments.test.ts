import { describe, expect, it, vi } from 'vitest';
import type { ProblemKind } from './problem.ts';
import { aProblem } from './test-helpers/index.ts';
import { type ProblemActions, treatAction, treatAtOnce, treatments } from './treatments.ts';

function watchActions() {
  const done: string[] = [];
  const actions: ProblemActions = {
    endSession: (refused) => done.push(`end ${refused}`),
    refresh: () => done.push('refresh'),
    toast: (problem, subject) => done.push(`toast ${problem.kind} ${subject}`),
    countDefect: (problem) => done.push(`defect ${problem.kind}`),
  };
  return { done, actions };
}

describe('what the whole app does about a failure', () => {
  it.each<[ProblemKind, string[], string[]]>([
    ['unauthenticated', ['end t'], []],
    ['forbidden', [], ['refresh']],
    ['not-found', [], ['toast not-found lock', 'refresh']],
    ['conflict', ['defect conflict'], []],
    ['invalid', [], []],
    ['rate-limited', [], []],
    ['unavailable', [], []],
    ['unsupported', [], []],
    ['rejected', ['defect rejected'], []],
    ['malformed', ['defect malformed'], []],
  ])('%s: at once %j, and after a person’s action %j', (kind, atOnce, afterAction) => {
    const first = watchActions();
    treatAtOnce(aProblem(kind), 't', first.actions);
    expect(first.done).toEqual(atOnce);
    const second = watchActions();
    treatAction(aProblem(kind), 'lock', second.actions);
    expect(second.done).toEqual(afterAction);
  });

  it('leaves the session alone when a call without a token is refused: that is the answer to a form', () => {
    const endSession = vi.fn();
    treatAtOnce(aProblem('unauthenticated'), null, { ...watchActions().actions, endSession });
    expect(endSession).not.toHaveBeenCalled();
  });

  it.each<[ProblemKind, string, boolean]>([
    ['unauthenticated', 'sign-in', false],
    ['forbidden', 'in-place', false],
    ['not-found', 'toast', false],
    ['conflict', 'in-place', false],
    ['invalid', 'fields', false],
    ['rate-limited', 'countdown', false],
    ['unavailable', 'in-place', true],
    ['unsupported', 'in-place', false],
    ['rejected', 'in-place', false],
    ['malformed', 'in-place', false],
  ])('%s is shown: %s; a read is sent again: %s', (kind, shows, retriesReads) => {
    expect(treatments[kind]).toMatchObject({ shows, retriesReads });
  });
});
