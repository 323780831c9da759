// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { frozenTime } from '#facility';
import { receiveCode } from '#platform';
import { createDemo } from '../demo.ts';
import { createPhonePlatform } from './phone-platform.ts';

beforeEach(() => {
  history.replaceState(null, '', '/demo/phone/#/');
  localStorage.clear();
});
afterEach(() => document.body.replaceChildren());

function open() {
  const demo = createDemo(frozenTime(0));
  return { demo, platform: createPhonePlatform(demo, window) };
}

describe('the phone as a platform', () => {
  it('keeps the app’s path in the hash and leaves the path of the page', () => {
    const { location } = open().platform;
    expect(location.path()).toBe('/');
    location.navigate('/doors');
    expect([location.path(), window.location.pathname, window.location.hash]).toEqual([
      '/doors',
      '/demo/phone/',
      '#/doors',
    ]);
  });

  it('writes nothing to the storage of the device', async () => {
    const { local, tab, device } = open().platform;
    local.set('session', 1);
    tab.set('defects', 2);
    expect([local.get('session'), tab.get('defects')]).toEqual([1, 2]);
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
    expect([device.indexedDB, device.BroadcastChannel, device.navigator.locks]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('notifies of a change of the connection, not of the latency', () => {
    const { demo, platform } = open();
    const changed = vi.fn();
    platform.online.subscribe(changed);
    demo.radio.setLatencyMs(900);
    expect(changed).not.toHaveBeenCalled();
    demo.radio.setOnline(false);
    expect([changed.mock.calls.length, platform.online.isOnline()]).toEqual([1, false]);
  });

  it('uses the demo’s time, English, and the time zone of the facility', () => {
    const { demo, platform } = open();
    const before = platform.clock.now();
    demo.time.jump(60_000);
    expect(platform.clock.now() - before).toBe(60_000);
    expect([platform.languages(), platform.timeZone]).toEqual([['en-US'], 'America/Denver']);
  });

  it('moves the focus only while the phone’s page has it', () => {
    const { focus } = open().platform;
    const field = document.body.appendChild(document.createElement('input'));
    const hasFocus = vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    focus(field);
    expect(document.activeElement).not.toBe(field);
    hasFocus.mockReturnValue(true);
    focus(field);
    expect(document.activeElement).toBe(field);
  });

  it('passes on the code of a message when the person taps it', async () => {
    const { demo, platform } = open();
    const received = receiveCode(platform.device, new AbortController().signal);
    demo.phone.receive({ text: 'Your code is 123456.' } as Parameters<typeof demo.phone.receive>[0]);
    demo.phone.tapNotice();
    expect(await received).toBe('123456');
  });

  it('stops its timers and listeners when its page is unloaded, but not when it enters the back/forward cache', () => {
    const { demo, platform } = open();
    const [due, changed] = [vi.fn(), vi.fn()];
    platform.clock.after(1_000, due);
    platform.online.subscribe(changed);
    dispatchEvent(Object.assign(new Event('pagehide'), { persisted: true }));
    demo.radio.setOnline(false);
    expect(changed).toHaveBeenCalledTimes(1);
    dispatchEvent(Object.assign(new Event('pagehide'), { persisted: false }));
    demo.radio.setOnline(true);
    demo.time.jump(5_000);
    expect([due.mock.calls.length, changed.mock.calls.length]).toEqual([0, 1]);
  });
});
