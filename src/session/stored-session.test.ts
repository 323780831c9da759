import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStoredSession } from './stored-session.ts';

const phone = { country: 'US', national: '303' };
const signedIn = {
  kind: 'signed-in',
  token: 't',
  tenant: { apiBase: 'https://a.test', e164: '+1303', id: '1', name: 'Ada' },
  phone,
  signedInAt: 1,
  afterRejection: false,
  accounts: 1,
};
const signedOut = { kind: 'signed-out', because: 'expired', phone, at: 1 };

describe('a stored session', () => {
  it.each([signedIn, { ...signedIn, expiresAt: 2 }, signedOut, { ...signedOut, phone: null }])(
    'is one: %j',
    (value) => {
      expect(isStoredSession(value)).toBe(true);
    },
  );

  it.each(Object.keys(signedIn))('is none without its %s', (key) => {
    const { [key as keyof typeof signedIn]: _gone, ...rest } = signedIn;
    expect(isStoredSession(rest)).toBe(false);
  });

  it.each(Object.keys(signedIn.tenant))('is none without its tenant’s %s', (key) => {
    expect(isStoredSession({ ...signedIn, tenant: { ...signedIn.tenant, [key]: 7 } })).toBe(false);
  });

  it('is none whatever else stands there, and looking never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(isStoredSession(value)).toBe(false);
      }),
    );
  });
});
