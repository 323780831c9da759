import { createFacility, type Facility } from '../index.ts';

/** 13 February 2026, 14:30 UTC: the moment of the published examples. */
export const EXAMPLE_TIME = Date.parse('2026-02-13T14:30:00Z');

export type Asked = {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly token?: string;
};

/** Somebody who asks a facility of their own, over its HTTP face; time stands still unless it is moved. */
export function createVisitor(base: string) {
  const facility: Facility = createFacility({ now: () => EXAMPLE_TIME, setTimer: () => () => undefined });

  const ask = ({ method, path, body, token }: Asked): Promise<Response> =>
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

  /** Asks for a code and gives it. */
  async function code(last: string): Promise<string> {
    await ask({ method: 'POST', path: '/auth/phone', body: number(last) });
    return /\d{6}/.exec(facility.world.messages.at(-1)?.text ?? '')?.[0] ?? '';
  }

  return {
    facility,
    ask,
    number,
    code,
    /** Signs in a number with one account and gives its token. */
    async signIn(last: string): Promise<string> {
      const body = { ...number(last), otp: await code(last) };
      const answer = await ask({ method: 'POST', path: '/auth/verify-otp', body });
      const { data } = (await answer.json()) as { data: { token: string } };
      return data.token;
    },
    /** The same request six times; gives the answer of the last. */
    async sixTimes(asked: Asked): Promise<Response> {
      for (let time = 0; time < 5; time++) await ask(asked);
      return ask(asked);
    },
  };
}

export type Visitor = ReturnType<typeof createVisitor>;
