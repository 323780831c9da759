import { describe, expect, it, vi } from 'vitest';
import { createExchanges } from '#api';
import { createJsonStore } from '#platform';
import { createDemoTime } from '../time.ts';
import { createPhone } from './phone.ts';
import { createRequestsLog } from './requests.ts';

function setUp() {
  const time = createDemoTime(0, { now: () => 0, setTimer: () => () => {} });
  const phone = createPhone();
  const requests = createRequestsLog(time, phone.tab);
  // The app has another store on the same memory.
  const appLog = createExchanges(createJsonStore(() => phone.sessionStorage));
  const log = (requestId: string) =>
    appLog.note({ at: 0, method: 'GET', route: '/a', status: 200, kind: 'ok', durationMs: 1, requestId });
  const start = (id: string) => requests.start('GET', '/a', new Headers({ 'X-Request-Id': id }));
  return { time, requests, log, start };
}

describe('the log of the phone’s requests', () => {
  it('records start and end, and the kind when the app logs it', () => {
    const { time, requests, log, start } = setUp();
    const watcher = vi.fn();
    requests.subscribe(watcher);
    const { end } = start('one');
    expect(requests.list()).toMatchObject([{ nth: 1, status: null, durationMs: null, kind: null }]);
    time.jump(40);
    end(200);
    expect(requests.list()).toMatchObject([{ status: 200, durationMs: 40, kind: null }]);
    expect(watcher).toHaveBeenCalledTimes(2);
    log('one');
    expect(requests.list()).toMatchObject([{ status: 200, durationMs: 40, kind: 'ok' }]);
    expect(watcher).toHaveBeenCalledTimes(3);
  });

  it('returns the same list and does not notify when the app logs another request', () => {
    const { requests, log, start } = setUp();
    start('one');
    const before = requests.list();
    const watcher = vi.fn();
    requests.subscribe(watcher);
    log('another');
    expect(watcher).not.toHaveBeenCalled();
    expect(requests.list()).toBe(before);
  });

  it('keeps the kind longer than the app does, for a hundred requests at most', () => {
    const { requests, log, start } = setUp();
    for (let nth = 1; nth <= 120; nth++) {
      start(`n${nth}`).end(200);
      log(`n${nth}`);
    }
    expect(requests.list()).toHaveLength(100);
    expect(requests.list()[0]?.nth).toBe(21);
    expect(requests.list().every(({ kind }) => kind === 'ok')).toBe(true);
  });
});
