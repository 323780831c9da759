import { describe, expect, it } from 'vitest';
import { ADA, aDoor, ada, BOB, createDevice, dueRecord, settled } from './activity.test-helper.ts';
import type { ActivityRecord } from './record.ts';

const DAY_MS = 24 * 3_600_000;

describe('tidying old records', () => {
  it.each<[string, Partial<ActivityRecord>, number, boolean]>([
    ['removes an unsent report after seven days', {}, 7, false],
    ['keeps an unsent report until then', {}, 6.9, true],
    ['removes a sent report after thirty days', { report: { kind: 'sent' } }, 30, false],
    ['keeps a sent report until then', { report: { kind: 'sent' } }, 29.9, true],
    ['keeps a refused report until then', { report: { kind: 'refused', status: 403, message: 'No.' } }, 29.9, true],
  ])('%s', async (_what, facts, days, isKept) => {
    const { openPage, records, clock, kept } = createDevice();
    await records.put('r', dueRecord(clock.now() - days * DAY_MS, { id: 'r', ...facts }));
    await openPage().tidy(ADA);
    expect(kept.has('r')).toBe(isKept);
  });

  it('keeps the two hundred newest records and every unsent report', async () => {
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

describe('what another person can find on the device', () => {
  const message = 'Sarah Chen locked B204.';
  const createDeviceWithRecords = async () => {
    const device = createDevice();
    const put = (id: string, facts: Partial<ActivityRecord>) =>
      device.records.put(id, dueRecord(device.clock.now() - 1, { id, ...facts }));
    await put('due', { outcome: { kind: 'denied', message } });
    await put('sent', { report: { kind: 'sent' } });
    await put('pending', { outcome: { kind: 'pending' }, report: { kind: 'none' } });
    await put('bob', { tenant: BOB, doorName: 'Bob’s own' });
    return device;
  };

  it('is only unsent reports, without names, after sign-out', async () => {
    const { openPage, kept } = await createDeviceWithRecords();
    await openPage().scrub(ADA);
    expect([...kept.keys()]).toEqual(['due', 'pending', 'bob']);
    expect(kept.get('due')).toMatchObject({ doorName: null, report: { kind: 'due', key: expect.any(String) } });
    expect(JSON.stringify([kept.get('due'), kept.get('pending')])).not.toMatch(/Door u1|Sarah/);
    expect(kept.get('bob')?.doorName).toBe('Bob’s own');
  });

  it('is the same after another tenant signs in, even if the page closed before it removed anything', async () => {
    const { openPage, kept } = await createDeviceWithRecords();
    await openPage().tidy(BOB);
    expect([...kept.keys()]).toEqual(['due', 'pending', 'bob']);
    expect(JSON.stringify([kept.get('due'), kept.get('pending')])).not.toMatch(/Door u1|Sarah/);
    expect(kept.get('bob')?.doorName).toBe('Bob’s own');
  });

  it('includes no message of a press that ended after sign-out', async () => {
    const { openPage, kept } = createDevice();
    const journal = openPage();
    const id = journal.begin(aDoor('u1'), ada);
    await settled();
    await journal.scrub(ADA);
    await journal.finish(id, { kind: 'denied', message });
    expect(kept.get(id)).toMatchObject({ doorName: null, outcome: { kind: 'denied', message: null } });
    expect(kept.get(id)?.report).toMatchObject({ kind: 'due', happening: 'open_blocked' });
  });

  it('is not in the list of another tenant', async () => {
    const { openPage } = await createDeviceWithRecords();
    expect((await openPage().list(BOB)).map((record) => record.tenant)).toEqual([BOB]);
  });
});
