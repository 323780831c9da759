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
  // The app has a store of its own over the same memory.
  const appsNotes = createExchanges(createJsonStore(() => phone.sessionStorage));
  const note = (requestId: string) =>
    appsNotes.note({ at: 0, method: 'GET', route: '/a', status: 200, kind: 'ok', durationMs: 1, requestId });
  const leave = (id: string) => requests.leave('GET', '/a', new Headers({ 'X-Request-Id': id }));
  return { time, requests, note, leave };
}

describe('the log of what the phone asked', () => {
  it('notes the way, the end, and what the app made of it when the app says so', () => {
    const { time, requests, note, leave } = setUp();
    const watcher = vi.fn();
    requests.subscribe(watcher);
    const { answer } = leave('one');
    expect(requests.list()).toMatchObject([{ nth: 1, status: null, durationMs: null, kind: null }]);
    time.jump(40);
    answer(200);
    expect(requests.list()).toMatchObject([{ status: 200, durationMs: 40, kind: null }]);
    expect(watcher).toHaveBeenCalledTimes(2);
    note('one');
    expect(requests.list()).toMatchObject([{ status: 200, durationMs: 40, kind: 'ok' }]);
    expect(watcher).toHaveBeenCalledTimes(3);
  });

  it('gives the same list until something changed, and says nothing of notes about others', () => {
    const { requests, note, leave } = setUp();
    leave('one');
    const before = requests.list();
    const watcher = vi.fn();
    requests.subscribe(watcher);
    note('another');
    expect(watcher).not.toHaveBeenCalled();
    expect(requests.list()).toBe(before);
  });

  it('remembers what the app made of a request longer than the app does, and a hundred requests at most', () => {
    const { requests, note, leave } = setUp();
    for (let nth = 1; nth <= 120; nth++) {
      leave(`n${nth}`).answer(200);
      note(`n${nth}`);
    }
    expect(requests.list()).toHaveLength(100);
    expect(requests.list()[0]?.nth).toBe(21);
    expect(requests.list().every(({ kind }) => kind === 'ok')).toBe(true);
  });
});
