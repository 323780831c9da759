import type { Context } from 'hono';
import { HttpError, json, readObject } from './http.ts';
import type { FacilityInstance } from './instance.ts';
import { createFieldChecks } from './validate.ts';
import type { Tenant } from './world.ts';

const NO_TENANT = 'A tenant with the submitted phone number does not exist.';
const BAD_CODE = 'The OTP code is invalid or has expired.';

/** `POST /auth/phone`: sends a code (KISS guide, sign-in). */
export async function requestCode(context: Context, instance: FacilityInstance): Promise<Response> {
  const checks = createFieldChecks(await readObject(context));
  const phone = readNumber(checks);
  checks.finish();
  if (phone === undefined) throw new HttpError(422, { message: NO_TENANT });
  instance.limits.phone.count(phone);
  if (tenantsOf(instance, phone).length === 0) throw new HttpError(422, { message: NO_TENANT });

  const code = instance.codes.issue(phone);
  instance.send(phone, messageText(code, new URL(context.req.url).hostname));
  return json(200, { message: 'OTP sent successfully.' });
}

/** `POST /auth/verify-otp`: exchanges a code for a token, or for a list of accounts (KISS guide, sign-in). */
export async function verifyCode(context: Context, instance: FacilityInstance): Promise<Response> {
  const checks = createFieldChecks(await readObject(context));
  const phone = readNumber(checks);
  const code = checks.required('otp');
  const tenantId = checks.text('tenant_id');
  if (code !== undefined && !/^\d{6}$/.test(code)) checks.add('otp', 'The otp must be 6 digits.');
  // Malformed attempts count as well.
  if (phone !== undefined) instance.limits.verify.count(phone);
  checks.finish();
  if (phone === undefined || code === undefined || !instance.codes.matches(phone, code)) {
    throw new HttpError(422, { message: BAD_CODE });
  }

  const tenants = tenantsOf(instance, phone);
  const [first] = tenants;
  const chosen = tenantId ? tenants.find(({ id }) => id === tenantId) : tenants.length === 1 ? first : undefined;
  if (tenantId && !chosen) {
    checks.add('tenant_id', 'The selected tenant id is invalid.');
    checks.finish();
  }
  if (!chosen)
    return json(200, { message: 'Multiple accounts found.', data: { token: null, accounts: tenants.map(account) } });

  instance.codes.consume(phone);
  const token = instance.tokens.issue(chosen, instance.world.settings.tokenLifetimeSeconds);
  const user = { id: chosen.userId, name: chosen.name, email: chosen.email, phone: chosen.phone };
  return json(200, { message: 'Login successful.', data: { token, user } });
}

/** The number in E.164; undefined, with errors added, when it is invalid. */
function readNumber(checks: ReturnType<typeof createFieldChecks>): string | undefined {
  const country = checks.required('country_code');
  const number = checks.required('phone_number');
  const countryFits = country !== undefined && /^\d{1,3}$/.test(country);
  const numberFits = number !== undefined && /^\d{7,15}$/.test(number);
  if (country !== undefined && !countryFits) checks.add('country_code', 'The country code must be 1 to 3 digits.');
  if (number !== undefined && !numberFits) checks.add('phone_number', 'The phone number must be 7 to 15 digits.');
  return countryFits && numberFits ? `+${country}${number}` : undefined;
}

function tenantsOf({ world }: FacilityInstance, phone: string): Tenant[] {
  return world.tenants.filter((tenant) => tenant.phone === phone);
}

function account({ id, name, site }: Tenant) {
  return { tenant_id: id, name, location: site.name, company: site.company };
}

/** The last line is the WebOTP format: the host that may read the code, and the code. */
function messageText(code: string, host: string): string {
  return `Your verification code is ${code}. It is valid for 5 minutes.\n\n@${host} #${code}`;
}
