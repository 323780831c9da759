import { type Answer, type ApiRequest, MalformedAnswer, type Transport } from '#api';
import { isJsonObject, type PhoneNumber, toE164 } from '#model';
import type { CodeResult, PhoneCodeSignIn } from '../sign-in.ts';
import type { Calls } from './calls.ts';

const DEADLINE_MS = 15_000;
const REQUEST = '/auth/phone';
const VERIFY = '/auth/verify-otp';

/** `/auth/phone` and `/auth/verify-otp` (KISS guide, Sign-in). Both rate limits count by phone number. */
export function createSignIn(
  transport: Transport,
  calls: (method: string, route: string) => Promise<Calls>,
): PhoneCodeSignIn {
  const scopes = {
    request: (phone: PhoneNumber) => `${transport.base}${REQUEST} ${toE164(phone)}`,
    verify: (phone: PhoneNumber) => `${transport.base}${VERIFY} ${toE164(phone)}`,
  };
  const wire = (phone: PhoneNumber) => ({ country_code: phone.countryCode, phone_number: phone.nationalNumber });

  const post = <T>(path: string, request: Pick<ApiRequest<T>, 'scope' | 'body' | 'read'>, signal?: AbortSignal) =>
    transport.send<T>({
      ...request,
      purpose: 'form',
      method: 'POST',
      path,
      route: path,
      subject: null,
      deadlineMs: DEADLINE_MS,
      ...(signal ? { signal } : {}),
    });

  return {
    kind: 'phone-code',
    rules: { digits: 6, lifeMs: 5 * 60_000, cooldownMs: 30_000 },
    scopes,

    requestCode: async (phone, signal) => {
      // The JSON object distinguishes this API from a captive portal; its message is not used.
      const read = (answer: Answer) => (answer.status === 200 ? objectIn(answer) : undefined);
      await post(REQUEST, { scope: scopes.request(phone), body: wire(phone), read }, signal);
    },

    verifyCode: async ({ phone, code, accountId }, signal) => {
      const { readVerified } = await calls('POST', VERIFY);
      const read = (answer: Answer) => readVerified(answer, phone);
      const body = { ...wire(phone), otp: code, ...(accountId === null ? {} : { tenant_id: accountId }) };
      return post<CodeResult>(VERIFY, { scope: scopes.verify(phone), body, read }, signal);
    },
  };
}

/** Throws MalformedAnswer for anything but a JSON object. */
function objectIn({ json }: Answer): object {
  if (isJsonObject(json)) return json;
  throw new MalformedAnswer('');
}
