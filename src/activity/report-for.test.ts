import { describe, expect, it } from 'vitest';
import type { NotSentCause, OpenOutcome, UnknownCause } from '#model';
import { reportFor } from './report-for.ts';

const failure = (reason: string) => ({ happening: 'open_failure', reason });

describe('an outcome is reported', () => {
  it.each<[OpenOutcome, ReturnType<typeof reportFor> | object]>([
    [
      { kind: 'opened', openedAt: 0, relaySeconds: 5 },
      { happening: 'open_successful', reason: null },
    ],
    [
      { kind: 'denied', message: 'Names a person.' },
      { happening: 'open_blocked', reason: null },
    ],
    [{ kind: 'jammed' }, failure('The lock is jammed.')],
    [{ kind: 'not-answered' }, failure('The lock did not answer.')],
    [{ kind: 'failed', message: 'Names a person.' }, failure('The opener refused the command.')],
    [{ kind: 'expired' }, failure('The command arrived too late.')],
  ])('%j as law 6 says', (outcome, report) => {
    expect(reportFor(outcome)).toEqual(report);
  });

  it('as a success when the phone moved away and the lock finishes by itself', () => {
    const report = { happening: 'open_successful', reason: null };
    expect(reportFor({ kind: 'unknown', because: 'finishing' })).toEqual(report);
  });

  it.each<[NotSentCause['kind'], string]>([
    ['wrong-lock', 'wrong_lock'],
    ['nfc-off', 'nfc_disabled'],
    ['cancelled', 'user_canceled'],
  ])('as a failure when the tap was refused (%s), with the SDK’s error code', (kind, reason) => {
    expect(reportFor({ kind: 'not-sent', because: { kind } as NotSentCause })).toEqual(failure(reason));
  });

  it('as blocked when the app itself refused it', () => {
    const report = { happening: 'open_blocked', reason: null };
    expect(reportFor({ kind: 'not-sent', because: { kind: 'not-permitted' } })).toEqual(report);
  });

  const unknowns: readonly UnknownCause[] = ['no-answer', 'server-trouble', 'nonsense', 'interrupted', 'unconfirmed'];
  it.each(unknowns)('as unconfirmed, and never as a success or a failure, when it is unknown: %s', (because) => {
    expect(reportFor({ kind: 'unknown', because })).toMatchObject({ happening: 'open_unconfirmed' });
  });

  const notSent: readonly NotSentCause[] = [
    { kind: 'offline' },
    { kind: 'rate-limited', until: 5 },
    { kind: 'signed-out' },
    { kind: 'not-found' },
    { kind: 'unsupported' },
  ];
  it.each(notSent)('not at all when nothing reached the door: $kind', (because) => {
    expect(reportFor({ kind: 'not-sent', because })).toBeNull();
  });

  it('not at all when the door is already open', () => {
    expect(reportFor({ kind: 'already-open' })).toBeNull();
  });
});
