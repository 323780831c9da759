import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { isApiProblem } from '#api';
import { anySignal, BASE, configOf, createTestKiss, failureOf, json } from './kiss.test-helper.ts';

const unit = (more: object = {}) => ({ unit_id: 'u1', unit_name: 'D12', access: true, ...more });
const answer = (units: unknown[] = [unit()], more: object = {}) => ({ data: { units, entry_points: [], ...more } });
const ask = (body: unknown) => createTestKiss([json(200, body)]).kiss.access.fetch('t', anySignal);

describe('the access call', () => {
  it.each([
    [undefined, '/tenant/access'],
    ['/access', '/access'],
  ])('uses the configured path (%s) and the token', async (accessPath, path) => {
    const { kiss, sent } = createTestKiss([json(200, answer())], configOf({ api: { accessPath } }));
    await kiss.access.fetch('1|abc', anySignal);
    expect(sent[0]?.url).toBe(BASE + path);
    expect(sent[0]?.init.method).toBe('GET');
    expect(sent[0]?.headers.get('authorization')).toBe('Bearer 1|abc');
    expect(kiss.access.scope).toBe(BASE + path);
  });

  it('revalidates the list with the same token', async () => {
    const { kiss, sent } = createTestKiss([json(200, answer(), { ETag: '"v1"' }), new Response(null, { status: 304 })]);
    const first = await kiss.access.fetch('t', anySignal);
    const second = await kiss.access.fetch('t', anySignal);
    expect(sent.map(({ headers }) => headers.get('if-none-match'))).toEqual([null, '"v1"']);
    expect(second).toBe(first);
  });

  it('fetches the whole list with another token, because keys are bound to the token', async () => {
    const replies = [json(200, answer(), { ETag: '"v1"' }), json(200, answer(), { ETag: '"v1"' })];
    const { kiss, sent } = createTestKiss(replies);
    await kiss.access.fetch('old', anySignal);
    await kiss.access.fetch('new', anySignal);
    expect(sent[1]?.headers.has('if-none-match')).toBe(false);
  });

  it('fetches the whole list after another sign-in of the same tenant, even between two tries', async () => {
    const held = [1, 2, 3].map((nth) => ({ id: `credential ${nth}`, token: `token ${nth}` }));
    const replies = [json(200, answer(), { ETag: '"v1"' }), json(503, {}), json(200, answer())];
    const { kiss, sent, clock } = createTestKiss(replies, configOf(), {
      credentials: { of: () => held[Math.max(0, sent.length - 1)] ?? null },
    });
    await kiss.access.fetch('t', anySignal);
    const again = kiss.access.fetch('t', anySignal);
    await vi.waitFor(() => {
      clock.advance(5_000);
      expect(sent).toHaveLength(3);
    });
    await again;
    const asked = sent.map(({ headers }) => [headers.get('authorization'), headers.get('if-none-match')]);
    expect(asked).toEqual([
      ['Bearer token 1', null],
      ['Bearer token 1', '"v1"'],
      ['Bearer token 2', null],
    ]);
  });

  it('fetches the whole list after sign-out', async () => {
    const { kiss, sent } = createTestKiss([json(200, answer(), { ETag: '"v1"' }), json(200, answer())]);
    await kiss.access.fetch('t', anySignal);
    kiss.access.forget();
    await kiss.access.fetch('t', anySignal);
    expect(sent[1]?.headers.has('if-none-match')).toBe(false);
  });

  it('sends the last ETag, and none when the last answer had none', async () => {
    const replies = [json(200, answer(), { ETag: '"v1"' }), json(200, answer(), { ETag: '"v2"' }), json(200, answer())];
    const { kiss, sent } = createTestKiss([...replies, json(200, answer())]);
    for (let time = 0; time < 4; time++) await kiss.access.fetch('t', anySignal);
    expect(sent.map(({ headers }) => headers.get('if-none-match'))).toEqual([null, '"v1"', '"v2"', null]);
  });

  it('rejects an unexpected 304', async () => {
    const { kiss } = createTestKiss([new Response(null, { status: 304 })]);
    expect(await failureOf(kiss.access.fetch('t', anySignal))).toMatchObject({ kind: 'malformed', status: 304 });
  });

  it('keeps the ETag after a server error', async () => {
    const { kiss, sent } = createTestKiss([json(200, answer(), { ETag: '"v1"' }), json(501, {}), json(200, answer())]);
    await kiss.access.fetch('t', anySignal);
    expect(await failureOf(kiss.access.fetch('t', anySignal))).toMatchObject({ kind: 'unsupported' });
    await kiss.access.fetch('t', anySignal);
    expect(sent[2]?.headers.get('if-none-match')).toBe('"v1"');
  });
});

