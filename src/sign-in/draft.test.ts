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

describe('how far somebody got in signing in', () => {
  it('is nothing to begin with', () => {
    expect(setUp().drafts.load()).toBeNull();
  });

  it('outlives a page that the phone threw away', () => {
    const { clock, store, drafts } = setUp();
    drafts.save(draft);
    expect(createDraftStore(store, clock.now).load()).toEqual(draft);
  });

  it('is forgotten after 15 minutes, and wiped', () => {
    const { clock, store, drafts } = setUp();
    drafts.save(draft);
    clock.advance(15 * 60_000 - 1);
    expect(drafts.load()).toEqual(draft);
    clock.advance(1);
    expect(drafts.load()).toBeNull();
    expect(store.get('sign-in')).toBeNull();
  });

  it('counts its 15 minutes from the last change', () => {
    const { clock, drafts } = setUp();
    drafts.save(draft);
    clock.advance(14 * 60_000);
    drafts.save({ ...draft, choosing: false });
    clock.advance(14 * 60_000);
    expect(drafts.load()).toMatchObject({ choosing: false });
  });

  it('is nothing once it is cleared', () => {
    const { drafts } = setUp();
    drafts.save(draft);
    drafts.clear();
    expect(drafts.load()).toBeNull();
  });

  it.each([['text'], [{ savedAt: NOON }], [{ savedAt: 'x', draft }], [{ savedAt: NOON, draft: { country: 1 } }]])(
    'is nothing when storage holds %j',
    (kept) => {
      const { store, drafts } = setUp();
      store.set('sign-in', kept);
      expect(drafts.load()).toBeNull();
    },
  );

  it('gives back no code, were one ever written there', () => {
    const { store, drafts } = setUp();
    store.set('sign-in', {
      savedAt: NOON,
      draft: { ...draft, code: '123456', sent: { ...draft.sent, code: '123456' } },
    });
    expect(JSON.stringify(drafts.load())).not.toContain('123456');
  });
});
