import { describe, expect, it } from 'vitest';
import { BASE, createTestKiss, failureOf, json } from './kiss.test-helper.ts';

const phone = { countryCode: '1', nationalNumber: '3035550101' };
const other = { countryCode: '1', nationalNumber: '3035550102' };
const attempt = { phone, code: '123456', accountId: null };
const verify = (body: unknown) => createTestKiss([json(200, body)]).kiss.signIn.verifyCode(attempt);
const ada = { id: 'user-1', name: 'Ada', email: null, phone: '+13035550101' };
const account = { tenant_id: 'ten-1', name: 'Ada', location: 'Elm Street', company: 'Elm' };

describe('requesting a code', () => {
  it('sends the phone number in two parts and no token', async () => {
    const { kiss, sent } = createTestKiss([json(200, { message: 'OTP sent successfully.' })]);
    await kiss.signIn.requestCode(phone);
    expect(sent[0]?.url).toBe(`${BASE}/auth/phone`);
    expect(sent[0]?.body).toEqual({ country_code: '1', phone_number: '3035550101' });
    expect(sent[0]?.headers.has('authorization')).toBe(false);
  });

  it.each<[string, Response, object]>([
    ['422', json(422, { message: 'No such tenant.' }), { kind: 'invalid', serverMessage: 'No such tenant.' }],
    [
      '422 with fields',
      json(422, { message: 'Invalid.', errors: { phone_number: ['Too short.'] } }),
      { kind: 'invalid', fieldErrors: { phone_number: ['Too short.'] } },
    ],
    ['the page of a captive portal', new Response('<p>Welcome</p>'), { kind: 'malformed' }],
    ['text', json(200, 'sent'), { kind: 'malformed' }],
    ['503', json(503, {}), { kind: 'unavailable' }],
  ])('fails when the answer is %s', async (_what, reply, problem) => {
    expect(await failureOf(createTestKiss([reply]).kiss.signIn.requestCode(phone))).toMatchObject(problem);
  });

  it('is blocked after a 429 for that phone number only, and verifying is not', async () => {
    const sent = () => json(200, { message: 'x', data: { token: 't', user: ada } });
    const { kiss } = createTestKiss([json(429, {}, { 'Retry-After': '60' }), sent(), sent()]);
    expect(await failureOf(kiss.signIn.requestCode(phone))).toMatchObject({ kind: 'rate-limited', origin: 'answer' });
    expect(await failureOf(kiss.signIn.requestCode(phone))).toMatchObject({ kind: 'rate-limited', origin: 'local' });
    await expect(kiss.signIn.requestCode(other)).resolves.toBeUndefined();
    await expect(kiss.signIn.verifyCode(attempt)).resolves.toMatchObject({ kind: 'signed-in' });
    const { request, verify: check } = kiss.signIn.scopes;
    expect(new Set([request(phone), request(other), check(phone), check(other)]).size).toBe(4);
  });
});

describe('verifying a code', () => {
  it('sends the phone number and the code, without an account at first', async () => {
    const { kiss, sent } = createTestKiss([json(200, { data: { token: '1|abc', user: ada } })]);
    await kiss.signIn.verifyCode(attempt);
    expect(sent[0]?.url).toBe(`${BASE}/auth/verify-otp`);
    expect(sent[0]?.body).toEqual({ country_code: '1', phone_number: '3035550101', otp: '123456' });
  });

  it('sends the chosen account the second time', async () => {
    const { kiss, sent } = createTestKiss([json(200, { data: { token: '1|abc', user: ada } })]);
    await kiss.signIn.verifyCode({ ...attempt, accountId: 'ten-1' });
    expect(sent[0]?.body).toMatchObject({ otp: '123456', tenant_id: 'ten-1' });
  });

  it('returns the token', async () => {
    const body = { message: 'ok', data: { token: '1|abc', user: ada, extra: 1 } };
    expect(await verify(body)).toEqual({ kind: 'signed-in', token: '1|abc', userId: 'user-1', name: 'Ada' });
  });

  it.each([
    ['no user', { token: '1|abc' }, '+13035550101', ''],
    ['a null user', { token: '1|abc', user: null }, '+13035550101', ''],
    ['a user without a name', { token: '1|abc', user: { id: 'u' } }, 'u', ''],
  ])('identifies the tenant by the user, else by the phone number: %s', async (_who, data, userId, name) => {
    expect(await verify({ data })).toEqual({ kind: 'signed-in', token: '1|abc', userId, name });
  });

  it.each([
    ['null', { token: null, accounts: [account] }],
    ['absent', { accounts: [account] }],
  ])('returns the accounts when the token is %s', async (_what, data) => {
    expect(await verify({ message: 'Multiple accounts found.', data })).toEqual({
      kind: 'choose-account',
      accounts: [{ tenantId: 'ten-1', name: 'Ada', location: 'Elm Street', company: 'Elm' }],
    });
  });

  it('accepts an account with missing details', async () => {
    expect(await verify({ data: { token: null, accounts: [{ tenant_id: 'ten-1', name: null }] } })).toMatchObject({
      accounts: [{ tenantId: 'ten-1', name: '', location: '', company: '' }],
    });
  });

  it.each<[string, unknown]>([
    ['no data', { message: 'ok' }],
    ['an empty token', { data: { token: '', user: ada } }],
    ['neither a token nor accounts', { data: { token: null } }],
    ['no account to choose', { data: { token: null, accounts: [] } }],
    ['an account without an id', { data: { token: null, accounts: [{ name: 'Ada' }] } }],
    ['text', 'welcome'],
  ])('is malformed when the answer has %s', async (_what, body) => {
    expect(await failureOf(verify(body))).toMatchObject({ kind: 'malformed', status: 200 });
  });

  it('fails with the server’s message when the code is wrong', async () => {
    const reply = json(422, { message: 'The OTP code is invalid or has expired.' });
    const call = createTestKiss([reply]).kiss.signIn.verifyCode(attempt);
    expect(await failureOf(call)).toMatchObject({
      kind: 'invalid',
      serverMessage: 'The OTP code is invalid or has expired.',
    });
  });

  it('has the rules of KISS: 6 digits, valid for 5 minutes, another code after 30 seconds', () => {
    expect(createTestKiss([]).kiss.signIn.rules).toEqual({ digits: 6, lifeMs: 300_000, cooldownMs: 30_000 });
  });
});
