import { beforeEach, describe, expect, it } from 'vitest';
import { B204, BUILDING_B, C101, createLab, type Lab } from './facility.test-helper.ts';

const LOGS = `/api/v2/locks/${B204}/logs`;
const opened = { key: 'lock.open_successful', happened_at: '2026-02-13T18:59:58Z' };

let lab: Lab;
let token: string;

beforeEach(async () => {
  lab = createLab();
  token = await lab.signIn('0101');
});

const report = (body: unknown, key?: string, path = LOGS) =>
  lab.ask('POST', path, { body, token, ...(key === undefined ? {} : { key }) });

describe('a report', () => {
  it('is written down and given back with its moments', async () => {
    const answer = await report(opened, 'one');
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      message: 'Log created successfully.',
      data: { id: expect.stringMatching(/^log_/), ...opened, created_at: '2026-02-13T19:00:00.000Z' },
    });
    expect((await lab.control('GET', '/reports')).body).toMatchObject([
      { kind: 'lock', doorId: B204, key: opened.key, happenedAt: opened.happened_at, idempotencyKey: 'one' },
    ]);
  });

  it('is welcome for a door that is closed to them, for it may say just that', async () => {
    expect((await report({ key: 'lock.open_blocked' }, 'one', `/api/v2/locks/${C101}/logs`)).status).toBe(201);
  });

  it('of an entry point has keys of its own', async () => {
    const path = `/api/v2/entry-points/${BUILDING_B}/logs`;
    expect((await report({ key: 'entry_point.open_successful' }, 'one', path)).status).toBe(201);
    expect((await report(opened, 'two', path)).status).toBe(422);
  });

  it.each([
    ['somebody else’s lock', '/api/v2/locks/lock_unit_p1/logs', 403, 'You do not have access to this lock.'],
    [
      'somebody else’s gate',
      '/api/v2/entry-points/ep_loading/logs',
      403,
      'You do not have access to this entry point.',
    ],
    ['a lock that is not there', '/api/v2/locks/nothing/logs', 404, 'Lock not found.'],
    ['a gate that is not there', '/api/v2/entry-points/nothing/logs', 404, 'Entry point not found.'],
  ])('of %s is refused', async (_door, path, status, message) => {
    expect(await report(opened, 'one', path)).toMatchObject({ status, body: { message } });
  });

  it.each<[string, unknown, string]>([
    ['no key', {}, 'key'],
    ['a key that nobody knows', { key: 'lock.levitated' }, 'key'],
    ['a moment that is none', { ...opened, happened_at: '2026-02-30T00:00:00Z' }, 'happened_at'],
    ['a reason that is too long', { ...opened, reason: 'x'.repeat(1001) }, 'reason'],
    ['a failure to close without its reason', { key: 'lock.close_failure' }, 'reason'],
  ])('with %s is refused by the field', async (_what, body, field) => {
    const answer = await report(body, 'one');
    expect(answer.status).toBe(422);
    expect(Object.keys((answer.body as { errors: object }).errors)).toEqual([field]);
    expect((await lab.control('GET', '/reports')).body).toEqual([]);
  });

  it('may have a reason of 1000 characters, emoji counted as one', async () => {
    expect((await report({ ...opened, reason: '🔒'.repeat(1000) }, 'one')).status).toBe(201);
  });

  it('needs JSON and a token', async () => {
    expect((await report('{')).status).toBe(400);
    expect((await lab.ask('POST', LOGS, { body: opened })).status).toBe(401);
  });

  it('is not known as unconfirmed in the base generation, and is in the newest', async () => {
    expect((await report({ key: 'lock.open_unconfirmed' }, 'one')).status).toBe(422);
    await lab.control('PATCH', '/settings', { knowsUnconfirmed: true });
    expect((await report({ key: 'lock.open_unconfirmed' }, 'two')).status).toBe(201);
  });
});

describe('an Idempotency-Key', () => {
  const count = async () => ((await lab.control('GET', '/reports')).body as unknown[]).length;

  it('gives the stored answer to the same report for 24 hours, whatever the order of its fields', async () => {
    await lab.control('PATCH', '/settings', { tokenLifetimeSeconds: 999_999 });
    token = await lab.signIn('0101');
    const first = await report(opened, 'one');
    lab.advance(86_399);
    expect((await report({ happened_at: opened.happened_at, key: opened.key }, 'one')).body).toEqual(first.body);
    expect(await count()).toBe(1);
    lab.advance(1);
    expect((await report(opened, 'one')).body).not.toEqual(first.body);
    expect(await count()).toBe(2);
  });

  it('clashes with another report', async () => {
    await report(opened, 'one');
    expect((await report({ ...opened, key: 'lock.open_failure' }, 'one')).status).toBe(409);
    expect(await count()).toBe(1);
  });

  it('still gives its answer when the lock has gone since', async () => {
    const first = await report(opened, 'one');
    await lab.control('DELETE', `/locks/${B204}`);
    expect((await report(opened, 'one')).body).toEqual(first.body);
    expect((await report(opened, 'two')).status).toBe(404);
  });

  it('may be left out in the base generation, and is required in the newest', async () => {
    expect((await report(opened)).status).toBe(201);
    await lab.control('PATCH', '/settings', { requireIdempotencyKey: true });
    expect(await report(opened)).toMatchObject({
      status: 422,
      body: { message: 'Idempotency-Key header is required.' },
    });
    expect((await report(opened, 'k'.repeat(256))).status).toBe(422);
    expect(await count()).toBe(1);
  });
});
