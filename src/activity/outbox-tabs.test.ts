import { describe, expect, it } from 'vitest';
import { BOB, bob, dueRecord, pass, problem, settled, signedIn } from './activity.test-helper.ts';
import { createSender, never } from './outbox.test-helper.ts';

describe('two tabs', () => {
  it('send every report once', async () => {
    const sender = await createSender([dueRecord(1), dueRecord(2), dueRecord(3)], async () => settled());
    const other = sender.openTab();
    await Promise.all([sender.outbox.flush(), other.flush(), sender.outbox.flush(), other.flush()]);
    await pass(sender.clock, 5_000);
    expect(sender.sent()).toEqual(['key-1', 'key-2', 'key-3']);
  });

  it('share the work: one sends what the other could not, and neither sends it again', async () => {
    const sender = await createSender([dueRecord(1)], (_report, nth) => {
      if (nth === 1) throw problem('unavailable', { origin: 'network' });
    });
    await sender.outbox.flush();
    await sender.openTab().flush();
    await pass(sender.clock, 30_000);
    expect(sender.sent()).toEqual(['key-1', 'key-1']);
    expect(sender.report('r1')).toEqual({ kind: 'sent' });
  });
});

describe('one tab', () => {
  it('never has two rounds at once: signing out during a flush sends no report twice', async () => {
    const sender = await createSender([dueRecord(1), dueRecord(2)], async () => settled());
    // A tab can take a lease that it already holds, so the lock alone does not prevent this.
    const outbox = sender.openTab(async (_name, work) => {
      await work();
      return true;
    });
    await Promise.all([outbox.settle(3_000), outbox.flush(), outbox.settle(3_000), outbox.flush()]);
    expect(sender.sent()).toEqual(['key-1', 'key-2']);
  });

  it('whose browser refuses the lock sends nothing, throws nothing and retries', async () => {
    const sender = await createSender([dueRecord(1)]);
    let refusals = 0;
    const outbox = sender.openTab(async (_name, work) => {
      if (++refusals < 3) throw new DOMException('no', 'SecurityError');
      await work();
      return true;
    });
    await outbox.flush();
    expect(sender.sent()).toEqual([]);
    await pass(sender.clock, 3_000);
    expect(sender.sent()).toEqual(['key-1']);
  });
});

describe('another tenant', () => {
  it('never sends the reports of the first', async () => {
    const sender = await createSender([dueRecord(1), dueRecord(2, { tenant: BOB })]);
    sender.state.session = signedIn(bob);
    await sender.outbox.flush();
    await pass(sender.clock, 10_000);
    expect(sender.tries.map(({ report, token }) => [report.idempotencyKey, token])).toEqual([['key-2', 'token of t2']]);
  });

  it('who signs in during a flush ends that round, and starts one of their own', async () => {
    const sender = await createSender([dueRecord(1), dueRecord(2), dueRecord(3, { tenant: BOB })]);
    sender.state.answer = (_report, nth) => {
      if (nth === 1) sender.state.session = signedIn(bob);
    };
    const locked: string[] = [];
    const outbox = sender.openTab(async (name, work) => {
      locked.push(name);
      await work();
      return true;
    });
    await outbox.flush();
    expect(sender.sent()).toEqual(['key-1']);
    await outbox.flush();
    expect(sender.sent()).toEqual(['key-1', 'key-3']);
    expect(new Set(locked).size).toBe(2);
    expect(sender.report('r2')).toMatchObject({ kind: 'due', key: 'key-2' });
  });

  it('sends nothing without a session, and sets no timer', async () => {
    const sender = await createSender([dueRecord(1)]);
    sender.state.session = null;
    await sender.outbox.flush();
    expect(sender.sent()).toEqual([]);
    expect(sender.clock.waiting()).toBe(0);
  });
});

describe('signing out', () => {
  it('sends due reports once more, despite a pause', async () => {
    const sender = await createSender([dueRecord(1)], (_report, nth) => {
      if (nth === 1) throw problem('unavailable', { status: 500 });
    });
    await sender.outbox.flush();
    await sender.outbox.settle(3_000);
    expect(sender.report('r1')).toEqual({ kind: 'sent' });
  });

  it('waits at most three seconds for a server that never answers, and then aborts the attempt', async () => {
    const sender = await createSender([dueRecord(1), dueRecord(2)], never);
    const start = sender.clock.now();
    let endedAfter = Number.NaN;
    const settling = sender.outbox.settle(3_000).then(() => {
      endedAfter = sender.clock.now() - start;
    });
    await pass(sender.clock, 2_900, 100);
    expect(endedAfter).toBeNaN();
    await pass(sender.clock, 200, 100);
    await settling;
    expect(endedAfter).toBe(3_000);
    expect(sender.sent()).toEqual(['key-1']);
    expect(sender.report('r1')).toEqual(dueRecord(1).report);
  });

  it('waits at most three seconds for a round that was already running', async () => {
    const sender = await createSender([dueRecord(1)], never);
    void sender.outbox.flush();
    await settled();
    const settling = sender.outbox.settle(3_000);
    await pass(sender.clock, 3_000, 100);
    await settling;
    expect(sender.sent()).toEqual(['key-1']);
  });

  it('takes no time when nothing is due', async () => {
    const sender = await createSender([]);
    await sender.outbox.settle(3_000);
    expect(sender.clock.waiting()).toBe(0);
  });
});
