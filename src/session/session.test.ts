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
/** When a session ends here. */
const OVER = 3_600_000;
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
  at: OVER,
});
const rejected = (credential: string | null, at = OVER): SessionEvent => ({ type: 'rejected', credential, at });

describe('a session', () => {
  it.each<[string, Session, SessionEvent, Session]>([
    [
      'begins when somebody signs in',
      SIGNED_OUT,
      signIn,
      signedIn({ credential: 'new', signedInAt: 1_000_000, accounts: 1 }),
    ],
    [
      'remembers that a refusal asked for it',
      signedOut('expired'),
      signIn,
      signedIn({ credential: 'new', signedInAt: 1_000_000, afterRejection: true }),
    ],
    ['ends when its token is refused, and keeps the number', signedIn(), rejected('old'), signedOut('expired')],
    ['is not ended by the refusal of an older token', signedIn(), rejected('older'), signedIn()],
    ['is not ended by the refusal of a call without a token', signedIn(), rejected(null), signedIn()],
    ['that is over stays as it is when a late refusal comes', signedOut('left'), rejected('old'), signedOut('left')],
    [
      'ends when the person leaves, and forgets the number',
      signedIn(),
      { type: 'left', because: 'left', at: OVER },
      signedOut('left', false),
    ],
    [
      'ends when the person changes accounts, and keeps the number',
      signedIn(),
      { type: 'left', because: 'switch-account', at: OVER },
      signedOut('switch-account'),
    ],
    [
      'that is over cannot be left again',
      signedOut('expired'),
      { type: 'left', because: 'left', at: OVER },
      signedOut('expired'),
    ],
    [
      'may be tried again in spite of the explanation',
      signedOut('rejected-again'),
      { type: 'explained' },
      signedOut('never'),
    ],
    ['that goes on needs no explanation', signedIn(), { type: 'explained' }, signedIn()],
  ])('%s', (_what, before, event, after) => {
    expect(reduceSession(before, event)).toEqual(after);
  });

  it.each<[string, Session, SessionEvent]>([
    ['an older token is refused', signedIn(), rejected('older')],
    ['it is over already', signedOut('left'), { type: 'left', because: 'left', at: OVER }],
    ['there is nothing to explain', signedIn(), { type: 'explained' }],
  ])('is the very same one when %s', (_what, session, event) => {
    expect(reduceSession(session, event)).toBe(session);
  });

  it.each([
    ['never', false],
    ['left', false],
    ['switch-account', false],
    ['rejected-again', false],
    ['expired', true],
  ] as const)('that follows “%s” counts as asked for by a refusal: %s', (because, afterRejection) => {
    expect(reduceSession(signedOut(because), signIn)).toMatchObject({ afterRejection });
  });
});

describe('signing in because of a refusal, and being refused again', () => {
  it.each([
    ['at once', 0, 'rejected-again'],
    ['within a minute', 59_999, 'rejected-again'],
    ['after a minute', 60_000, 'expired'],
  ])('%s ends in %s', (_when, later, because) => {
    const first = reduceSession(signedIn(), rejected('old', 500_000));
    const second = reduceSession(first, signIn);
    expect(reduceSession(second, rejected('new', signIn.at + later))).toMatchObject({ kind: 'signed-out', because });
  });

  it('asks for a sign-in, not for patience, when the first sign-in was the person’s own wish', () => {
    const session = reduceSession(SIGNED_OUT, signIn);
    expect(reduceSession(session, rejected('new', signIn.at + 1))).toMatchObject({ because: 'expired' });
  });
});

describe('a session that nobody ends', () => {
  const DAY = 86_400_000;
  const session = signedIn({ signedInAt: 0 }) as SignedIn;
  const never = { usedAt: 0 };
  const over = (at: number) => ({ ...signedOut('expired'), at });

  it.each<[string, number, number, SessionLife, Session]>([
    ['lives for ever where the operator sets no end', 9_999 * DAY, 0, {}, session],
    ['lives to the last moment of its days', 30 * DAY, 30 * DAY, { maxAgeDays: 30 }, session],
    ['is over after them, however much it is used', 30 * DAY + 1, 30 * DAY, { maxAgeDays: 30 }, over(30 * DAY + 1)],
    ['lives as long as it is used', 9_999 * DAY, 9_998 * DAY, { idleDays: 1 }, session],
    ['is over when it has not been used for too long', 2 * DAY + 1, DAY, { idleDays: 1 }, over(2 * DAY + 1)],
    ['counts as used by signing in', DAY, -9 * DAY, { idleDays: 1 }, session],
    ['is over on a device whose clock was set back by more', -31 * DAY, 0, { maxAgeDays: 30 }, over(-31 * DAY)],
    ['may live for a part of a day', DAY / 2 + 1, 0, { maxAgeDays: 0.5 }, over(DAY / 2 + 1)],
  ])('%s', (_what, now, usedAt, life, after) => {
    expect(ageSession(session, now, { usedAt }, life)).toEqual(after);
  });

  it('leaves its number for thirty days and no longer', () => {
    expect(ageSession(over(0), 30 * DAY, never, {})).toEqual(over(0));
    expect(ageSession(over(0), 30 * DAY + 1, never, {})).toEqual(SIGNED_OUT);
  });

  it('is the very same one while nothing changes', () => {
    for (const one of [session, SIGNED_OUT, signedOut('left', false)]) {
      expect(ageSession(one, DAY, never, {})).toBe(one);
    }
  });

  it.each([
    ['goes on to the last moment before its credential runs out', DAY - 1, session],
    ['is over when its credential has run out', DAY, over(DAY)],
  ])('%s', (_what, now, after) => {
    expect(ageSession(session, now, { usedAt: 0, expiresAt: DAY }, {})).toEqual(after);
  });
});
