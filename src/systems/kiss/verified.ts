import * as z from 'zod/mini';
import { type Answer, readJson } from '#api';
import { type Account, type PhoneNumber, toE164 } from '#model';
import type { CodeResult } from '../sign-in.ts';

const account = z.object({
  tenant_id: z.string().check(z.minLength(1)),
  name: z.catch(z.string(), ''),
  location: z.catch(z.string(), ''),
  company: z.catch(z.string(), ''),
});

const user = z.object({ id: z.string().check(z.minLength(1)), name: z.catch(z.string(), '') });

const readAnswer = readJson(
  z.object({
    data: z.union([
      z.object({ token: z.string().check(z.minLength(1)), user: z.optional(z.nullable(user)) }),
      z.object({ token: z.nullish(z.null()), accounts: z.array(account).check(z.minLength(1)) }),
    ]),
  }),
);

/** Reads the answer to a code (KISS guide, Sign-in); undefined for an error status. */
export function readVerified(answer: Answer, phone: PhoneNumber): CodeResult | undefined {
  const parsed = readAnswer(answer)?.data;
  if (!parsed) return undefined;
  if ('accounts' in parsed) return { kind: 'choose-account', accounts: parsed.accounts.map(toAccount) };
  return {
    kind: 'signed-in',
    token: parsed.token,
    // Without a user the phone number identifies the tenant.
    userId: parsed.user?.id ?? toE164(phone),
    name: parsed.user?.name ?? '',
  };
}

function toAccount(wire: z.infer<typeof account>): Account {
  return { tenantId: wire.tenant_id, name: wire.name, location: wire.location, company: wire.company };
}
