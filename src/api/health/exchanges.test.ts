import { describe, expect, it } from 'vitest';
import { memoryStore } from '#platform';
import { createExchanges, type Exchange } from './exchanges.ts';

const exchange = (nth: number): Exchange => ({
  at: nth,
  method: 'GET',
  route: '/access',
  status: 200,
  kind: 'ok',
  durationMs: 12,
  requestId: `r${nth}`,
});

describe('the list of exchanges', () => {
  it('is empty at first', () => {
    expect(createExchanges(memoryStore()).list()).toEqual([]);
  });

  it('keeps the last fifty in order', () => {
    const exchanges = createExchanges(memoryStore());
    for (let nth = 1; nth <= 52; nth++) exchanges.note(exchange(nth));
    expect(exchanges.list().map(({ at }) => at)).toEqual(Array.from({ length: 50 }, (_, nth) => nth + 3));
  });

  it('is kept through a reload', () => {
    const store = memoryStore();
    createExchanges(store).note(exchange(1));
    expect(createExchanges(store).list()).toEqual([exchange(1)]);
  });

  it('skips invalid entries and keeps the order', () => {
    const store = memoryStore();
    store.set('exchanges', [exchange(1), null, 'x', exchange(2), { ...exchange(3), durationMs: 'long' }, exchange(4)]);
    expect(createExchanges(store).list()).toEqual([exchange(1), exchange(2), exchange(4)]);
  });

  it('contains exchanges that got no answer or were aborted', () => {
    const exchanges = createExchanges(memoryStore());
    const unanswered = { ...exchange(1), status: null, kind: 'unavailable', requestId: null } as const;
    const aborted = { ...exchange(2), status: null, kind: 'aborted' } as const;
    exchanges.note(unanswered);
    exchanges.note(aborted);
    expect(exchanges.list()).toEqual([unanswered, aborted]);
  });

  it.each([
    ['text', 'x'],
    ['an object', {}],
    ['invalid entries', [null, 7, { at: 1 }, { ...exchange(1), at: 'x' }, { ...exchange(1), route: 7 }]],
    ['an invalid duration', [{ ...exchange(1), durationMs: null }]],
    ['no method', [{ ...exchange(1), method: undefined }]],
    ['an invalid kind', [{ ...exchange(1), kind: 3 }]],
  ])('is empty when storage contains %s', (_what, kept) => {
    const store = memoryStore();
    store.set('exchanges', kept);
    const exchanges = createExchanges(store);
    expect(exchanges.list()).toEqual([]);
    exchanges.note(exchange(2));
    expect(exchanges.list()).toEqual([exchange(2)]);
  });
});
