import { createHarness, type TestResponse } from '../facility.test-helper.ts';

/** 13 February 2026, 14:30 UTC: the time in the published examples. */
const EXAMPLE_TIME = Date.parse('2026-02-13T14:30:00Z');

export type TestRequest = {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly token?: string;
};

/** A client of a new facility whose API has this base path. Its clock runs only when a test advances it. */
export function createTestClient(base: string) {
  const { facility, ask: send, number, code, signIn } = createHarness(EXAMPLE_TIME, base);
  const ask = ({ method, path, ...request }: TestRequest) => send(method, `${base}${path}`, request);
  return {
    facility,
    ask,
    number,
    code,
    signIn,
    /** Sends the same request six times and returns the last response. */
    async sixTimes(request: TestRequest): Promise<TestResponse> {
      for (let time = 0; time < 5; time++) await ask(request);
      return ask(request);
    },
  };
}

export type TestClient = ReturnType<typeof createTestClient>;
