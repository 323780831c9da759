import { describe, expect, it } from 'vitest';
import { aProblem } from '#api/test-helpers';
import { memoryStore } from '#platform';
import { createDefectCounter } from './defects.ts';

const malformed = aProblem('malformed', { status: 200, route: '/tenant/access', parsePath: 'data.units' });
const rejected = aProblem('rejected', {
  status: 400,
  method: 'POST',
  route: '/locks/{id}/logs',
  serverMessage: 'Ada owes 12.50',
});

describe('a defect', () => {
  it('is counted by what was asked and what came back, and by nothing that names a person', () => {
    const store = memoryStore();
    const count = createDefectCounter(store);
    for (const problem of [malformed, rejected, malformed]) count(problem);
    expect(store.get('defects')).toEqual({
      'GET /tenant/access malformed 200 data.units': 2,
      'POST /locks/{id}/logs rejected 400': 1,
    });
  });

  it('goes on being counted after a reload', () => {
    const store = memoryStore();
    createDefectCounter(store)(malformed);
    createDefectCounter(store)(malformed);
    expect(Object.values(store.get('defects') as object)).toEqual([2]);
  });

  it.each([['text'], [null], [[1, 2]], [{ a: 'x' }]])('is counted from one when storage holds %j', (kept) => {
    const store = memoryStore();
    store.set('defects', kept);
    createDefectCounter(store)(rejected);
    expect(store.get('defects')).toMatchObject({ 'POST /locks/{id}/logs rejected 400': 1 });
  });
});
