import { beforeEach, describe, expect, it } from 'vitest';
import {
  B204,
  B204_UNIT,
  BUILDING_B,
  C101_UNIT,
  createHarness,
  type Harness,
  MAIN_GATE,
} from './facility.test-helper.ts';

type Unit = {
  unit_id: string;
  unit_name: string;
  access_state: string;
  access_reason: string | null;
  bundles?: { lock: { key: string } }[];
};
type Point = {
  id: string;
  type: string;
  access_state: string | null;
  access_reason: string | null;
  key: string | null;
};
type Body = { data: { timezone: string; units: Unit[]; entry_points: Point[]; zones: unknown[] } };

let harness: Harness;
let token: string;

beforeEach(async () => {
  harness = createHarness();
  token = await harness.signIn('0101');
});

const fetchNewer = (tag?: string) =>
  harness.ask('GET', '/api/v2/access', { token, ...(tag ? { headers: { 'if-none-match': tag } } : {}) });

describe('GET /tenant/access (base shape)', () => {
  it('returns the example of the contract for +1 303 555 0101, with the lock id added', async () => {
    const { body } = await harness.ask('GET', '/api/v2/tenant/access', { token });
    expect(body).toMatchObject({
      data: {
        tenant_id: '01HQ0123456789ABCDEFGHJKMNPQRS',
        synced_at: '2026-02-13T19:00:00.000Z',
        units: [
          {
            unit_id: B204_UNIT,
            unit_name: 'B204',
            state: 'tenant_permitted',
            reason: 'active',
            access: true,
            lock_id: B204,
          },
          {
            unit_id: C101_UNIT,
            unit_name: 'C101',
            state: 'tenant_denied',
            reason: 'delinquent',
            access: false,
            balance_due: 150,
            paid_through_date: '2026-01-10',
          },
          { unit_name: 'A305', grant_type: 'tenant_shared', has_unit_lock: false, access: true },
        ],
        entry_points: [
          { entry_point_id: MAIN_GATE, name: 'Main Gate', access: false, denied_reason: 'tenant_denied_in_zone' },
          { entry_point_id: BUILDING_B, name: 'Building B Door', access: true },
        ],
      },
    });
  });

  it('permits the unit and its gate again after payment', async () => {
    await harness.control('PATCH', `/units/${C101_UNIT}`, { balanceDue: 0 });
    const { body } = await harness.ask('GET', '/api/v2/tenant/access', { token });
    const { units, entry_points } = (
      body as { data: { units: { access: boolean }[]; entry_points: { access: boolean }[] } }
    ).data;
    expect([...units, ...entry_points].map(({ access }) => access)).toEqual([true, true, true, true, true]);
  });
});

describe('GET /access (newer shape)', () => {
  it('gives a permitted unit a null reason and a key in its bundle', async () => {
    const answer = await fetchNewer();
    const { data } = answer.body as Body;
    expect(data.timezone).toBe('America/Denver');
    expect(data.zones).toEqual([]);
    const [b204, c101, a305] = data.units;
    expect(b204).toMatchObject({ access_state: 'tenant_permitted', access_reason: null });
    expect(b204?.bundles?.[0]?.lock.key).toMatch(/^kenv1\./);
    expect(c101).toMatchObject({ access_state: 'tenant_denied', access_reason: 'delinquent' });
    expect(c101?.bundles).toBeUndefined();
    expect(a305?.bundles).toEqual([]);
    expect(answer.headers.get('cache-control')).toBe('private, max-age=28800');
  });

  it('names the type of each entry point, which the base shape does not', async () => {
    const { entry_points } = ((await fetchNewer()).body as Body).data;
    expect(entry_points.map(({ type }) => type)).toEqual(['gate', 'exterior_door']);
    const { body } = await harness.ask('GET', '/api/v2/tenant/access', { token });
    expect(JSON.stringify(body)).not.toContain('"type"');
  });

  it('gives a permitted entry point a null state and a key, and a blocked one no key', async () => {
    const { entry_points } = ((await fetchNewer()).body as Body).data;
    expect(entry_points.find(({ id }) => id === BUILDING_B)).toMatchObject({
      access_state: null,
      access_reason: null,
      key: expect.stringMatching(/^kenv1\./),
    });
    expect(entry_points.find(({ id }) => id === MAIN_GATE)).toMatchObject({ access_state: 'tenant_denied', key: null });
  });

  it('answers a matching ETag with 304 and no body, and a change with a new ETag', async () => {
    const tag = (await fetchNewer()).headers.get('etag') ?? '';
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      expect(await fetchNewer(known)).toMatchObject({ status: 304, body: undefined });
    }
    harness.advance(60);
    expect((await fetchNewer(tag)).status).toBe(304);
    await harness.control('PATCH', `/units/${C101_UNIT}`, { balanceDue: 0 });
    const changed = await fetchNewer(tag);
    expect([changed.status, changed.headers.get('etag')]).not.toEqual([304, tag]);
  });

  it('gives each token other keys, with the same ETag', async () => {
    const first = await fetchNewer();
    token = await harness.signIn('0101');
    const second = await fetchNewer();
    const keyOf = ({ body }: typeof first) => (body as Body).data.units[0]?.bundles?.[0]?.lock.key;
    expect(keyOf(second)).not.toBe(keyOf(first));
    expect(second.headers.get('etag')).toBe(first.headers.get('etag'));
  });

  it('requires a token', async () => {
    expect((await harness.ask('GET', '/api/v2/access')).status).toBe(401);
  });
});

describe('other routes', () => {
  it('GET /health needs no token and reports the facility’s time under both base paths', async () => {
    harness.advance(90);
    for (const path of ['/api/v1/health', '/api/v2/health']) {
      const answer = await harness.ask('GET', path);
      expect(answer.body).toMatchObject({ data: { timestamp: '2026-02-13T19:01:30.000Z' } });
      expect(answer.headers.get('date')).toBe('Fri, 13 Feb 2026 19:01:30 GMT');
    }
  });

  it.each([
    ['POST', '/pms/webhooks'],
    ['POST', '/pms/units/sync'],
    ['POST', '/auth/tokens'],
    ['GET', '/auth/me'],
  ])('%s %s is published but not simulated', async (method, path) => {
    expect((await harness.ask(method, `/api/v2${path}`)).status).toBe(501);
  });

  it.each(['/api/v2/nothing', '/api/v3/health', '/gateway/nothing', '/'])('answers 404 for %s', async (path) => {
    expect((await harness.ask('GET', path)).status).toBe(404);
  });
});
