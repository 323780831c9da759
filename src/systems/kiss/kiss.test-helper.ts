import { type ApiProblem, createTransport, type TransportParts } from '#api';
import { transportParts } from '#api/test-helpers';
import type { RuntimeConfig } from '#config';
import { checkConfig } from '#config/check';
import { createFakeClock } from '#platform/test-helpers';
import { phoneCodeOf } from '../sign-in.ts';
import { kiss as definition } from './kiss.ts';

export const BASE = 'https://kiss.test/api/v2';

export function configOf(more: object = {}): RuntimeConfig {
  const result = checkConfig(JSON.stringify({ system: 'kiss', ...more }));
  if (result.kind !== 'ok') throw new Error(JSON.stringify(result));
  return result.config;
}

type Sent = { readonly url: string; readonly headers: Headers; readonly body: unknown; readonly init: RequestInit };

/** The KISS system with a server that gives `replies` in order. */
export function createTestKiss(replies: readonly Response[], config = configOf(), more: Partial<TransportParts> = {}) {
  const clock = createFakeClock();
  const sent: Sent[] = [];
  const waiting = [...replies];
  const transport = createTransport({
    base: BASE,
    fetch: async (url, init) => {
      const body = typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined;
      sent.push({ url, headers: new Headers(init.headers), body, init });
      const reply = waiting.shift();
      if (!reply) throw new Error('the test has no more replies');
      return reply;
    },
    ...transportParts(clock),
    onProblem: () => {},
    ...more,
  });
  const kiss = definition.connect({ config, transport });
  if (!kiss.reports) throw new Error('KISS takes reports');
  return { kiss: { ...kiss, signIn: phoneCodeOf(kiss), reports: kiss.reports }, sent, clock };
}

export const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });

/** The problem of a failed call, for `toMatchObject`; empty for a success. */
export const failureOf = (call: Promise<unknown>): Promise<Partial<ApiProblem>> =>
  call.then(
    () => ({}),
    (error: ApiProblem) => error,
  );

export const { signal: anySignal } = new AbortController();
