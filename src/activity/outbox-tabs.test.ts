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

  it('share the work: what one could not send, the other does, and neither sends it again', async () => {
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
  it('never has two rounds at once: signing out while reports leave sends none of them twice', async () => {
    const sender = await createSender([dueRecord(1), dueRecord(2)], async () => settled());
    // A lease in storage lets its own holder in a second time, so the lock alone does not see to this.
    const outbox = sender.openTab(async (_name, work) => {
      await work();
      return true;
    });
    await Promise.all([outbox.settle(3_000), outbox.flush(), outbox.settle(3_000), outbox.flush()]);
    expect(sender.sent()).toEqual(['key-1', 'key-2']);
  });

  it('whose browser refuses the lock sends nothing, throws nothing and tries again', async () => {
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
  it('never sends what is not theirs', async () => {
    const sender = await createSender([dueRecord(1), dueRecord(2, { tenant: BOB })]);
    sender.state.session = signedIn(bob);
    await sender.outbox.flush();
    await pass(sender.clock, 10_000);
    expect(sender.tries.map(({ report, token }) => [report.idempotencyKey, token])).toEqual([['key-2', 'token of t2']]);
  });

  it('who signs in while reports leave ends that round, and begins one of their own', async () => {
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

  it('is nobody: without a session nothing leaves, and nothing waits', async () => {
    const sender = await createSender([dueRecord(1)]);
    sender.state.session = null;
    await sender.outbox.flush();
    expect(sender.sent()).toEqual([]);
    expect(sender.clock.waiting()).toBe(0);
  });
});

describe('signing out', () => {
  it('gives what is due a last try, whatever pause there is', async () => {
    const sender = await createSender([dueRecord(1)], (_report, nth) => {
      if (nth === 1) throw problem('unavailable', { status: 500 });
    });
    await sender.outbox.flush();
    await sender.outbox.settle(3_000);
    expect(sender.report('r1')).toEqual({ kind: 'sent' });
  });

  it('waits three seconds at most for a server that never answers, and then calls the try off', async () => {
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

  it('waits three seconds at most for a round that was already under way', async () => {
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
