// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createChannel } from './channel.ts';
import type { Device } from './device.ts';
import { vibrate } from './haptics.ts';
import { createOnlineState } from './online.ts';
import { randomId } from './random.ts';
import { createVisibility } from './visibility.ts';
import { receiveCode } from './web-otp.ts';

afterEach(() => vi.unstubAllGlobals());

describe('a random id', () => {
  it('is a version 4 UUID even without `crypto.randomUUID`, as in an insecure context', () => {
    vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => bytes.fill(0xff) });
    expect(randomId()).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
    vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => bytes.fill(0) });
    expect(randomId()).toBe('00000000-0000-4000-8000-000000000000');
  });

  it('is unique', () => {
    const ids = Array.from({ length: 500 }, randomId);
    expect(new Set(ids).size).toBe(500);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe('the code from the text message', () => {
  const deviceWith = (get: () => Promise<unknown>) =>
    ({ OTPCredential: class {}, navigator: { credentials: { get } } }) as unknown as Device;
  const { signal } = new AbortController();

  it('is read with WebOTP, which the signal can abort', async () => {
    const get = vi.fn(async () => ({ code: '123456' }));
    expect(await receiveCode(deviceWith(get), signal)).toBe('123456');
    expect(get).toHaveBeenCalledWith({ otp: { transport: ['sms'] }, signal });
  });

  it.each<[string, () => Promise<unknown>]>([
    ['the person declines', async () => Promise.reject(new DOMException('no', 'NotAllowedError'))],
    ['the signal aborts', async () => Promise.reject(new DOMException('off', 'AbortError'))],
    ['there is none', async () => null],
    ['it is empty', async () => ({})],
  ])('is null when %s', async (_when, get) => {
    expect(await receiveCode(deviceWith(get), signal)).toBeNull();
  });

  it('is null without WebOTP', async () => {
    expect(await receiveCode(window, signal)).toBeNull();
    expect(await receiveCode({ OTPCredential: class {}, navigator: {} }, signal)).toBeNull();
  });
});

describe('a vibration', () => {
  it.each<[string, object | undefined, boolean]>([
    ['runs after the person has touched the page', { hasBeenActive: true }, true],
    ['runs where the browser has no `userActivation`', undefined, true],
    ['does not run before the first touch', { hasBeenActive: false }, false],
  ])('%s', (_what, userActivation, runs) => {
    const vibrateFn = vi.fn();
    const device = { navigator: { vibrate: vibrateFn, userActivation } } as unknown as Device;
    vibrate(device, 'success');
    vibrate(device, 'failure');
    expect(vibrateFn.mock.calls).toEqual(runs ? [[[60]], [[40, 60, 40]]] : []);
  });

  it('is skipped without an error where the device has none', () => {
    expect(() => vibrate({ navigator: {} }, 'success')).not.toThrow();
  });
});

describe('the network', () => {
  it('counts as online unless the browser reports offline', () => {
    for (const [onLine, online] of [
      [true, true],
      [false, false],
      [undefined, true],
    ]) {
      expect(createOnlineState({ navigator: { onLine } } as unknown as Window).isOnline()).toBe(online);
    }
  });

  it('notifies of changes until unsubscribed', () => {
    const changed = vi.fn();
    const stop = createOnlineState(window).subscribe(changed);
    dispatchEvent(new Event('offline'));
    dispatchEvent(new Event('online'));
    stop();
    dispatchEvent(new Event('offline'));
    expect(changed).toHaveBeenCalledTimes(2);
  });
});

describe('a page', () => {
  it('is notified when it becomes visible, or is restored from the back-forward cache, but not when it is hidden', () => {
    const returned = vi.fn();
    const visibility = createVisibility(window);
    const stop = visibility.onReturn(returned);
    const state = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    expect([visibility.isVisible(), returned.mock.calls.length]).toEqual([false, 0]);
    state.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    expect([visibility.isVisible(), returned.mock.calls.length]).toEqual([true, 1]);
    const shown = (persisted: boolean) => Object.assign(new Event('pageshow'), { persisted });
    dispatchEvent(shown(false));
    expect(returned).toHaveBeenCalledTimes(1);
    dispatchEvent(shown(true));
    expect(returned).toHaveBeenCalledTimes(2);
    stop();
    document.dispatchEvent(new Event('visibilitychange'));
    dispatchEvent(shown(true));
    expect(returned).toHaveBeenCalledTimes(2);
  });
});

describe('a channel between tabs', () => {
  it('has a name of this app', () => {
    const posted: string[] = [];
    class FakeChannel extends EventTarget {
      constructor(readonly name: string) {
        super();
      }
      postMessage() {
        posted.push(this.name);
        this.dispatchEvent(new Event('message'));
      }
    }
    const device = { BroadcastChannel: FakeChannel } as unknown as Device;
    const channel = createChannel(device, 'activity');
    const changed = vi.fn();
    const stop = channel.listen(changed);
    channel.announce();
    stop();
    channel.announce();
    expect(posted).toEqual(['door-access:activity', 'door-access:activity']);
    expect(changed).toHaveBeenCalledTimes(1);
  });

  const refused = class {
    constructor() {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    }
  };

  it.each([
    ['there is no BroadcastChannel', undefined],
    ['the browser refuses it', refused],
  ])('does nothing, without an error, where %s', (_where, BroadcastChannel) => {
    const device = { BroadcastChannel } as unknown as Device;
    const channel = createChannel(device, 'activity');
    const stop = channel.listen(() => {});
    expect(() => channel.announce()).not.toThrow();
    stop();
  });
});
