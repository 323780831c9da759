import { describe, expect, it } from 'vitest';
import { ADA, aDoor, ada, BOB, createDevice, dueRecord, settled } from './activity.test-helper.ts';
import type { ActivityRecord } from './record.ts';

const DAY_MS = 24 * 3_600_000;

describe('what is too old', () => {
  it.each<[string, Partial<ActivityRecord>, number, boolean]>([
    ['an unsent report goes after seven days', {}, 7, false],
    ['an unsent report stays until then', {}, 6.9, true],
    ['a sent one goes after thirty days', { report: { kind: 'sent' } }, 30, false],
    ['a sent one stays until then', { report: { kind: 'sent' } }, 29.9, true],
    ['a refused one stays until then', { report: { kind: 'refused', status: 403, message: 'No.' } }, 29.9, true],
  ])('%s', async (_what, facts, days, stays) => {
    const { openPage, records, clock, kept } = createDevice();
    await records.put('r', dueRecord(clock.now() - days * DAY_MS, { id: 'r', ...facts }));
    await openPage().tidy(ADA);
    expect(kept.has('r')).toBe(stays);
  });

  it('is also what comes after the two hundred newest, unless it is unsent', async () => {
    const { openPage, records, clock, kept } = createDevice();
    for (let nth = 0; nth < 210; nth++) {
      const id = `r${nth}`;
      await records.put(id, dueRecord(clock.now() - nth, { id, ...(nth === 209 ? {} : { report: { kind: 'sent' } }) }));
    }
    await openPage().tidy(ADA);
    expect(kept.size).toBe(201);
    expect(kept.has('r209')).toBe(true);
  });
});

describe('what another person may find', () => {
  const message = 'Sarah Chen locked B204.';
  const leaveSome = async () => {
    const device = createDevice();
    const put = (id: string, facts: Partial<ActivityRecord>) =>
      device.records.put(id, dueRecord(device.clock.now() - 1, { id, ...facts }));
    await put('due', { outcome: { kind: 'denied', message } });
    await put('sent', { report: { kind: 'sent' } });
    await put('pending', { outcome: { kind: 'pending' }, report: { kind: 'none' } });
    await put('bob', { tenant: BOB, doorName: 'Bob’s own' });
    return device;
  };

  it('after sign-out is unsent reports only, and no name in them', async () => {
    const { openPage, kept } = await leaveSome();
    await openPage().scrub(ADA);
    expect([...kept.keys()]).toEqual(['due', 'pending', 'bob']);
    expect(kept.get('due')).toMatchObject({ doorName: null, report: { kind: 'due', key: expect.any(String) } });
    expect(JSON.stringify([kept.get('due'), kept.get('pending')])).not.toMatch(/Door u1|Sarah/);
    expect(kept.get('bob')?.doorName).toBe('Bob’s own');
  });

  it('after signing in as somebody else is the same, when the one before left no time to clear up', async () => {
    const { openPage, kept } = await leaveSome();
    await openPage().tidy(BOB);
    expect([...kept.keys()]).toEqual(['due', 'pending', 'bob']);
    expect(JSON.stringify([kept.get('due'), kept.get('pending')])).not.toMatch(/Door u1|Sarah/);
    expect(kept.get('bob')?.doorName).toBe('Bob’s own');
  });

  it('of a press that ended after sign-out has no message either', async () => {
    const { openPage, kept } = createDevice();
    const journal = openPage();
    const id = journal.begin(aDoor('u1'), ada);
    await settled();
    await journal.scrub(ADA);
    await journal.finish(id, { kind: 'denied', message });
    expect(kept.get(id)).toMatchObject({ doorName: null, outcome: { kind: 'denied', message: null } });
    expect(kept.get(id)?.report).toMatchObject({ kind: 'due', happening: 'open_blocked' });
  });

  it('is never in the list of another tenant', async () => {
    const { openPage } = await leaveSome();
    expect((await openPage().list(BOB)).map((record) => record.tenant)).toEqual([BOB]);
  });
});
