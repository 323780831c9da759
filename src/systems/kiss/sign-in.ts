import { type Answer, AnswerOffContract, fetchedCode, type Transport } from '#api';
import { isJsonObject, type PhoneNumber, toE164 } from '#model';
import type { CodeResult, PhoneCodeSignIn } from '../system.ts';

const DEADLINE_MS = 15_000;

const loadVerified = () => import('./verified.ts');

/** `/auth/phone` and `/auth/verify-otp` (KISS guide, Sign-in). Both limits count by number, so both scopes name it. */
export function createSignIn(transport: Transport): PhoneCodeSignIn {
  const scopes = {
    request: (phone: PhoneNumber) => `${transport.base}/auth/phone ${toE164(phone)}`,
    verify: (phone: PhoneNumber) => `${transport.base}/auth/verify-otp ${toE164(phone)}`,
  };
  const wire = (phone: PhoneNumber) => ({ country_code: phone.countryCode, phone_number: phone.nationalNumber });

  let reader: typeof import('./verified.ts') | null = null;
  const loadReader = async () => {
    reader ??= await loadVerified();
    return reader;
  };

  return {
    rules: { digits: 6, lifeMs: 5 * 60_000, cooldownMs: 30_000 },
    scopes,

    requestCode: async (phone, signal) => {
      await transport.send({
        purpose: 'form',
        method: 'POST',
        path: '/auth/phone',
        route: '/auth/phone',
        body: wire(phone),
        subject: null,
        scope: scopes.request(phone),
        deadlineMs: DEADLINE_MS,
        // The message is for people; that there is an object with one is what tells this API from a captive portal.
        read: (answer) => (answer.status === 200 ? objectIn(answer) : undefined),
        ...(signal ? { signal } : {}),
      });
    },

    // What reads the answer is of no use before there is a code.
    prepare: async () => void (await loadReader()),

    verifyCode: async ({ phone, code, accountId }, signal) => {
      const place = { method: 'POST', route: '/auth/verify-otp' } as const;
      const { readVerified } = reader ?? (await fetchedCode(loadReader(), place));
      return transport.send<CodeResult>({
        ...place,
        purpose: 'form',
        path: place.route,
        body: { ...wire(phone), otp: code, ...(accountId === null ? {} : { tenant_id: accountId }) },
        subject: null,
        scope: scopes.verify(phone),
        deadlineMs: DEADLINE_MS,
        read: (answer) => readVerified(answer, phone),
        ...(signal ? { signal } : {}),
      });
    },
  };
}

/** Throws AnswerOffContract for JSON that is no object. */
function objectIn({ json }: Answer): object {
  if (isJsonObject(json)) return json;
  throw new AnswerOffContract('');
}
