import { describe, expect, it } from 'vitest';
import { createHarness } from './facility.test-helper.ts';

const PHONE = '/api/v2/auth/phone';
const VERIFY = '/api/v2/auth/verify-otp';

describe('requesting a code', () => {
  it('sends six digits to the number, with a last line for WebOTP', async () => {
    const { ask, number, facility } = createHarness();
    const answer = await ask('POST', PHONE, { body: number('0101') });
    expect([answer.status, answer.body]).toEqual([200, { message: 'OTP sent successfully.' }]);
    expect(facility.world.messages).toMatchObject([
      { to: '+13035550101', text: expect.stringMatching(/code is (\d{6})\..*\n\n@facility\.test #\1$/s) },
    ]);
  });

  it('rejects an unknown number and sends nothing', async () => {
    const { ask, number, facility } = createHarness();
    const answer = await ask('POST', PHONE, { body: number('0199') });
    const message = 'A tenant with the submitted phone number does not exist.';
    expect([answer.status, answer.body]).toEqual([422, { message }]);
    expect(facility.world.messages).toEqual([]);
  });

  it.each<[string, unknown, string[]]>([
    ['nothing', {}, ['country_code', 'phone_number']],
    ['letters', { country_code: 'US', phone_number: 'abc' }, ['country_code', 'phone_number']],
    ['numbers instead of strings', { country_code: 1, phone_number: 3035550101 }, ['country_code', 'phone_number']],
    ['a number that is too short', { country_code: '1', phone_number: '123456' }, ['phone_number']],
    ['a number that is too long', { country_code: '1', phone_number: '1234567890123456' }, ['phone_number']],
  ])('names each invalid field by its path: %s', async (_name, body, fields) => {
    const answer = await createHarness().ask('POST', PHONE, { body });
    expect(answer.status).toBe(422);
    expect(Object.keys((answer.body as { errors: object }).errors)).toEqual(fields);
  });

  it.each(['{"country_code":', '', '[]', '7', 'null'])('answers 400 for a body of %j', async (body) => {
    const answer = await createHarness().ask('POST', PHONE, { body });
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ message: expect.any(String) });
  });

  it('allows five requests per number in 60 seconds from the first, and sends Retry-After', async () => {
    const { ask, number, advance } = createHarness();
    for (let request = 0; request < 5; request++) {
      expect((await ask('POST', PHONE, { body: number('0101') })).status).toBe(200);
      advance(5);
    }
    const refused = await ask('POST', PHONE, { body: number('0101') });
    expect(refused.status).toBe(429);
    expect(refused.body).toEqual({ message: 'Too many attempts. Please try again in 35 seconds.' });
    expect(refused.headers.get('retry-after')).toBe('35');
    expect((await ask('POST', PHONE, { body: number('0102') })).status).toBe(200);
    advance(34.999);
    expect((await ask('POST', PHONE, { body: number('0101') })).status).toBe(429);
    advance(0.001);
    expect((await ask('POST', PHONE, { body: number('0101') })).status).toBe(200);
  });
});

describe('verifying a code', () => {
  it('returns the token and the user of a single account', async () => {
    const { ask, number, code } = createHarness();
    const answer = await ask('POST', VERIFY, { body: { ...number('0101'), otp: await code('0101') } });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      data: { token: expect.stringMatching(/^\d+\|\w{40}$/), user: { phone: '+13035550101', email: null } },
    });
  });

  it('returns several accounts without consuming the code', async () => {
    const { ask, number, code } = createHarness();
    const body = { ...number('0102'), otp: await code('0102') };
    const first = await ask('POST', VERIFY, { body });
    expect(first.body).toMatchObject({ message: 'Multiple accounts found.', data: { token: null } });
    const { accounts } = (first.body as { data: { accounts: { tenant_id: string; location: string }[] } }).data;
    expect(accounts.map(({ location }) => location)).toEqual(['Denver North', 'Phoenix Airport']);
    const second = await ask('POST', VERIFY, { body: { ...body, tenant_id: accounts[1]?.tenant_id } });
    expect(second.body).toMatchObject({ data: { user: { name: 'Ortega Imports LLC' } } });
    expect((await ask('POST', VERIFY, { body })).status).toBe(422);
  });

  it('rejects an account of another number with an error for the field', async () => {
    const { ask, number, code } = createHarness();
    const body = { ...number('0102'), otp: await code('0102'), tenant_id: 'tenant_hostile' };
    expect((await ask('POST', VERIFY, { body })).body).toMatchObject({ errors: { tenant_id: [expect.any(String)] } });
  });

  it('rejects a code that is older than five minutes or was replaced', async () => {
    const { ask, number, code, advance } = createHarness();
    const otp = await code('0101');
    advance(299.999);
    const next = await code('0101');
    expect(next).not.toBe(otp);
    const bad = { message: 'The OTP code is invalid or has expired.' };
    expect(await ask('POST', VERIFY, { body: { ...number('0101'), otp } })).toMatchObject({ status: 422, body: bad });
    advance(300);
    expect(await ask('POST', VERIFY, { body: { ...number('0101'), otp: next } })).toMatchObject({
      status: 422,
      body: bad,
    });
  });

  it('counts each attempt for a number, including malformed attempts', async () => {
    const { ask, number, code } = createHarness();
    const otp = await code('0101');
    for (const wrong of ['1', '12345', 'abcdef', '000000', '1234567']) {
      expect((await ask('POST', VERIFY, { body: { ...number('0101'), otp: wrong } })).status).toBe(422);
    }
    const refused = await ask('POST', VERIFY, { body: { ...number('0101'), otp } });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
  });

  it('works under the older base path', async () => {
    const { ask, number, facility } = createHarness();
    expect((await ask('POST', '/api/v1/auth/phone', { body: number('0101') })).status).toBe(200);
    const otp = /\d{6}/.exec(facility.world.messages[0]?.text ?? '')?.[0];
    expect((await ask('POST', '/api/v1/auth/verify-otp', { body: { ...number('0101'), otp } })).status).toBe(200);
  });
});

describe('a token', () => {
  it.each([undefined, 'nonsense', '1|x'])('is required: %s is rejected', async (token) => {
    const answer = await createHarness().ask('GET', '/api/v2/tenant/access', token === undefined ? {} : { token });
    expect([answer.status, answer.body]).toEqual([401, { message: 'Unauthorized.' }]);
  });

  it('expires', async () => {
    const { ask, signIn, advance, control } = createHarness();
    await control('PATCH', '/settings', { tokenLifetimeSeconds: 900 });
    const token = await signIn('0101');
    advance(899);
    expect((await ask('GET', '/api/v2/tenant/access', { token })).status).toBe(200);
    advance(1);
    expect((await ask('GET', '/api/v2/tenant/access', { token })).status).toBe(401);
  });

  it.each(['expire', 'revoke'])('can be invalidated by the control API: %s', async (action) => {
    const { ask, signIn, control } = createHarness();
    const mine = await signIn('0101');
    const other = await signIn('0106');
    expect((await control('POST', '/tokens', { action, phone: '+13035550101' })).body).toEqual({ tokens: 1 });
    expect((await ask('GET', '/api/v2/tenant/access', { token: mine })).status).toBe(401);
    expect((await ask('GET', '/api/v2/tenant/access', { token: other })).status).toBe(200);
  });
});
