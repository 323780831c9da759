import { describe, expect, it } from 'vitest';
import type { OpenOutcome } from '#model';
import type { Attempt } from '#systems';
import { aCommand, settle } from '../unlock.test-helper.ts';
import {
  answer,
  createTestGateway,
  html,
  networkError,
  noBody,
  type Reply,
  redirect,
  silence,
  truncated,
} from './gateway.test-helper.ts';

const AT = '2026-07-01T12:00:02.000Z';
const OPENED = { outcome: 'opened', opened_at: AT, relay_seconds: 5 };
const MESSAGE = { message: 'The server says so.' };

const ended = (outcome: OpenOutcome): Attempt => ({ kind: 'ended', outcome });
const refused = (outcome: OpenOutcome): Attempt => ({ kind: 'refused', outcome });
const notSent = (kind: 'signed-out' | 'not-found' | 'unsupported'): Attempt =>
  refused({ kind: 'not-sent', because: { kind } });
const failed = refused({ kind: 'failed', message: MESSAGE.message });
const serverTrouble = ended({ kind: 'unknown', because: 'server-trouble' });
const nonsense = ended({ kind: 'unknown', because: 'nonsense' });

describe('an answer of the gateway', () => {
  it.each<[string, Reply, Attempt]>([
    ['200 opened', answer(200, OPENED), ended({ kind: 'opened', openedAt: Date.parse(AT), relaySeconds: 5 })],
    ['200 opened without a time', answer(200, { outcome: 'opened' }), nonsense],
    ['200 with an unknown outcome', answer(200, { outcome: 'maybe' }), nonsense],
    ['200 with another body', answer(200, { message: 'OK' }), nonsense],
    ['200 with a list', answer(200, [OPENED]), nonsense],
    ['200 with HTML', html(200), nonsense],
    ['200 with nothing', noBody(200), nonsense],
    ['200 that is cut off', truncated(200, '{"outcome":"opened","opened'), serverTrouble],
    ['202 without an outcome', answer(202, MESSAGE), nonsense],
    ['202 already open', answer(202, { outcome: 'already_open' }), ended({ kind: 'already-open' })],
    ['204', noBody(204), nonsense],
    ['a redirect', redirect, nonsense],
    ['400', answer(400, MESSAGE), failed],
    ['401', answer(401, MESSAGE), notSent('signed-out')],
    ['401 that says opened', answer(401, OPENED), notSent('signed-out')],
    ['403 with an outcome', answer(403, { outcome: 'denied', ...MESSAGE }), ended({ kind: 'denied', ...MESSAGE })],
    ['403 without an outcome', answer(403, MESSAGE), refused({ kind: 'denied', ...MESSAGE })],
    ['403 that says opened', answer(403, OPENED), nonsense],
    ['403 with HTML', html(403), refused({ kind: 'denied', message: null })],
    ['404', answer(404, MESSAGE), notSent('not-found')],
    ['408', answer(408, MESSAGE), serverTrouble],
    ['408 with an outcome', answer(408, { outcome: 'not_answered' }), ended({ kind: 'not-answered' })],
    ['409 already open', answer(409, { outcome: 'already_open' }), ended({ kind: 'already-open' })],
    ['409 without an outcome', answer(409, MESSAGE), failed],
    ['410 expired', answer(410, { outcome: 'expired' }), ended({ kind: 'expired' })],
    ['410 without an outcome', answer(410, MESSAGE), notSent('not-found')],
    ['422', answer(422, MESSAGE), failed],
    ['423 jammed', answer(423, { outcome: 'jammed' }), ended({ kind: 'jammed' })],
    ['423 without an outcome', answer(423, MESSAGE), failed],
    ['425', answer(425, MESSAGE), serverTrouble],
    ['500', answer(500, MESSAGE), serverTrouble],
    ['500 that says opened', answer(500, OPENED), nonsense],
    ['500 jammed', answer(500, { outcome: 'jammed' }), ended({ kind: 'jammed' })],
    ['501', answer(501, MESSAGE), notSent('unsupported')],
    ['502 with HTML', html(502), serverTrouble],
    ['502 with an outcome', answer(502, { outcome: 'not_answered' }), ended({ kind: 'not-answered' })],
    ['503', answer(503, MESSAGE), serverTrouble],
    ['503 with an outcome', answer(503, { outcome: 'denied' }), ended({ kind: 'denied', message: null })],
    ['504 not answered', answer(504, { outcome: 'not_answered' }), ended({ kind: 'not-answered' })],
    ['504 without an outcome', html(504), serverTrouble],
    ['504 that is cut off', truncated(504, '{"outcome":"not_ans'), serverTrouble],
    ['a broken connection', networkError, { kind: 'no-answer' }],
  ])('%s gives the outcome of law 5', async (_what, reply, attempt) => {
    const { opener } = createTestGateway(reply);
    expect(await opener.attempt(aCommand(), 15_000)).toEqual(attempt);
  });

  it.each([
    [403, 'denied'],
    [409, 'failed'],
    [422, 'failed'],
  ])('with %i keeps 300 characters of a long message', async (status, kind) => {
    const { opener } = createTestGateway(answer(status, { message: 'x'.repeat(1_500) }));
    expect(await opener.attempt(aCommand(), 15_000)).toEqual({
      kind: 'refused',
      outcome: { kind, message: 'x'.repeat(300) },
    });
  });

  it('that misses the deadline is unknown, and the command is not resent', async () => {
    const { opener, clock } = createTestGateway(silence);
    const attempt = opener.attempt(aCommand(), 15_000);
    await settle();
    clock.advance(15_000);
    expect(await attempt).toEqual(ended({ kind: 'unknown', because: 'no-answer' }));
  });

  it('with 429 blocks the scope, and presses are refused at once until the block ends', async () => {
    const { opener, clock, sent } = createTestGateway(answer(429, MESSAGE, { 'Retry-After': '30' }));
    const until = clock.now() + 30_000;
    const because = { kind: 'rate-limited', until } as const;
    expect(await opener.attempt(aCommand(), 15_000)).toEqual(refused({ kind: 'not-sent', because }));
    expect(opener.refusal('t1')).toEqual(because);
    expect(opener.refusal('another tenant')).toBeNull();
    expect(await opener.attempt(aCommand(), 15_000)).toEqual(refused({ kind: 'not-sent', because }));
    expect(sent).toHaveLength(1);
    clock.advance(30_000);
    expect(opener.refusal('t1')).toBeNull();
  });
});

