import { describe, expect, it, vi } from 'vitest';
import type { OpenOutcome } from '#model';
import { createFakeClock, NOON } from '#platform/test-helpers';
import { deliver } from '../deliver.ts';
import { aCommand, credentials, settle } from '../unlock.test-helper.ts';
import { createBridgeOpener, type DoorBridge, gradeTap } from './bridge.ts';
import { noOpener } from './none.ts';

const AT = '2026-07-01T12:00:02.000Z';
const unknown = (because: 'no-answer' | 'nonsense' | 'unconfirmed' | 'finishing'): OpenOutcome => ({
  kind: 'unknown',
  because,
});
const notSent = (kind: 'cancelled' | 'nfc-off' | 'wrong-lock' | 'unsupported'): OpenOutcome => ({
  kind: 'not-sent',
  because: { kind },
});

describe('the result of a tap', () => {
  it.each<[string, OpenOutcome]>([
    ['fieldLostAfterStart', unknown('finishing')],
    ['unconfirmed', unknown('unconfirmed')],
    ['unconfirmedMotorTimeout', unknown('unconfirmed')],
    ['denied', { kind: 'denied', message: null }],
    ['jammed', { kind: 'jammed' }],
    ['scanTimeout', { kind: 'not-answered' }],
    ['expired', { kind: 'expired' }],
    ['wrongKey', { kind: 'failed', message: null }],
    ['failed', { kind: 'failed', message: null }],
    ['cancelled', notSent('cancelled')],
    ['nfcOff', notSent('nfc-off')],
    ['wrongLock', notSent('wrong-lock')],
    ['Confirmed', unknown('nonsense')],
    ['constructor', unknown('nonsense')],
    ['', unknown('nonsense')],
  ])('%s gives the outcome in docs/bridge.md', (result, outcome) => {
    expect(gradeTap({ result }, NOON)).toEqual(outcome);
  });

  it.each<[string, object, number, number | null]>([
    ['with its time and relay time', { openedAt: AT, relaySeconds: 5 }, Date.parse(AT), 5],
    ['now, when it has no time', {}, NOON, null],
    ['now, when its time is invalid', { openedAt: 'soon', relaySeconds: 0 }, NOON, null],
    ['now, when its time is of another type', { openedAt: 5, relaySeconds: -1 }, NOON, null],
    ['without an infinite relay time', { relaySeconds: Number.POSITIVE_INFINITY }, NOON, null],
    ['without a relay time in another unit', { relaySeconds: 5_000 }, NOON, null],
    ['without a relay time as text', { relaySeconds: '5' }, NOON, null],
  ])('confirmed is opened, %s', (_what, facts, openedAt, relaySeconds) => {
    expect(gradeTap({ result: 'confirmed', ...facts }, NOON)).toEqual({ kind: 'opened', openedAt, relaySeconds });
  });

  it.each([undefined, null, 'confirmed', true, 7, [], ['confirmed'], {}, { result: true }, { result: ['confirmed'] }])(
    'is unknown when the shell answers %j',
    (answer) => {
      expect(gradeTap(answer, NOON)).toEqual(unknown('nonsense'));
    },
  );
});

function setUp(open?: (...of: Parameters<DoorBridge['open']>) => unknown) {
  const clock = createFakeClock();
  const opens = vi.fn(open);
  const bridge = open ? ({ version: 1, open: opens } as unknown as DoorBridge) : undefined;
  const opener = createBridgeOpener({ find: () => bridge, credentials, now: clock.now, after: clock.after });
  const parts = { clock, isVisible: () => true, isOnline: () => true };
  const tap = () => deliver(opener, aCommand({ pressedAt: clock.now() }), parts);
  return { clock, opener, opens, tap };
}

describe('the bridge', () => {
  it('is called in the task of the press, with the key and the token that unwraps it', () => {
    const { tap, opens } = setUp(() => new Promise(() => {}));
    void tap();
    expect(opens.mock.calls).toEqual([
      [
        {
          commandId: 'key-1',
          kind: 'lock',
          id: 'lock-u1',
          key: 'sealed',
          name: null,
          serialNumber: null,
          token: '1|secret-token',
          notAfter: new Date(10_000).toISOString(),
        },
      ],
    ]);
  });

  it('gets the name and the serial number of the lock with its key', () => {
    const { opener, opens } = setUp(() => new Promise(() => {}));
    const lock = {
      kind: 'lock',
      id: 'l1',
      key: 'sealed',
      name: 'B204-a',
      serialNumber: '18446744073709551615',
    } as const;
    void opener.attempt(aCommand({ target: lock }), 1_000);
    expect(opens.mock.calls[0]?.[0]).toMatchObject(lock);
  });

  it('gets the contract’s name for an entry point', () => {
    const { opener, opens } = setUp(() => new Promise(() => {}));
    void opener.attempt(aCommand({ target: { kind: 'entry-point', id: 'ep1', key: null } }), 1_000);
    expect(opens.mock.calls[0]?.[0]).toMatchObject({ kind: 'entry_point', id: 'ep1', key: null });
  });

  it('needs no network', () => {
    expect(setUp(() => Promise.resolve({ result: 'confirmed' })).opener.refusal('t1')).toBeNull();
  });

  it.each<[string, () => unknown, OpenOutcome]>([
    ['rejects', () => Promise.reject(new Error('gone')), unknown('no-answer')],
    [
      'throws',
      () => {
        throw new Error('no handler');
      },
      unknown('no-answer'),
    ],
    ['returns nothing', () => undefined, unknown('nonsense')],
    ['returns no promise', () => ({ result: 'jammed' }), { kind: 'jammed' }],
    ['resolves', () => Promise.resolve({ result: 'jammed' }), { kind: 'jammed' }],
  ])('that %s is called once', async (_what, open, outcome) => {
    const { tap, opens, clock } = setUp(open);
    expect(await tap()).toEqual(outcome);
    expect(opens).toHaveBeenCalledTimes(1);
    expect(clock.waiting()).toBe(0);
  });

  it('that never answers gives unknown after fifteen seconds, and is not called again', async () => {
    const { tap, opens, clock } = setUp(() => new Promise(() => {}));
    const outcome = tap();
    clock.advance(15_000);
    expect(await outcome).toEqual(unknown('no-answer'));
    await settle();
    expect(opens).toHaveBeenCalledTimes(1);
  });

  it('that is missing is unavailable, and a press is not sent', async () => {
    const { opener, tap } = setUp();
    expect(opener.unavailable()).toBe('no-bridge');
    expect(await tap()).toEqual(notSent('unsupported'));
  });

  it('without an open function counts as missing', async () => {
    const incomplete = { version: 1 } as unknown as DoorBridge;
    const { clock } = setUp();
    const opener = createBridgeOpener({ find: () => incomplete, credentials, now: clock.now, after: clock.after });
    expect(opener.unavailable()).toBe('no-bridge');
    expect(await opener.attempt(aCommand(), 1_000)).toEqual({ kind: 'ended', outcome: notSent('unsupported') });
  });

  it('that is there is available', () => {
    expect(setUp(() => undefined).opener.unavailable()).toBeNull();
  });
});

describe('without an opener', () => {
  it('the button is unavailable, and a press is not sent', async () => {
    expect(noOpener.unavailable()).toBe('no-opener');
    expect(noOpener.refusal('t1')).toEqual({ kind: 'unsupported' });
    expect(await noOpener.attempt(aCommand(), 15_000)).toEqual({ kind: 'ended', outcome: notSent('unsupported') });
    expect(noOpener.dedupesByKey).toBe(false);
  });
});
