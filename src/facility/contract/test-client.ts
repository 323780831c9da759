import { createFacility, type Facility } from '../index.ts';

/** 13 February 2026, 14:30 UTC: the time in the published examples. */
export const EXAMPLE_TIME = Date.parse('2026-02-13T14:30:00Z');

export type TestRequest = {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly token?: string;
};

/** A client of a new facility whose clock stands still until a test advances it. */
export function createTestClient(base: string) {
  const facility: Facility = createFacility({ now: () => EXAMPLE_TIME, setTimer: () => () => undefined });

  const ask = ({ method, path, body, token }: TestRequest): Promise<Response> =>
    facility.fetch(
      new Request(`http://facility.test${base}${path}`, {
        method,
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );

  const number = (last: string) => ({ country_code: '1', phone_number: `303555${last}` });

  /** Requests a code and returns it. */
  async function code(last: string): Promise<string> {
    await ask({ method: 'POST', path: '/auth/phone', body: number(last) });
    return /\d{6}/.exec(facility.world.messages.at(-1)?.text ?? '')?.[0] ?? '';
  }

  return {
    facility,
    ask,
    number,
    code,
    /** Signs in a number with one account and returns the token. */
    async signIn(last: string): Promise<string> {
      const body = { ...number(last), otp: await code(last) };
      const answer = await ask({ method: 'POST', path: '/auth/verify-otp', body });
      const { data } = (await answer.json()) as { data: { token: string } };
      return data.token;
    },
    /** Sends the same request six times and returns the last response. */
    async sixTimes(request: TestRequest): Promise<Response> {
      for (let time = 0; time < 5; time++) await ask(request);
      return ask(request);
    },
  };
}

export type TestClient = ReturnType<typeof createTestClient>;
