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

describe('the last exchanges', () => {
  it('are none at first', () => {
    expect(createExchanges(memoryStore()).list()).toEqual([]);
  });

  it('are kept in their order, fifty of them', () => {
    const exchanges = createExchanges(memoryStore());
    for (let nth = 1; nth <= 52; nth++) exchanges.note(exchange(nth));
    expect(exchanges.list().map(({ at }) => at)).toEqual(Array.from({ length: 50 }, (_, nth) => nth + 3));
  });

  it('outlive a reload', () => {
    const store = memoryStore();
    createExchanges(store).note(exchange(1));
    expect(createExchanges(store).list()).toEqual([exchange(1)]);
  });

  it('leave out what is none, and keep the rest in its order', () => {
    const store = memoryStore();
    store.set('exchanges', [exchange(1), null, 'x', exchange(2), { ...exchange(3), durationMs: 'long' }, exchange(4)]);
    expect(createExchanges(store).list()).toEqual([exchange(1), exchange(2), exchange(4)]);
  });

  it('know of one that got no answer, and of one that nobody wanted any more', () => {
    const exchanges = createExchanges(memoryStore());
    const unheard = { ...exchange(1), status: null, kind: 'unavailable', requestId: null } as const;
    const aborted = { ...exchange(2), status: null, kind: 'aborted' } as const;
    exchanges.note(unheard);
    exchanges.note(aborted);
    expect(exchanges.list()).toEqual([unheard, aborted]);
  });

  it.each([
    ['text', 'x'],
    ['an object', {}],
    ['things that are none', [null, 7, { at: 1 }, { ...exchange(1), at: 'x' }, { ...exchange(1), route: 7 }]],
    ['a duration that is none', [{ ...exchange(1), durationMs: null }]],
    ['a method that is none', [{ ...exchange(1), method: undefined }]],
    ['a kind that is no text', [{ ...exchange(1), kind: 3 }]],
    ['a kind of an earlier release', [{ ...exchange(1), kind: 'cancelled' }]],
  ])('are those that can be read when storage holds %s', (_what, kept) => {
    const store = memoryStore();
    store.set('exchanges', kept);
    const exchanges = createExchanges(store);
    expect(exchanges.list()).toEqual([]);
    exchanges.note(exchange(2));
    expect(exchanges.list()).toEqual([exchange(2)]);
  });
});
