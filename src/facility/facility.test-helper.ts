import { codeIn, createFacility, type Facility } from './index.ts';

/** Noon in Denver on a weekday. */
export const NOON = Date.parse('2026-02-13T19:00:00Z');

export const B204 = '01HQ8901234567HIJKMNPQRSTUVWXY';
export const C101 = '01HQ8901234567HIJKMNPQRSTUVWXZ';
export const B204_UNIT = '01HQ1234567890ABCDEFGHJKMNPQRS';
export const C101_UNIT = '01HQ2345678901BCDEFGHJKMNPQRST';
export const BUILDING_B = '01HQ6789012345FGHJKMNPQRSTUVWX';
export const MAIN_GATE = '01HQ4567890123DEFGHJKMNPQRSTUV';

export type TestResponse = { readonly status: number; readonly body: unknown; readonly headers: Headers };

/** A facility with helpers that send requests. Its clock runs only when a test advances it. */
export function createHarness(at = NOON, base = '/api/v2') {
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
  ): Promise<TestResponse> {
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

  async function control(method: string, path: string, body?: unknown): Promise<TestResponse> {
    const request = new Request(`http://facility.test/__facility${path}`, {
      method,
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return read(await facility.control(request));
  }

  const number = (last: string) => ({ country_code: '1', phone_number: `303555${last}` });

  async function code(last: string): Promise<string> {
    await ask('POST', `${base}/auth/phone`, { body: number(last) });
    return codeIn(facility.world.messages.at(-1)?.text) ?? '';
  }

  return {
    facility,
    ask,
    control,
    number,
    code,
    /** Host timers that were set; a test runs them itself. */
    timers,
    /** Seconds of facility time. */
    advance: (seconds: number) => facility.clock.advance(seconds * 1000),
    async signIn(last: string, tenantId?: string): Promise<string> {
      const body = { ...number(last), otp: await code(last), ...(tenantId ? { tenant_id: tenantId } : {}) };
      const answer = await ask('POST', `${base}/auth/verify-otp`, { body });
      return (answer.body as { data: { token: string } }).data.token;
    },
    async openings() {
      const { body } = await control('GET', '/journal');
      return (body as { openings: { kind: string; id: string; at: string }[] }).openings;
    },
  };
}

export type Harness = ReturnType<typeof createHarness>;

async function read(response: Response): Promise<TestResponse> {
  const text = await response.text();
  let body: unknown = text;
  try {
    body = text === '' ? undefined : JSON.parse(text);
  } catch {
    // Not JSON: the body stays text.
  }
  return { status: response.status, body, headers: response.headers };
}
