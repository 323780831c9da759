import { describe, expect, it } from 'vitest';
import { aProblem } from '#api/test-helpers';
import { memoryStore } from '#platform';
import { countDefect, readDefects } from './defects.ts';

const malformed = aProblem('malformed', { status: 200, route: '/tenant/access', parsePath: 'data.units' });
const rejected = aProblem('rejected', {
  status: 400,
  method: 'POST',
  route: '/locks/{id}/logs',
  serverMessage: 'Ada owes 12.50',
});

describe('a defect', () => {
  it('is counted by request and result, without personal data', () => {
    const store = memoryStore();
    for (const problem of [malformed, rejected, malformed]) countDefect(store, problem);
    expect(readDefects(store)).toEqual({
      'GET /tenant/access malformed 200 data.units': 2,
      'POST /locks/{id}/logs rejected 400': 1,
    });
  });

  it('caught by a boundary is counted by the boundary and the error’s name, without its message', () => {
    const store = memoryStore();
    for (const error of [new TypeError('Ada'), new TypeError('Bob'), 'Ada']) {
      countDefect(store, { kind: 'crash', place: 'page', error });
    }
    expect(readDefects(store)).toEqual({ 'crash page TypeError': 2, 'crash page string': 1 });
  });

  it.each([['text'], [null], [[1, 2]], [{ a: 'x' }]])('is counted from one when storage holds %j', (kept) => {
    const store = memoryStore();
    store.set('defects', kept);
    countDefect(store, rejected);
    expect(readDefects(store)).toMatchObject({ 'POST /locks/{id}/logs rejected 400': 1 });
  });
});
