import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { indexedRecords, memoryRecords, type RecordStore } from './records.ts';

type Note = { readonly text: string };

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => vi.unstubAllGlobals());

describe.each<[string, () => RecordStore<Note>]>([
  ['in memory', () => memoryRecords()],
  ['in IndexedDB', () => indexedRecords(globalThis, 'notes')],
  ['where there is no IndexedDB', () => indexedRecords({ indexedDB: undefined }, 'notes')],
  [
    'where IndexedDB cannot be opened',
    () => {
      vi.stubGlobal('indexedDB', {
        open: () => {
          throw new DOMException('no', 'SecurityError');
        },
      });
      return indexedRecords(globalThis, 'notes');
    },
  ],
])('records %s', (_where, create) => {
  it('are put, replaced, listed and removed', async () => {
    const records = create();
    expect(await records.all()).toEqual([]);
    await records.put('a', { text: 'one' });
    await records.put('b', { text: 'two' });
    await records.put('a', { text: 'three' });
    expect(await records.all()).toEqual([{ text: 'three' }, { text: 'two' }]);
    await records.remove('a');
    expect(await records.all()).toEqual([{ text: 'two' }]);
  });

  it('are changed in place', async () => {
    const records = create();
    await records.put('a', { text: 'one' });
    await records.change('a', ({ text }) => ({ text: `${text}!` }));
    expect(await records.all()).toEqual([{ text: 'one!' }]);
  });

  it('that were removed are not restored by a change', async () => {
    const records = create();
    const change = vi.fn((note: Note) => note);
    await records.change('a', change);
    expect(change).not.toHaveBeenCalled();
    expect(await records.all()).toEqual([]);
  });
});

describe('records in IndexedDB', () => {
  it('are kept across pages, by store name', async () => {
    await indexedRecords<Note>(globalThis, 'notes').put('a', { text: 'one' });
    expect(await indexedRecords<Note>(globalThis, 'notes').all()).toEqual([{ text: 'one' }]);
    expect(await indexedRecords<Note>(globalThis, 'others').all()).toEqual([]);
  });

  it('keep concurrent changes of two tabs', async () => {
    const [here, there] = [indexedRecords<Note>(globalThis, 'notes'), indexedRecords<Note>(globalThis, 'notes')];
    await here.put('a', { text: '' });
    const add = (letter: string) => (note: Note) => ({ text: note.text + letter });
    await Promise.all([here.change('a', add('x')), there.change('a', add('y')), here.change('a', add('z'))]);
    const [note] = await here.all();
    expect([...(note?.text ?? '')].sort().join('')).toBe('xyz');
  });
});
