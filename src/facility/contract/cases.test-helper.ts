import type { TestResponse } from '../facility.test-helper.ts';
import type { TestClient } from './client.test-helper.ts';

/** One documented response, and how to produce it. */
export type Case = {
  /** `METHOD /path`, as the published file writes it. */
  readonly route: string;
  readonly status: number;
  readonly when: string;
  /** Name of the published example to compare with, when there are several; null for none. */
  readonly example?: string | null;
  readonly produce: (client: TestClient) => Promise<TestResponse>;
};

const LOCK = '01HQ8901234567HIJKMNPQRSTUVWXY';
const DOOR = '01HQ6789012345FGHJKMNPQRSTUVWX';

const post = (path: string, body: unknown) => ({ method: 'POST', path, body });

/** Each tenant route and status of the published file. */
export const cases: readonly Case[] = [
  {
    route: 'POST /auth/phone',
    status: 200,
    when: 'the number is known',
    produce: ({ ask, number }) => ask(post('/auth/phone', number('0101'))),
  },
  {
    route: 'POST /auth/phone',
    status: 422,
    when: 'the number is unknown',
    produce: ({ ask, number }) => ask(post('/auth/phone', number('0199'))),
  },
  {
    route: 'POST /auth/phone',
    status: 429,
    when: 'it is the sixth in a minute',
    produce: ({ sixTimes, number }) => sixTimes(post('/auth/phone', number('0101'))),
  },
  {
    route: 'POST /auth/verify-otp',
    status: 200,
    when: 'the number has one account',
    example: 'single_account',
    produce: async ({ ask, number, code }) =>
      ask(post('/auth/verify-otp', { ...number('0101'), otp: await code('0101') })),
  },
  {
    route: 'POST /auth/verify-otp',
    status: 200,
    when: 'the number has several accounts',
    example: 'multiple_accounts',
    produce: async ({ ask, number, code }) =>
      ask(post('/auth/verify-otp', { ...number('0102'), otp: await code('0102') })),
  },
  {
    route: 'POST /auth/verify-otp',
    status: 200,
    when: 'one of several accounts is chosen',
    example: 'single_account',
    produce: async ({ ask, number, code }) =>
      ask(post('/auth/verify-otp', { ...number('0102'), otp: await code('0102'), tenant_id: 'tenant_two_phoenix' })),
  },
  {
    route: 'POST /auth/verify-otp',
    status: 422,
    when: 'the code is wrong',
    produce: async ({ ask, number, code }) => {
      const otp = (await code('0101')) === '000000' ? '000001' : '000000';
      return ask(post('/auth/verify-otp', { ...number('0101'), otp }));
    },
  },
  {
    route: 'POST /auth/verify-otp',
    status: 429,
    when: 'it is the sixth attempt in a minute',
    produce: ({ sixTimes, number }) => sixTimes(post('/auth/verify-otp', { ...number('0101'), otp: '000000' })),
  },
  {
    route: 'GET /tenant/access',
    status: 200,
    when: 'the token is valid',
    produce: async ({ ask, signIn }) => ask({ method: 'GET', path: '/tenant/access', token: await signIn('0101') }),
  },
  {
    route: 'GET /tenant/access',
    status: 200,
    when: 'the tenant has ten thousand doors',
    example: null,
    produce: async ({ ask, signIn }) => ask({ method: 'GET', path: '/tenant/access', token: await signIn('0104') }),
  },
  {
    route: 'GET /tenant/access',
    status: 401,
    when: 'there is no token',
    produce: ({ ask }) => ask({ method: 'GET', path: '/tenant/access' }),
  },
  ...(['lock', 'entry_point'] as const).flatMap(logCases),
  {
    route: 'GET /health',
    status: 200,
    when: 'the API is up',
    produce: ({ ask }) => ask({ method: 'GET', path: '/health' }),
  },
  {
    route: 'POST /pms/webhooks',
    status: 501,
    when: 'the endpoint is published but not simulated',
    produce: ({ ask }) => ask(post('/pms/webhooks', {})),
  },
];

function logCases(kind: 'lock' | 'entry_point'): Case[] {
  const route = kind === 'lock' ? 'POST /locks/{lock_id}/logs' : 'POST /entry-points/{entry_point_id}/logs';
  const path = (id: string) => (kind === 'lock' ? `/locks/${id}/logs` : `/entry-points/${id}/logs`);
  const body = { key: `${kind}.open_successful`, happened_at: '2026-02-13T14:29:58Z' };
  return [
    {
      route,
      status: 201,
      when: 'the door belongs to the tenant',
      produce: async ({ ask, signIn }) =>
        ask({ ...post(path(kind === 'lock' ? LOCK : DOOR), body), token: await signIn('0101') }),
    },
    {
      route,
      status: 401,
      when: 'the token has expired',
      produce: async ({ ask, signIn, facility }) => {
        const token = await signIn('0101');
        facility.clock.advance(facility.world.settings.tokenLifetimeSeconds * 1000);
        return ask({ ...post(path(kind === 'lock' ? LOCK : DOOR), body), token });
      },
    },
    {
      route,
      status: 404,
      when: 'the door does not exist',
      produce: async ({ ask, signIn }) => ask({ ...post(path('nothing'), body), token: await signIn('0101') }),
    },
  ];
}
