import { beforeEach, describe, expect, it } from 'vitest';
import { B204, BUILDING_B, C101, createLab, type Lab, MAIN_GATE, NOON } from './facility.test-helper.ts';

const OPEN = `/gateway/locks/${B204}/open`;
const soon = (seconds = 10) => ({ not_after: new Date(NOON + seconds * 1000).toISOString() });

let lab: Lab;
let token: string;

beforeEach(async () => {
  lab = createLab();
  token = await lab.signIn('0101');
});

const press = (key: string, path = OPEN, body: unknown = soon()) => lab.ask('POST', path, { body, token, key });

describe('opening a door', () => {
  it('takes the motor two seconds, and then says when it opened and for how long', async () => {
    const answer = press('one');
    await lab.control('GET', '/state');
    lab.advance(1.999);
    expect(await lab.openings()).toEqual([]);
    lab.advance(0.001);
    const at = new Date(NOON + 2000).toISOString();
    expect(await answer).toMatchObject({ status: 200, body: { outcome: 'opened', opened_at: at, relay_seconds: 5 } });
    expect(await lab.openings()).toEqual([{ kind: 'lock', id: B204, at }]);
  });

  it('opens up to a moment that is fifteen seconds ahead', async () => {
    const answer = press('one', OPEN, soon(15));
    await lab.control('GET', '/state');
    lab.advance(2);
    expect((await answer).status).toBe(200);
  });

  it('opens entry points too', async () => {
    const answer = press('one', `/gateway/entry-points/${BUILDING_B}/open`);
    await lab.control('GET', '/state');
    lab.advance(2);
    expect((await answer).status).toBe(200);
    expect(await lab.openings()).toMatchObject([{ kind: 'entry_point', id: BUILDING_B }]);
  });

  it('gives the same key the same answer, while the motor runs and afterwards, without a second movement', async () => {
    const first = press('one');
    await lab.control('GET', '/state');
    lab.advance(1);
    const second = press('one');
    await lab.control('GET', '/state');
    lab.advance(1);
    const answer = await first;
    expect((await second).body).toEqual(answer.body);
    lab.advance(3600);
    expect((await press('one')).body).toEqual(answer.body);
    expect(await lab.openings()).toHaveLength(1);
  });

  it('answers another key while the door moves, and while it is open, with already_open', async () => {
    const first = press('one');
    await lab.control('GET', '/state');
    const second = press('two');
    await lab.control('GET', '/state');
    lab.advance(2);
    expect((await first).status).toBe(200);
    expect(await second).toMatchObject({ status: 409, body: { outcome: 'already_open' } });
    lab.advance(4.999);
    expect((await press('three')).status).toBe(409);
    lab.advance(0.001);
    const fourth = press('four');
    await lab.control('GET', '/state');
    lab.advance(2);
    expect((await fourth).status).toBe(200);
    expect(await lab.openings()).toHaveLength(2);
  });

  it.each([
    ['jammed', 423],
    ['not_answered', 504],
  ])('says what a motor that is %s does', async (motor, status) => {
    await lab.control('PATCH', `/doors/lock/${B204}`, { motor });
    const answer = press('one');
    await lab.control('GET', '/state');
    lab.advance(2);
    expect(await answer).toMatchObject({ status, body: { outcome: motor } });
    expect(await lab.openings()).toEqual([]);
  });
});

describe('a command is refused, and nothing moves', () => {
  const nothingMoved = async () => {
    lab.advance(60);
    expect(await lab.openings()).toEqual([]);
  };

  it('after its moment', async () => {
    expect(await press('one', OPEN, soon(-1))).toMatchObject({ status: 410, body: { outcome: 'expired' } });
    await nothingMoved();
  });

  it('when it waited inside until its moment had passed', async () => {
    await lab.control('PATCH', '/settings', { dispatchMs: 11_000 });
    const answer = press('one');
    await lab.control('GET', '/state');
    lab.advance(11);
    expect((await answer).status).toBe(410);
    await nothingMoved();
  });

  it.each([
    ['the door is closed to them', `/gateway/locks/${C101}/open`, 403, { outcome: 'denied' }],
    ['a gate is closed because of a unit', `/gateway/entry-points/${MAIN_GATE}/open`, 403, { outcome: 'denied' }],
    ['the door is somebody else’s', '/gateway/locks/lock_unit_p1/open', 403, { outcome: 'denied' }],
    ['there is no such lock', '/gateway/locks/nothing/open', 404, { message: 'Lock not found.' }],
    ['there is no such gate', '/gateway/entry-points/nothing/open', 404, { message: 'Entry point not found.' }],
  ])('when %s', async (_when, path, status, body) => {
    expect(await press('one', path)).toMatchObject({ status, body });
    await nothingMoved();
  });

  it('without a token, a key, a moment or a body', async () => {
    expect((await lab.ask('POST', OPEN, { body: soon(), key: 'one' })).status).toBe(401);
    expect((await lab.ask('POST', OPEN, { body: soon(), token })).status).toBe(400);
    expect((await press('k'.repeat(256))).status).toBe(400);
    expect(await press('one', OPEN, {})).toMatchObject({
      status: 422,
      body: { errors: { not_after: [expect.any(String)] } },
    });
    expect((await press('two', OPEN, { not_after: '2026-02-30T00:00:00Z' })).status).toBe(422);
    expect((await press('three', OPEN, '{')).status).toBe(400);
    await nothingMoved();
  });

  it('when its moment is more than fifteen seconds ahead', async () => {
    expect(await press('one', OPEN, soon(15.001))).toMatchObject({
      status: 422,
      body: { errors: { not_after: ['The not after is more than 15 seconds ahead.'] } },
    });
    await nothingMoved();
  });

  it('when its key came before with another door or another moment', async () => {
    const first = press('one');
    await lab.control('GET', '/state');
    expect((await press('one', `/gateway/entry-points/${BUILDING_B}/open`)).status).toBe(409);
    expect((await press('one', OPEN, soon(9))).status).toBe(409);
    lab.advance(2);
    await first;
    expect(await lab.openings()).toHaveLength(1);
  });
});
