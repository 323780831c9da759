import { describe, expect, it } from 'vitest';
import { type ProblemKind, problemPolicy } from '#api';
import { ruleFor } from './rule.ts';

type RequestFacts = Parameters<typeof ruleFor>[0];

const LIST: RequestFacts = { method: 'GET', path: '/api/v2/tenant/access', status: null, durationMs: 40, kind: null };
const OPEN: RequestFacts = { ...LIST, method: 'POST', path: '/gateway/locks/a/open' };
const CODE: RequestFacts = { ...LIST, method: 'POST', path: '/api/v2/auth/verify-otp' };

describe('the rule of the problem policy for a list', () => {
  const rules: Readonly<Record<ProblemKind, string>> = {
    unauthenticated: 'Ends the session, sign-in, and back to the same page.',
    forbidden: 'Said in place.',
    'not-found': 'Said in place.',
    conflict: 'Said in place, counted as a defect.',
    invalid: 'Said at the fields of the form.',
    'rate-limited': 'A banner counts down, and nothing of that limit is sent until it ends.',
    unavailable: 'A read is sent again by itself, then said in place.',
    unsupported: 'Said in place.',
    rejected: 'Said in place, counted as a defect.',
    malformed: 'Said in place, counted as a defect.',
  };

  it.each(Object.keys(problemPolicy) as ProblemKind[])('covers %s', (kind) => {
    expect(ruleFor({ ...LIST, kind })).toBe(rules[kind]);
  });

  it('mentions retries only for reads', () => {
    expect(ruleFor({ ...CODE, kind: 'unavailable' })).toBe('Said in place.');
  });

  it('does not end a session for a 401 to a sign-in form', () => {
    expect(ruleFor({ ...CODE, status: 401, kind: 'unauthenticated' })).toContain('no session ends');
  });
});

describe('the rule for an open command', () => {
  it.each<[number, string]>([
    [200, 'opened'],
    [403, 'denied'],
    [409, 'already open'],
    [410, 'expired'],
    [423, 'jammed'],
    [504, 'not answered'],
  ])('comes from the outcome before the policy: %d, %s', (status, outcome) => {
    const rule = ruleFor({ ...OPEN, status, kind: 'ok' });
    expect(rule).toMatch(new RegExp(`^The outcome “${outcome}” comes before the table: `));
  });

  it('comes from the outcome with any status', () => {
    expect(ruleFor({ ...OPEN, status: 418, kind: 'ok' })).toContain('the screen says what became of the door');
  });

  it.each<[ProblemKind, number | null]>([
    ['unavailable', null],
    ['unavailable', 503],
    ['malformed', 200],
  ])('is unknown without an outcome when the door may have opened: %s, %s', (kind, status) => {
    const rule = ruleFor({ ...OPEN, status, kind });
    expect(rule).toContain('“We could not confirm that the door opened”');
    expect(rule?.includes('once more with the same key')).toBe(status === null);
    expect(rule?.includes('counted as a defect')).toBe(kind === 'malformed');
  });

  it.each<[ProblemKind, string]>([
    ['unauthenticated', 'ends the session, sign-in, and back to the same page'],
    ['rate-limited', 'a banner counts down'],
    ['not-found', 'a toast over any page, the list is fetched again'],
    ['forbidden', 'said in place, the list is fetched again'],
    ['invalid', 'said in place, the list is fetched again'],
    ['conflict', 'said in place, counted as a defect'],
  ])('comes from the policy for an error without an outcome: %s', (kind, rule) => {
    expect(ruleFor({ ...OPEN, kind })).toContain(`Without an outcome the table decides: ${rule}`);
  });
});

describe('the rule for background requests', () => {
  const REPORT: RequestFacts = { ...LIST, method: 'POST', path: '/api/v2/locks/a/logs' };
  const PROBE: RequestFacts = { ...LIST, path: '/api/v2/health' };

  it.each<[ProblemKind, string]>([
    ['unavailable', 'The report is kept, and sent again with the same key.'],
    ['unauthenticated', 'Ends the session, the report is kept, and sent again with the same key.'],
    ['malformed', 'The report is kept, and sent again with the same key, counted as a defect.'],
    ['forbidden', 'The report is refused, and the activity page says so.'],
  ])('a failed report is not shown: %s', (kind, rule) => {
    expect(ruleFor({ ...REPORT, kind })).toBe(rule);
  });

  it('a failed health probe is sent again', () => {
    expect(ruleFor({ ...PROBE, status: 503, kind: 'unavailable' })).toContain('A probe of the server’s health');
    expect(ruleFor({ ...PROBE, status: 403, kind: 'forbidden' })).toContain('Said in place');
  });
});

describe('a request without a problem', () => {
  it.each<[string, Partial<RequestFacts>, string | null]>([
    ['pending', { durationMs: null }, null],
    ['not logged by the app yet', {}, 'The app has not said yet what it makes of it.'],
    ['successful', { kind: 'ok', status: 200 }, 'As the contract says: nothing to treat.'],
    ['aborted', { kind: 'aborted' }, 'Nobody waits for the answer any more, so nothing is done.'],
  ])('that is %s', (_what, facts, rule) => {
    expect(ruleFor({ ...LIST, ...facts })).toBe(rule);
  });
});
