import { createFacility, type Facility } from './index.ts';

/** Noon in Denver on a working day. */
export const NOON = Date.parse('2026-02-13T19:00:00Z');

export const B204 = '01HQ8901234567HIJKMNPQRSTUVWXY';
export const C101 = '01HQ8901234567HIJKMNPQRSTUVWXZ';
export const B204_UNIT = '01HQ1234567890ABCDEFGHJKMNPQRS';
export const C101_UNIT = '01HQ2345678901BCDEFGHJKMNPQRST';
export const BUILDING_B = '01HQ6789012345FGHJKMNPQRSTUVWX';
export const MAIN_GATE = '01HQ4567890123DEFGHJKMNPQRSTUV';

export type Given = { readonly status: number; readonly body: unknown; readonly headers: Headers };

/** A facility whose time stands still until it is moved, and somebody who asks it. */
export function createLab(at = NOON) {
  const timers: { run: () => void; ms: number }[] = [];
  const facility: Facility = createFacility({
    now: () => at,
    setTimer: (run, ms) => {
      timers.push({ run, ms });
      return () => undefined;
    },
  });

  async function ask(
    method: string,
    path: string,
    {
      body,
      token,
      key,
      headers = {},
    }: { body?: unknown; token?: string; key?: string; headers?: Record<string, string> } = {},
  ): Promise<Given> {
    const given: Record<string, string> = { ...headers };
    if (token !== undefined) given.authorization = `Bearer ${token}`;
    if (key !== undefined) given['idempotency-key'] = key;
    const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
    const request = new Request(`http://facility.test${path}`, {
      method,
      headers: given,
      ...(text === undefined ? {} : { body: text }),
    });
    return read(await facility.fetch(request));
  }

  async function control(method: string, path: string, body?: unknown): Promise<Given> {
    const request = new Request(`http://facility.test/__facility${path}`, {
      method,
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return read(await facility.control(request));
  }

  const number = (last: string) => ({ country_code: '1', phone_number: `303555${last}` });

  async function code(last: string): Promise<string> {
    await ask('POST', '/api/v2/auth/phone', { body: number(last) });
    return /\d{6}/.exec(facility.world.messages.at(-1)?.text ?? '')?.[0] ?? '';
  }

  return {
    facility,
    ask,
    control,
    number,
    code,
    /** The host's timers that were asked for, for tests to run by hand. */
    timers,
    /** Seconds of facility time. */
    advance: (seconds: number) => facility.clock.advance(seconds * 1000),
    async signIn(last: string, tenantId?: string): Promise<string> {
      const body = { ...number(last), otp: await code(last), ...(tenantId ? { tenant_id: tenantId } : {}) };
      const answer = await ask('POST', '/api/v2/auth/verify-otp', { body });
      return (answer.body as { data: { token: string } }).data.token;
    },
    async openings() {
      const { body } = await control('GET', '/journal');
      return (body as { openings: { kind: string; id: string; at: string }[] }).openings;
    },
  };
}

export type Lab = ReturnType<typeof createLab>;

async function read(response: Response): Promise<Given> {
  const text = await response.text();
  let body: unknown = text;
  try {
    body = text === '' ? undefined : JSON.parse(text);
  } catch {
    // What is no JSON is read as the text it is.
  }
  return { status: response.status, body, headers: response.headers };
}
