import { describe, expect, it } from 'vitest';
import {
  ageSession,
  reduceSession,
  type Session,
  type SessionEvent,
  type SessionLife,
  SIGNED_OUT,
  type SignedIn,
} from './session.ts';

const tenant = { apiBase: 'https://a.test', e164: '+13035550101', id: 't1', name: 'Ada' };
const phone = { country: 'US', national: '3035550101' };
const signIn = { type: 'signed-in', credential: 'new', tenant, phone, accounts: 1, at: 1_000_000 } as const;
/** When sessions end in these tests. Epoch ms. */
const ENDED_AT = 3_600_000;
const signedIn = (facts: Partial<SignedIn> = {}): SignedIn => ({
  kind: 'signed-in',
  credential: 'old',
  tenant,
  phone,
  signedInAt: 0,
  afterRejection: false,
  accounts: 1,
  ...facts,
});
const signedOut = (because: Extract<Session, { kind: 'signed-out' }>['because'], kept = true): Session => ({
  kind: 'signed-out',
  because,
  phone: kept ? phone : null,
  at: ENDED_AT,
});
const rejected = (credential: string | null, at = ENDED_AT): SessionEvent => ({ type: 'rejected', credential, at });

describe('a session', () => {
  it.each<[string, Session, SessionEvent, Session]>([
    ['starts at sign-in', SIGNED_OUT, signIn, signedIn({ credential: 'new', signedInAt: 1_000_000, accounts: 1 })],
    [
      'remembers that a 401 made it necessary',
      signedOut('expired'),
      signIn,
      signedIn({ credential: 'new', signedInAt: 1_000_000, afterRejection: true }),
    ],
    [
      'expires when its token is refused, and keeps the phone number',
      signedIn(),
      rejected('old'),
      signedOut('expired'),
    ],
    ['is not ended by a 401 for an older token', signedIn(), rejected('older'), signedIn()],
    ['is not ended by a 401 for a request without a token', signedIn(), rejected(null), signedIn()],
    ['that has ended ignores a late 401', signedOut('signed-out'), rejected('old'), signedOut('signed-out')],
    [
      'ends when the person signs out, and forgets the phone number',
      signedIn(),
      { type: 'signed-out', because: 'signed-out', at: ENDED_AT },
      signedOut('signed-out', false),
    ],
    [
      'ends when the person switches accounts, and keeps the phone number',
      signedIn(),
      { type: 'signed-out', because: 'switch-account', at: ENDED_AT },
      signedOut('switch-account'),
    ],
    [
      'that has ended cannot be ended again',
      signedOut('expired'),
      { type: 'signed-out', because: 'signed-out', at: ENDED_AT },
      signedOut('expired'),
    ],
    [
      'that was rejected twice can be tried again once that is acknowledged',
      signedOut('rejected-again'),
      { type: 'acknowledged' },
      signedOut('never'),
    ],
    ['that is signed in has nothing to acknowledge', signedIn(), { type: 'acknowledged' }, signedIn()],
  ])('%s', (_what, before, event, after) => {
    expect(reduceSession(before, event)).toEqual(after);
  });

  it.each<[string, Session, SessionEvent]>([
    ['an older token is refused', signedIn(), rejected('older')],
    ['it has already ended', signedOut('signed-out'), { type: 'signed-out', because: 'signed-out', at: ENDED_AT }],
    ['there is nothing to acknowledge', signedIn(), { type: 'acknowledged' }],
  ])('is the same object when %s', (_what, session, event) => {
    expect(reduceSession(session, event)).toBe(session);
  });

  it.each([
    ['never', false],
    ['signed-out', false],
    ['switch-account', false],
    ['rejected-again', false],
    ['expired', true],
  ] as const)('that starts after “%s” counts as asked for by a 401: %s', (because, afterRejection) => {
    expect(reduceSession(signedOut(because), signIn)).toMatchObject({ afterRejection });
  });
});

describe('a 401 after a sign-in that an earlier 401 made necessary', () => {
  it.each([
    ['at once', 0, 'rejected-again'],
    ['within a minute', 59_999, 'rejected-again'],
    ['after a minute', 60_000, 'expired'],
  ])('%s ends the session as %s', (_when, later, because) => {
    const first = reduceSession(signedIn(), rejected('old', 500_000));
    const second = reduceSession(first, signIn);
    expect(reduceSession(second, rejected('new', signIn.at + later))).toMatchObject({ kind: 'signed-out', because });
  });

  it('expires the session when the person had signed in on their own', () => {
    const session = reduceSession(SIGNED_OUT, signIn);
    expect(reduceSession(session, rejected('new', signIn.at + 1))).toMatchObject({ because: 'expired' });
  });
});

describe('the lifetime of a session', () => {
  const DAY = 86_400_000;
  const session = signedIn({ signedInAt: 0 }) as SignedIn;
  const never = { usedAt: 0 };
  const over = (at: number) => ({ ...signedOut('expired'), at });

  it.each<[string, number, number, SessionLife, Session]>([
    ['is unlimited where the operator sets no limit', 9_999 * DAY, 0, {}, session],
    ['lasts through the last millisecond of its days', 30 * DAY, 30 * DAY, { maxAgeDays: 30 }, session],
    ['ends after them, even when it is in use', 30 * DAY + 1, 30 * DAY, { maxAgeDays: 30 }, over(30 * DAY + 1)],
    ['lasts as long as it is used', 9_999 * DAY, 9_998 * DAY, { idleDays: 1 }, session],
    ['ends when it has not been used for too long', 2 * DAY + 1, DAY, { idleDays: 1 }, over(2 * DAY + 1)],
    ['counts sign-in as use', DAY, -9 * DAY, { idleDays: 1 }, session],
    ['ends when the clock was set back by more than the limit', -31 * DAY, 0, { maxAgeDays: 30 }, over(-31 * DAY)],
    ['may be limited to a part of a day', DAY / 2 + 1, 0, { maxAgeDays: 0.5 }, over(DAY / 2 + 1)],
  ])('%s', (_what, now, usedAt, life, after) => {
    expect(ageSession(session, now, { usedAt }, life)).toEqual(after);
  });

  it('keeps the phone number for thirty more days', () => {
    expect(ageSession(over(0), 30 * DAY, never, {})).toEqual(over(0));
    expect(ageSession(over(0), 30 * DAY + 1, never, {})).toEqual(SIGNED_OUT);
  });

  it('returns the same object while nothing changes', () => {
    for (const one of [session, SIGNED_OUT, signedOut('signed-out', false)]) {
      expect(ageSession(one, DAY, never, {})).toBe(one);
    }
  });

  it.each([
    ['lasts until its token expires', DAY - 1, session],
    ['ends when its token has expired', DAY, over(DAY)],
  ])('%s', (_what, now, after) => {
    expect(ageSession(session, now, { usedAt: 0, expiresAt: DAY }, {})).toEqual(after);
  });
});
