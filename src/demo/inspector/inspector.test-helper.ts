import { codeIn } from '#facility';
import { createDemo, type Demo } from '../demo.ts';

/** 10:30 AM in February at the facility. */
export const HALF_PAST_TEN = Date.parse('2026-02-13T17:30:00Z');

/** A demo whose time only jumps. */
export function stillDemo(): Demo {
  return createDemo({ now: () => HALF_PAST_TEN, setTimer: () => () => {} });
}

/** Signs in the first tenant without the phone. Returns a function that sends requests with the token. */
export async function signIn({ facility }: Demo) {
  let token = '';
  const ask = (method: string, path: string, body?: unknown) =>
    facility.fetch(
      new Request(new URL(path, location.origin), {
        method,
        headers: { Authorization: `Bearer ${token}`, 'Idempotency-Key': path },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
  const number = { country_code: '1', phone_number: '3035550101' };
  await ask('POST', '/api/v2/auth/phone', number);
  const otp = codeIn(facility.world.messages.at(-1)?.text);
  const answer = await ask('POST', '/api/v2/auth/verify-otp', { ...number, otp });
  token = ((await answer.json()) as { data: { token: string } }).data.token;
  return ask;
}
