import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStoredSession } from './stored-session.ts';

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
    'is read as it is: %j',
    (value) => {
      expect(readStoredSession(value)).toEqual(value);
    },
  );

  it.each(Object.keys(signedIn))('is rejected without its %s', (key) => {
    const { [key as keyof typeof signedIn]: _gone, ...rest } = signedIn;
    expect(readStoredSession(rest)).toBeNull();
  });

  it.each(Object.keys(signedIn.tenant))('is rejected when its tenant’s %s is not a string', (key) => {
    expect(readStoredSession({ ...signedIn, tenant: { ...signedIn.tenant, [key]: 7 } })).toBeNull();
  });

  it('with the cause `left`, which the previous release wrote, is read as signed out', () => {
    const formerCause = 'left';
    expect(readStoredSession({ ...signedOut, because: formerCause })).toEqual({ ...signedOut, because: 'signed-out' });
  });

  it('is null for any other value, and reading never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(readStoredSession(value)).toBeNull();
      }),
    );
  });
});
