import { beforeEach, describe, expect, it } from 'vitest';
import { B204, B204_UNIT, BUILDING_B, createHarness, type Harness, NOON } from '../facility.test-helper.ts';

let harness: Harness;
beforeEach(() => {
  harness = createHarness();
});

describe('the control API', () => {
  it('returns the messages, and a journal with full paths and without requests to the control API', async () => {
    await harness.ask('POST', '/api/v2/auth/phone', { body: harness.number('0101'), key: 'k' });
    await harness.ask('GET', '/api/v1/health');
    await harness.control('GET', '/state');
    const at = new Date(NOON).toISOString();
    expect((await harness.control('GET', '/messages')).body).toEqual([
      { to: '+13035550101', text: expect.stringMatching(/\d{6}/), at },
    ]);
    expect((await harness.control('GET', '/journal')).body).toEqual({
      requests: [
        { method: 'POST', path: '/api/v2/auth/phone', status: 200, at, idempotencyKey: 'k' },
        { method: 'GET', path: '/api/v1/health', status: 200, at, idempotencyKey: null },
      ],
      openings: [],
    });
  });

  it('advances the clock by seconds and sets it to a time', async () => {
    expect((await harness.control('POST', '/clock', { advance_seconds: 90.5 })).body).toEqual({
      now: '2026-02-13T19:01:30.500Z',
    });
    await harness.control('POST', '/clock', { set: '2026-02-13T18:00:00Z' });
    expect((await harness.control('GET', '/clock')).body).toEqual({ now: '2026-02-13T18:00:00.000Z' });
  });

  it('changes facts and returns them in the state', async () => {
    const hours = { start: '06:00', end: '07:00' };
    await harness.control('PATCH', `/units/${B204_UNIT}`, { accessHours: hours });
    await harness.control('PATCH', `/entry-points/${BUILDING_B}`, { deniedReason: 'full_moon' });
    await harness.control('PATCH', `/doors/lock/${B204}`, { motor: 'jammed' });
    const { tenants } = (await harness.control('GET', '/state')).body as {
      tenants: Record<string, Record<string, unknown>[]>[];
    };
    expect(tenants[0]?.units?.[0]).toMatchObject({
      name: 'B204',
      permitted: true,
      access: false,
      lock: { motor: 'jammed', position: 'closed' },
    });
    expect(tenants[0]?.entryPoints?.[1]).toMatchObject({ denied: 'full_moon', position: 'closed' });
  });

  it('deletes units, locks and entry points', async () => {
    const token = await harness.signIn('0101');
    await harness.control('DELETE', `/locks/${B204}`);
    await harness.control('DELETE', `/entry-points/${BUILDING_B}`);
    await harness.control('DELETE', '/units/01HQ3456789012CDEFGHJKMNPQRSTU');
    const { body } = await harness.ask('GET', '/api/v2/tenant/access', { token });
    const { data } = body as {
      data: { units: { unit_name: string; has_unit_lock: boolean }[]; entry_points: unknown[] };
    };
    expect(data.units.map(({ unit_name, has_unit_lock }) => [unit_name, has_unit_lock])).toEqual([
      ['B204', false],
      ['C101', true],
    ]);
    expect(data.entry_points).toHaveLength(1);
  });

  it('resets to a new world at the host’s time, without old tokens and faults', async () => {
    const token = await harness.signIn('0101');
    await harness.control('POST', '/faults', { route: '/api/v2/health', status: 500, times: 0 });
    await harness.control('PATCH', `/units/${B204_UNIT}`, { pmsLockout: true });
    harness.advance(3600);
    await harness.control('POST', '/reset');
    expect((await harness.control('GET', '/clock')).body).toEqual({ now: new Date(NOON).toISOString() });
    expect((await harness.control('GET', '/journal')).body).toEqual({ requests: [], openings: [] });
    expect((await harness.ask('GET', '/api/v2/tenant/access', { token })).status).toBe(401);
    expect((await harness.ask('GET', '/api/v2/health')).status).toBe(200);
    expect(harness.facility.world.tenants[0]?.units[0]?.pmsLockout).toBe(false);
  });

  it.each<[string, string, unknown, number]>([
    ['POST', '/clock', { advance_seconds: -1 }, 400],
    ['POST', '/clock', { set: 'tomorrow' }, 400],
    ['POST', '/clock', '{', 400],
    ['POST', '/tokens', { action: 'steal' }, 400],
    ['POST', '/tokens', { action: 'expire', phone: 7 }, 400],
    ['PATCH', '/settings', {}, 400],
    ['PATCH', '/settings', { motorMs: -1 }, 400],
    ['PATCH', '/settings', { motorMS: 5 }, 400],
    ['PATCH', `/units/${B204_UNIT}`, { balanceDue: 'much' }, 400],
    ['PATCH', `/units/${B204_UNIT}`, { accessHours: { start: '6', end: '7' } }, 400],
    ['PATCH', `/units/${B204_UNIT}`, { pmsLockout: true, constructor: 1 }, 400],
    ['PATCH', '/units/nothing', { pmsLockout: true }, 400],
    ['PATCH', `/doors/window/${B204}`, { motor: 'ok' }, 400],
    ['PATCH', `/doors/lock/${B204}`, { motor: 'tired' }, 400],
    ['PATCH', '/doors/lock/nothing', { motor: 'ok' }, 404],
    ['DELETE', '/locks/nothing', undefined, 404],
    ['POST', '/faults', {}, 400],
    ['POST', '/faults', { route: 'gateway' }, 400],
    ['POST', '/faults', { route: '/api/v2/health' }, 400],
    ['POST', '/faults', { route: '/api/v2/health', status: 42 }, 400],
    ['POST', '/faults', { route: '/api/v2/health', status: 500, time: 3 }, 400],
    ['POST', '/faults', { route: '/api/v2/health', drop: 'sometimes' }, 400],
    ['POST', '/faults', { route: '/api/v2/health', status: 500, headers: { a: 1 } }, 400],
    ['GET', '/nothing', undefined, 404],
  ])('%s %s with %j is rejected with a message and changes nothing', async (method, path, body, status) => {
    // Removes the tenant with ten thousand doors, which would only slow the test down.
    harness.facility.world.tenants.splice(1);
    const before = (await harness.control('GET', '/state')).body;
    const answer = await harness.control(method, path, body);
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({ message: expect.stringMatching(/\w+.*\.$/) });
    expect((await harness.control('GET', '/state')).body).toEqual(before);
    expect((await harness.control('GET', '/faults')).body).toEqual([]);
  });
});
