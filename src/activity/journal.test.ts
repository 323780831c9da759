import { describe, expect, it, vi } from 'vitest';
import type { OpenOutcome } from '#model';
import { ADA, aDoor, ada, createDevice, pass, settled } from './activity.test-helper.ts';
import type { ActivityRecord } from './record.ts';

const DAY_MS = 24 * 3_600_000;
const opened: OpenOutcome = { kind: 'opened', openedAt: Date.UTC(2026, 6, 1, 12, 0, 2), relaySeconds: 5 };
const interrupted = {
  outcome: { kind: 'unknown', because: 'interrupted' },
  report: { kind: 'due', happening: 'open_unconfirmed' },
};
const only = (kept: ReadonlyMap<string, ActivityRecord>) => [...kept.values()][0];

describe('a press', () => {
  it('is recorded before its outcome is known', async () => {
    const { openPage, clock } = createDevice();
    const journal = openPage();
    const id = journal.begin(aDoor('u1'), ada);
    await settled();
    expect(await journal.list(ADA)).toEqual([
      {
        id,
        tenant: ADA,
        doorId: 'u1',
        doorName: 'Door u1',
        target: { kind: 'lock', id: 'lock-u1' },
        pressedAt: clock.now(),
        happenedAt: new Date(clock.now()).toISOString(),
        outcome: { kind: 'pending' },
        report: { kind: 'none' },
      },
    ]);
  });

  it('keeps its outcome even when that is known before the press is stored', async () => {
    const { openPage, records, kept } = createDevice();
    let store = () => {};
    const put = records.put;
    records.put = (id, record) => new Promise<void>((done) => (store = done)).then(() => put(id, record));
    const journal = openPage();
    const finished = journal.finish(journal.begin(aDoor('u1'), ada), { kind: 'jammed' });
    await settled();
    expect(kept.size).toBe(0);
    store();
    await finished;
    expect(only(kept)).toMatchObject({ outcome: { kind: 'jammed' }, report: { kind: 'due' } });
  });

  it('that opened the door happened at the time that the opener gives', async () => {
    const { openPage, kept } = createDevice();
    const journal = openPage();
    await journal.finish(journal.begin(aDoor('u1'), ada), opened);
    expect(only(kept)).toMatchObject({
      happenedAt: '2026-07-01T12:00:02.000Z',
      report: { kind: 'due', happening: 'open_successful', key: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    });
  });

  it('that failed happened when the failure was known, on the server’s clock', async () => {
    const { openPage, kept, clock, serverClock } = createDevice();
    serverClock.observe('Wed, 01 Jul 2026 10:00:00 GMT', clock.now(), clock.now())();
    const journal = openPage();
    const id = journal.begin(aDoor('u1'), ada);
    clock.advance(2_000);
    await journal.finish(id, { kind: 'jammed' });
    expect(only(kept)?.happenedAt).toBe('2026-07-01T10:00:02.500Z');
  });

  it('with an unknown outcome happened when it was made', async () => {
    const { openPage, kept, clock } = createDevice();
    const pressedAt = new Date(clock.now()).toISOString();
    const journal = openPage();
    const id = journal.begin(aDoor('u1'), ada);
    clock.advance(15_000);
    await journal.finish(id, { kind: 'unknown', because: 'no-answer' });
    expect(only(kept)?.happenedAt).toBe(pressedAt);
  });

  it('keeps its place in the order, even among presses of the same millisecond', async () => {
    const { openPage } = createDevice();
    const journal = openPage();
    const ids = ['u1', 'u2', 'u3'].map((door) => journal.begin(aDoor(door), ada));
    await settled();
    expect((await journal.list(ADA)).map((record) => record.id)).toEqual(ids.reverse());
  });

  it('at a door without a lock leaves no record', async () => {
    const { openPage, kept } = createDevice();
    const journal = openPage();
    const id = journal.begin({ ...aDoor('u1'), openability: { kind: 'no-lock' } }, ada);
    await journal.finish(id, { kind: 'jammed' });
    expect(kept.size).toBe(0);
  });

  it('notifies subscribers and other tabs, until they unsubscribe', async () => {
    const { openPage } = createDevice();
    const announce = vi.fn();
    const journal = openPage({ announce, listen: () => () => {} });
    const changed = vi.fn();
    const stop = journal.subscribe(changed);
    const id = journal.begin(aDoor('u1'), ada);
    await settled();
    expect(changed).toHaveBeenCalledTimes(1);
    stop();
    await journal.finish(id, opened);
    expect(changed).toHaveBeenCalledTimes(1);
    expect(announce).toHaveBeenCalledTimes(2);
  });
});

describe('a stored record', () => {
  it('contains no lock key, no token, no phone number and no name of a person', async () => {
    const { openPage, kept } = createDevice();
    const journal = openPage();
    const id = journal.begin(aDoor('u1'), ada);
    await settled();
    const pending = JSON.stringify([...kept]);
    await journal.finish(id, opened);
    for (const stored of [pending, JSON.stringify([...kept])]) {
      expect(stored).toContain('lock-u1');
      for (const secret of ['kenv1', 'token', '3035550101', 'Ada', 'api.test']) expect(stored).not.toContain(secret);
    }
  });
});

describe('a press whose page closed before the answer', () => {
  const press = async () => {
    const device = createDevice();
    const id = device.openPage().begin(aDoor('u1'), ada);
    await settled();
    return { ...device, id, next: device.openPage() };
  };

  it('becomes unknown after thirty seconds, and is reported as unconfirmed', async () => {
    const { next, clock, kept } = await press();
    clock.advance(30_001);
    await next.tidy(ADA);
    expect(only(kept)).toMatchObject(interrupted);
  });

  it('stays pending while another page may be waiting for it, and ends after that', async () => {
    const { next, clock, kept } = await press();
    clock.advance(5_000);
    await next.tidy(ADA);
    expect(only(kept)?.outcome.kind).toBe('pending');
    await pass(clock, 31_000);
    expect(only(kept)).toMatchObject(interrupted);
  });

  it('ends when that page was another tab of the same browser', async () => {
    const { openPage, clock, kept, id } = await press();
    let notifyTab = () => {};
    const listen = (changed: () => void) => {
      notifyTab = changed;
      return () => {};
    };
    openPage({ announce: () => {}, listen });
    notifyTab();
    await pass(clock, 31_000);
    expect(kept.get(id)).toMatchObject(interrupted);
  });

  it('ends at once when the clock was set back to before it', async () => {
    const { next, clock, kept } = await press();
    clock.setTo(clock.now() - DAY_MS);
    await next.tidy(ADA);
    expect(only(kept)).toMatchObject(interrupted);
  });

  it('is never abandoned by its own page, however long that was suspended', async () => {
    const { openPage, clock, kept } = createDevice();
    const journal = openPage();
    const id = journal.begin(aDoor('u1'), ada);
    await settled();
    clock.advance(3_600_000);
    await journal.tidy(ADA);
    await journal.finish(id, opened);
    expect(kept.get(id)).toMatchObject({ outcome: opened, report: { happening: 'open_successful' } });
  });

  it('keeps its one report and key, even when its page resumes with the true outcome', async () => {
    const { openPage, clock, kept } = createDevice();
    const suspended = openPage();
    const id = suspended.begin(aDoor('u1'), ada);
    await settled();
    clock.advance(60_000);
    await openPage().tidy(ADA);
    const before = kept.get(id)?.report;
    await suspended.finish(id, opened);
    expect(kept.get(id)).toMatchObject({ outcome: opened, report: before });
    expect(before).toMatchObject({ happening: 'open_unconfirmed' });
  });
});
