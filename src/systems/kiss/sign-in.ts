import * as z from 'zod/mini';
import { readJson, type Transport } from '#api';
import { type PhoneNumber, toE164 } from '#model';
import type { CodeResult, PhoneCodeSignIn } from '../system.ts';

const DEADLINE_MS = 15_000;

const account = z.object({
  tenant_id: z.string().check(z.minLength(1)),
  name: z.catch(z.string(), ''),
  location: z.catch(z.string(), ''),
  company: z.catch(z.string(), ''),
});

const user = z.object({ id: z.string().check(z.minLength(1)), name: z.catch(z.string(), '') });

const verified = z.object({
  data: z.union([
    z.object({ token: z.string().check(z.minLength(1)), user: z.optional(z.nullable(user)) }),
    z.object({ token: z.nullish(z.null()), accounts: z.array(account).check(z.minLength(1)) }),
  ]),
});

/** `/auth/phone` and `/auth/verify-otp` (KISS guide, Sign-in). Both limits count by number, so both scopes name it. */
export function createSignIn(transport: Transport): PhoneCodeSignIn {
  const scopes = {
    request: (phone: PhoneNumber) => `${transport.base}/auth/phone ${toE164(phone)}`,
    verify: (phone: PhoneNumber) => `${transport.base}/auth/verify-otp ${toE164(phone)}`,
  };
  const wire = (phone: PhoneNumber) => ({ country_code: phone.countryCode, phone_number: phone.nationalNumber });

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
        token: null,
        scope: scopes.request(phone),
        deadlineMs: DEADLINE_MS,
        // The message is for people; that there is an object with one is what tells this API from a captive portal.
        read: readJson(z.object({ message: z.optional(z.unknown()) })),
        ...(signal ? { signal } : {}),
      });
    },

    verifyCode: ({ phone, code, accountId }, signal) =>
      transport.send<CodeResult>({
        purpose: 'form',
        method: 'POST',
        path: '/auth/verify-otp',
        route: '/auth/verify-otp',
        body: { ...wire(phone), otp: code, ...(accountId === null ? {} : { tenant_id: accountId }) },
        token: null,
        scope: scopes.verify(phone),
        deadlineMs: DEADLINE_MS,
        read: (answer) => {
          const parsed = readJson(verified)(answer)?.data;
          if (!parsed) return undefined;
          if ('accounts' in parsed) return { kind: 'choose-account', accounts: parsed.accounts.map(toAccount) };
          return {
            kind: 'signed-in',
            token: parsed.token,
            // The number itself tells the tenants of one API apart where the answer names nobody.
            userId: parsed.user?.id ?? toE164(phone),
            name: parsed.user?.name ?? '',
          };
        },
        ...(signal ? { signal } : {}),
      }),
  };
}

function toAccount(wire: z.infer<typeof account>) {
  return { tenantId: wire.tenant_id, name: wire.name, location: wire.location, company: wire.company };
}