describe('what the app does about an answer', () => {
  it.each<[string, Reply, readonly string[]]>([
    ['opened', answer(200, OPENED), []],
    ['jammed', answer(423, { outcome: 'jammed' }), []],
    ['denied as outcome', answer(403, { outcome: 'denied' }), ['refresh']],
    ['403', answer(403, MESSAGE), ['refresh']],
    ['401', answer(401, MESSAGE), ['end session credential of Ada']],
    ['404', answer(404, MESSAGE), ['toast not-found lock', 'refresh']],
    ['409 without an outcome', answer(409, MESSAGE), ['defect conflict']],
    ['422, perhaps because not_after was too far ahead', answer(422, MESSAGE), ['refresh']],
    ['400', answer(400, MESSAGE), ['defect rejected']],
    ['nonsense', html(200), ['defect malformed']],
    ['500', answer(500, MESSAGE), []],
    ['a broken connection', networkError, []],
  ])('%s', async (_what, reply, done) => {
    const gateway = createTestGateway(reply);
    await gateway.opener.attempt(aCommand(), 15_000);
    expect(gateway.done).toEqual(done);
  });
});

describe('a command to the gateway', () => {
  it('is sent in the task of the press, with the token, its key and not_after', () => {
    const { opener, sent } = createTestGateway(silence);
    void opener.attempt(aCommand({ target: { kind: 'lock', id: 'a/b', key: 'sealed' } }), 15_000);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.url).toBe('https://gateway.test/gateway/locks/a%2Fb/open');
    expect(sent[0]?.init).toMatchObject({
      method: 'POST',
      headers: { Authorization: 'Bearer 1|secret-token', 'Idempotency-Key': 'key-1' },
      body: JSON.stringify({ not_after: new Date(10_000).toISOString() }),
    });
    expect(sent[0]?.init.keepalive).toBeUndefined();
  });

  it('uses the path of an entry point', () => {
    const { opener, sent } = createTestGateway(silence);
    void opener.attempt(aCommand({ target: { kind: 'entry-point', id: 'ep1', key: null } }), 15_000);
    expect(sent[0]?.url).toBe('https://gateway.test/gateway/entry-points/ep1/open');
  });

  it('is refused at once while the device is offline', () => {
    const { opener, goOffline, sent } = createTestGateway(silence);
    goOffline();
    expect(opener.refusal('t1')).toEqual({ kind: 'offline' });
    expect(sent).toHaveLength(0);
  });
});
