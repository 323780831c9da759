import { describe, expect, it } from 'vitest';
import type { Report } from '../index.ts';
import { BASE, createTestKiss, failureOf, json } from './kiss.test-helper.ts';

const report: Report = {
  target: { kind: 'lock', id: 'l1' },
  happening: 'open_successful',
  happenedAt: '2026-05-14T09:00:00.000Z',
  reason: null,
  idempotencyKey: 'key-1',
  tenantId: 'ten-1',
  subject: '1|abc',
};
const created = () => json(201, { message: 'Log created successfully.', data: { id: 'log-1' } });

async function send(facts: Partial<Report>) {
  const { kiss, sent } = createTestKiss([created()]);
  await kiss.reports.send({ ...report, ...facts });
  return sent[0];
}

describe('a report', () => {
  it('is sent to the log of its lock, with the tenant’s token and the event key', async () => {
    const request = await send({});
    expect(request?.url).toBe(`${BASE}/locks/l1/logs`);
    expect(request?.body).toEqual({ key: 'lock.open_successful', happened_at: '2026-05-14T09:00:00.000Z' });
    expect(request?.headers.get('authorization')).toBe('Bearer 1|abc');
    expect(request?.headers.get('idempotency-key')).toBe('key-1');
    expect(request?.init).toMatchObject({ method: 'POST', keepalive: true });
  });

  it.each([
    ['lock', 'open_failure', '/locks/x/logs', 'lock.open_failure'],
    ['lock', 'open_blocked', '/locks/x/logs', 'lock.open_blocked'],
    ['lock', 'open_unconfirmed', '/locks/x/logs', 'lock.open_unconfirmed'],
    ['entry-point', 'open_successful', '/entry-points/x/logs', 'entry_point.open_successful'],
    ['entry-point', 'open_failure', '/entry-points/x/logs', 'entry_point.open_failure'],
    ['entry-point', 'open_blocked', '/entry-points/x/logs', 'entry_point.open_blocked'],
    ['entry-point', 'open_unconfirmed', '/entry-points/x/logs', 'entry_point.open_unconfirmed'],
  ] as const)('of a %s, %s, goes to %s as %s', async (kind, happening, path, key) => {
    const request = await send({ target: { kind, id: 'x' }, happening });
    expect([request?.url, request?.body]).toEqual([BASE + path, expect.objectContaining({ key })]);
  });

  it('contains the reason, cut to 1,000 characters', async () => {
    expect((await send({ reason: 'jammed' }))?.body).toMatchObject({ reason: 'jammed' });
    expect((await send({ reason: 'x'.repeat(1_001) }))?.body).toMatchObject({ reason: 'x'.repeat(1_000) });
  });

  it('escapes the id of the lock in the path', async () => {
    expect((await send({ target: { kind: 'lock', id: '../../auth?x#y' } }))?.url).toBe(
      `${BASE}/locks/..%2F..%2Fauth%3Fx%23y/logs`,
    );
  });

  it.each([200, 201, 202])('is delivered when the server answers %i', async (status) => {
    const { kiss } = createTestKiss([json(status, { message: 'ok' })]);
    await expect(kiss.reports.send(report)).resolves.toBeUndefined();
  });

  it.each<[string, Response, string]>([
    ['a captive portal', new Response('<p>Welcome</p>'), 'malformed'],
    ['a list', json(200, []), 'malformed'],
    ['a 204', new Response(null, { status: 204 }), 'malformed'],
    ['401', json(401, { message: 'Unauthorized.' }), 'unauthenticated'],
    ['403', json(403, { message: 'You do not have access to this lock.' }), 'forbidden'],
    ['404', json(404, { message: 'Lock not found.' }), 'not-found'],
    ['409', json(409, {}), 'conflict'],
    ['422', json(422, { message: 'Idempotency-Key header is required.' }), 'invalid'],
    ['503', json(503, {}), 'unavailable'],
  ])('is not delivered when the answer is %s', async (_what, reply, kind) => {
    const { kiss } = createTestKiss([reply]);
    expect(await failureOf(kiss.reports.send(report))).toMatchObject({ kind });
  });

  it('has the scope of its tenant, and no lock id in its diagnostics', async () => {
    const { kiss } = createTestKiss([json(429, {}, { 'Retry-After': '9' }), created()]);
    expect(kiss.reports.scope('ten-1')).not.toBe(kiss.reports.scope('ten-2'));
    const refused = await failureOf(kiss.reports.send(report));
    expect(refused).toMatchObject({ kind: 'rate-limited', route: '/locks/{id}/logs' });
    await expect(kiss.reports.send({ ...report, tenantId: 'ten-2' })).resolves.toBeUndefined();
  });
});
