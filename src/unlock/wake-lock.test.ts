import { expect, it } from 'vitest';
import { createTestPlatform } from '#platform/test-helpers';
import { settle } from './unlock.test-helper.ts';
import { createFakeWakeLock } from './wake-lock.test-helper.ts';
import { keepScreenOn } from './wake-lock.ts';

/** A page that needs the screen when the test says so. */
function setUp(browser = createFakeWakeLock(), navigator: object = browser.navigator) {
  let isNeeded = false;
  let isVisible = true;
  let onReturn = () => {};
  const visibility = {
    isVisible: () => isVisible,
    onReturn: (returned: () => void) => {
      onReturn = returned;
      return () => {};
    },
  };
  const update = keepScreenOn(createTestPlatform({ visibility, device: { navigator } }), () => isNeeded);
  return {
    browser,
    async need(next: boolean) {
      isNeeded = next;
      update();
      await settle();
    },
    hide() {
      isVisible = false;
      browser.releaseAll();
    },
    async show() {
      isVisible = true;
      onReturn();
      await settle();
    },
  };
}

it('keeps the screen on while it is needed, with one lock', async () => {
  const { browser, need } = setUp();
  await need(false);
  expect(browser.requests()).toBe(0);
  await need(true);
  await need(true);
  expect([browser.isHeld(), browser.requests()]).toEqual([true, 1]);
  await need(false);
  expect(browser.isHeld()).toBe(false);
});

it('asks in the task of the press, as Safari requires', () => {
  const { browser, need } = setUp();
  void need(true);
  expect(browser.requests()).toBe(1);
});

it('takes the lock again for the next command', async () => {
  const { browser, need } = setUp();
  for (const next of [true, false, true]) await need(next);
  expect([browser.isHeld(), browser.requests()]).toEqual([true, 2]);
});

it('takes the lock again when the page is shown again while it is needed', async () => {
  const { browser, need, hide, show } = setUp();
  await need(true);
  hide();
  await need(true);
  expect([browser.isHeld(), browser.requests()]).toEqual([false, 1]);
  await show();
  expect([browser.isHeld(), browser.requests()]).toEqual([true, 2]);
});

it('does not take the lock when the page is shown again after the door has shut', async () => {
  const { browser, need, hide, show } = setUp();
  await need(true);
  hide();
  await need(false);
  await show();
  expect([browser.isHeld(), browser.requests()]).toEqual([false, 1]);
});

it('lets a lock go that the browser gives only after it is no longer needed', async () => {
  const { browser, need } = setUp();
  const give = browser.delay();
  await need(true);
  await need(false);
  give();
  await settle();
  expect([browser.isHeld(), browser.requests()]).toEqual([false, 1]);
});

it('keeps a lock that is needed again before the browser gives it', async () => {
  const { browser, need } = setUp();
  const give = browser.delay();
  for (const next of [true, false, true]) await need(next);
  give();
  await settle();
  expect([browser.isHeld(), browser.requests()]).toEqual([true, 1]);
});

it('asks a browser that refuses again at the next change only', async () => {
  const { browser, need } = setUp();
  browser.refuse(true);
  await need(true);
  expect(browser.requests()).toBe(1);
  browser.refuse(false);
  await need(true);
  expect([browser.isHeld(), browser.requests()]).toEqual([true, 2]);
});

it('ignores a browser that fails to release', async () => {
  const release = () => Promise.reject(new DOMException('gone', 'AbortError'));
  const wakeLock = { request: async () => ({ released: false, release }) };
  const { need } = setUp(createFakeWakeLock(), { wakeLock });
  await need(true);
  await need(false);
});

it('does nothing without Screen Wake Lock', async () => {
  const { browser, need } = setUp(createFakeWakeLock(), {});
  await need(true);
  await need(false);
  expect(browser.requests()).toBe(0);
});