describe('the lock of a unit', () => {
  const openable = (id: string, key: string | null = null) => ({ kind: 'openable', target: { kind: 'lock', id, key } });
  const bundle = (id: string, display_name: string | null = null) => ({ display_name, lock: { id, key: `key-${id}` } });

  it.each<[string, object, unknown]>([
    ['is read from lock_id', { lock_id: 'l1' }, openable('l1')],
    ['is read from locks', { locks: [{ id: 'l1', key: 'k' }] }, openable('l1', 'k')],
    ['is read from a bundle', { bundles: [bundle('l1')] }, openable('l1', 'key-l1')],
    ['is one lock when two fields name it', { bundles: [bundle('l1')], lock_id: 'l1' }, openable('l1', 'key-l1')],
    ['is unknown when no field names it', {}, { kind: 'lock-unknown' }],
    [
      'is unknown when the unit has one that no field names',
      { has_unit_lock: true, bundles: [] },
      { kind: 'lock-unknown' },
    ],
    ['does not exist when the unit has none', { has_unit_lock: false }, { kind: 'no-lock' }],
    [
      'is known when a field names it, even if has_unit_lock is false',
      { has_unit_lock: false, lock_id: 'l1' },
      openable('l1'),
    ],
    [
      'is unknown when its bundle names none',
      { bundles: [{ display_name: 'x', lock: null }] },
      { kind: 'lock-unknown' },
    ],
    ['is unknown when the fields are malformed', { locks: 'l1', bundles: 7, lock_id: 3 }, { kind: 'lock-unknown' }],
  ])('%s', async (_what, more, openability) => {
    const { doors } = await ask(answer([unit(more)]));
    expect(doors.map((door) => [door.id, door.openability])).toEqual([['u1', openability]]);
  });

  it('is a door of its own for each of two locks', async () => {
    const { doors } = await ask(answer([unit({ bundles: [bundle('l1', 'Front'), bundle('l2')] })]));
    expect(doors.map(({ id, name, openability }) => [id, name, openability])).toEqual([
      ['u1~l1', 'D12 · Front', openable('l1', 'key-l1')],
      ['u1~l2', 'D12 · 2', openable('l2', 'key-l2')],
    ]);
  });
});

describe('an access answer', () => {
  it('may contain unknown fields', async () => {
    const body = answer([unit({ smell: 'roses' })], { weather: [1] });
    expect((await ask({ ...body, message: ['a'], meta: [] })).doors).toHaveLength(1);
  });

  it('may have missing or invalid optional fields', async () => {
    const broken = unit({ location_id: 7, grant_type: null, access_hours: 'always', access_expires_at: 'never' });
    expect((await ask(answer([broken], { synced_at: 5, timezone: 9, zones: 'none' }))).doors[0]).toMatchObject({
      locationId: null,
      grantType: null,
      hours: [],
      expiresAt: null,
    });
  });

  it.each<[string, unknown]>([
    ['', 'text'],
    ['', []],
    ['data', {}],
    ['data', { data: [] }],
    ['data.units', { data: { entry_points: [] } }],
    ['data.entry_points', { data: { units: [] } }],
    ['data.units.1.unit_id', answer([unit(), { unit_name: 'x', access: true }])],
    ['data.units.0.unit_id', answer([unit({ unit_id: '' })])],
    ['data.units.0.unit_id', answer([unit({ unit_id: 7 })])],
    ['data.units.0.unit_name', answer([unit({ unit_name: null })])],
    ['data.units.0.access', answer([unit({ access: 'yes' })])],
    ['data.units.0.access', answer([{ unit_id: 'u', unit_name: 'U' }])],
    ['data.units.0.state', answer([unit({ state: 1 })])],
    ['data.units.0.access_state', answer([unit({ access_state: true })])],
    ['data.entry_points.0.entry_point_id', answer([], { entry_points: [{ name: 'Gate', access: true }] })],
    ['data.entry_points.0.name', answer([], { entry_points: [{ id: 'g', access: true }] })],
    ['data.entry_points.0.access', answer([], { entry_points: [{ id: 'g', name: 'G', access: 1 }] })],
    ['data.entry_points.0.access_state', answer([], { entry_points: [{ id: 'g', name: 'G', access_state: 1 }] })],
  ])('is malformed when %j is invalid, because it decides who may open which door', async (path, body) => {
    expect(await failureOf(ask(body))).toMatchObject({ kind: 'malformed', status: 200, parsePath: path });
  });

  it('is read or malformed, for any JSON', async () => {
    const key = fc.constantFrom(
      'unit_id',
      'unit_name',
      'access',
      'access_state',
      'bundles',
      'locks',
      'id',
      'name',
      'zones',
    );
    const anyItem = fc.dictionary(key, fc.oneof(fc.jsonValue(), fc.constant('x'), fc.constant(true)));
    const body = fc.oneof(
      fc.jsonValue(),
      fc.record({ data: fc.record({ units: fc.array(anyItem), entry_points: fc.array(anyItem) }) }),
    );
    await fc.assert(
      fc.asyncProperty(body, async (json) => {
        const result = await ask(json).catch((error: unknown) => error);
        if (isApiProblem(result)) expect(result).toMatchObject({ kind: 'malformed' });
        else expect(result).toHaveProperty('doors');
      }),
    );
  });
});
