import { describe, expect, it } from 'vitest';
import { cases } from './cases.test-helper.ts';
import { createTestClient } from './client.test-helper.ts';
import { readPublished } from './published.ts';

const documented = readPublished(process.env.KISS_OPENAPI);

/** Endpoints for property management systems are not simulated, except for webhooks. */
const isTenantRoute = (route: string) => !/ \/pms\/(?!webhooks)/.test(route);

describe.each(['/api/v2', '/api/v1'])('the simulated facility under %s', (base) => {
  it.each(cases)(
    'answers $route with $status when $when, as in the published file',
    async ({ route, status, example, produce }) => {
      const published = documented.find((one) => one.route === route && one.status === status);
      expect(published, `${route} ${status} is not in the published file`).toBeDefined();
      const answer = await produce(createTestClient(base));
      expect(answer.status).toBe(status);
      expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
      for (const header of published?.headers ?? []) expect(answer.headers.get(header), header).toMatch(/^\d+$/);
      const { body } = answer;
      expect(published?.errors(body)).toEqual([]);
      // The published schemas require almost nothing, so the published example defines the required fields.
      if (example !== null) expect(missingFrom(body, published?.examples.get(example ?? ''))).toEqual([]);
    },
  );
});

describe('the cases', () => {
  it('cover each tenant route and status of the published file', () => {
    const covered = new Set(cases.map(({ route, status }) => `${route} ${status}`));
    const open = documented.map(({ route, status }) => `${route} ${status}`).filter(isTenantRoute);
    expect(open.filter((one) => !covered.has(one))).toEqual([]);
    expect(open.length).toBeGreaterThanOrEqual(15);
  });

  it('fail for a response that does not match the published file', () => {
    const access = documented.find(({ route, status }) => route === 'GET /tenant/access' && status === 200);
    expect(access?.errors({ message: 'ok', data: { units: [{ unit_id: 7 }] } })).not.toEqual([]);
    expect(missingFrom({ message: 'ok' }, access?.examples.get(''))).toEqual(['data']);
  });
});

/** Paths that the example has and the body lacks; compares only the first item of a list. */
function missingFrom(body: unknown, example: unknown, path = ''): string[] {
  if (Array.isArray(example)) {
    return Array.isArray(body) && body.length > 0 ? missingFrom(body[0], example[0], `${path}.0`) : [path];
  }
  if (typeof example !== 'object' || example === null) return [];
  const given = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  return Object.entries(example).flatMap(([name, inside]) => {
    const here = path === '' ? name : `${path}.${name}`;
    return name in given ? missingFrom(given[name], inside, here) : [here];
  });
}
