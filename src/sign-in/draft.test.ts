import { describe, expect, it } from 'vitest';
import { memoryStore } from '#platform';
import { createFakeClock, NOON } from '#platform/test-helpers';
import { createDraftStore, type Draft } from './draft.ts';

const draft: Draft = {
  country: 'US',
  national: '(303) 555-0101',
  sent: { phone: { countryCode: '1', nationalNumber: '3035550101' }, at: NOON },
  choosing: true,
};

function setUp() {
  const clock = createFakeClock();
  const store = memoryStore();
  return { clock, store, drafts: createDraftStore(store, clock.now) };
}

describe('the draft of a sign-in', () => {
  it('is null at first', () => {
    expect(setUp().drafts.load()).toBeNull();
  });

  it('survives a page that the phone discarded', () => {
    const { clock, store, drafts } = setUp();
    drafts.save(draft);
    expect(createDraftStore(store, clock.now).load()).toEqual(draft);
  });

  it('expires after 15 minutes and is removed', () => {
    const { clock, store, drafts } = setUp();
    drafts.save(draft);
    clock.advance(15 * 60_000 - 1);
    expect(drafts.load()).toEqual(draft);
    clock.advance(1);
    expect(drafts.load()).toBeNull();
    expect(store.get('sign-in')).toBeNull();
  });

  it('expires 15 minutes after its last change', () => {
    const { clock, drafts } = setUp();
    drafts.save(draft);
    clock.advance(14 * 60_000);
    drafts.save({ ...draft, choosing: false });
    clock.advance(14 * 60_000);
    expect(drafts.load()).toMatchObject({ choosing: false });
  });

  it('is null once it is cleared', () => {
    const { drafts } = setUp();
    drafts.save(draft);
    drafts.clear();
    expect(drafts.load()).toBeNull();
  });

  it.each([['text'], [{ savedAt: NOON }], [{ savedAt: 'x', draft }], [{ savedAt: NOON, draft: { country: 1 } }]])(
    'is null when storage holds %j',
    (kept) => {
      const { store, drafts } = setUp();
      store.set('sign-in', kept);
      expect(drafts.load()).toBeNull();
    },
  );

  it('never contains a code, even if one is stored', () => {
    const { store, drafts } = setUp();
    store.set('sign-in', {
      savedAt: NOON,
      draft: { ...draft, code: '123456', sent: { ...draft.sent, code: '123456' } },
    });
    expect(JSON.stringify(drafts.load())).not.toContain('123456');
  });
});
