import { describe, expect, it } from 'vitest';
import type { ProblemKind } from '#api';
import { tenantKey } from '#model';
import { ada, bob, dueRecord, pass, problem, signedIn } from './activity.test-helper.ts';
import { atDoor, createSender } from './outbox.test-helper.ts';
import type { ActivityRecord } from './record.ts';

const unconfirmed: Partial<ActivityRecord> = {
  outcome: { kind: 'unknown', because: 'no-answer' },
  report: { kind: 'due', happening: 'open_unconfirmed', reason: 'No confirmation was received.', key: 'key-u' },
};

describe('a report', () => {
  it('contains what happened, when and why, with its own key and its tenant’s token', async () => {
    const { outbox, tries, report, changes } = await createSender([dueRecord(5)]);
    await outbox.flush();
    expect(tries).toEqual([
      {
        token: 'token of t1',
        report: {
          target: { kind: 'lock', id: 'lock-u1' },
          happening: 'open_failure',
          happenedAt: '1970-01-01T00:00:00.005Z',
          reason: 'The lock is jammed.',
          idempotencyKey: 'key-5',
          tenantId: 't1',
          subject: tenantKey(ada),
        },
      },
    ]);
    expect(report('r5')).toEqual({ kind: 'sent' });
    expect(changes()).toBe(1);
  });

  it('that was sent is not sent again', async () => {
    const { outbox, sent } = await createSender([dueRecord(1)]);
    await outbox.flush();
    await outbox.flush();
    expect(sent()).toEqual(['key-1']);
  });

  it.each<ActivityRecord['report']>([
    { kind: 'none' },
    { kind: 'sent' },
    { kind: 'kept' },
    { kind: 'refused', status: 403, message: null },
  ])('that is not due is not sent: $kind', async (report) => {
    const { outbox, sent } = await createSender([dueRecord(1, { report })]);
    await outbox.flush();
    expect(sent()).toEqual([]);
  });

  it('waits while the device is offline, and is sent afterwards', async () => {
    const { outbox, sent, state, clock } = await createSender([dueRecord(1)]);
    state.online = false;
    await outbox.flush();
    expect(sent()).toEqual([]);
    state.online = true;
    await pass(clock, 2_000);
    expect(sent()).toEqual(['key-1']);
  });

  it('is not retried after the outbox is stopped', async () => {
    const { outbox, sent, clock } = await createSender([dueRecord(1)], () => {
      throw problem('unavailable', { origin: 'network' });
    });
    await outbox.flush();
    outbox.stop();
    await pass(clock, 60_000);
    expect(sent()).toEqual(['key-1']);
    expect(clock.waiting()).toBe(0);
  });

  it('that becomes due during a flush is sent by it', async () => {
    const sender = await createSender([dueRecord(1)]);
    sender.state.answer = () => sender.records.put('r2', dueRecord(2));
    await sender.outbox.flush();
    expect(sender.sent()).toEqual(['key-1', 'key-2']);
  });
});

describe('reports of one target', () => {
  it('are sent in the order of the presses', async () => {
    const { outbox, sent } = await createSender([dueRecord(3), dueRecord(1), dueRecord(2)]);
    await outbox.flush();
    expect(sent()).toEqual(['key-1', 'key-2', 'key-3']);
  });

  it('wait for an earlier one that failed, and those of other targets do not', async () => {
    const { outbox, sent, clock, state } = await createSender(
      [atDoor('a', 1), atDoor('a', 2), atDoor('b', 3)],
      ({ target }) => {
        if (target.id === 'a') throw problem('unavailable', { status: 500 });
      },
    );
    await outbox.flush();
    expect(sent()).toEqual(['key-1', 'key-3']);
    state.answer = () => {};
    await pass(clock, 10_000);
    expect(sent()).toEqual(['key-1', 'key-3', 'key-1', 'key-2']);
  });

  it('wait for a press whose outcome is pending', async () => {
    const pending = atDoor('a', 1, { outcome: { kind: 'pending' }, report: { kind: 'none' } });
    const { outbox, sent, records, clock } = await createSender([pending, atDoor('a', 2), atDoor('b', 3)]);
    await outbox.flush();
    expect(sent()).toEqual(['key-3']);
    await records.put('r1', atDoor('a', 1));
    await pass(clock, 2_000);
    expect(sent()).toEqual(['key-3', 'key-1', 'key-2']);
  });

  it('do not wait for an entry point with the id of the lock', async () => {
    const gate = dueRecord(2, { target: { kind: 'entry-point', id: 'lock-u1' } });
    const { outbox, sent } = await createSender([dueRecord(1), gate], ({ target }) => {
      if (target.kind === 'lock') throw problem('unavailable', { status: 503 });
    });
    await outbox.flush();
    expect(sent()).toEqual(['key-1', 'key-2']);
  });
});

describe('a report that the server refuses', () => {
  it.each<[number, ProblemKind]>([
    [400, 'rejected'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [409, 'conflict'],
    [422, 'invalid'],
    [501, 'unsupported'],
  ])('with %i is stored as refused, is not sent again, and delays no other', async (status, kind) => {
    const { outbox, sent, report, clock } = await createSender([dueRecord(1), dueRecord(2)], (_report, nth) => {
      if (nth === 1) throw problem(kind, { status, serverMessage: 'Not here.' });
    });
    await outbox.flush();
    await pass(clock, 60_000);
    expect(sent()).toEqual(['key-1', 'key-2']);
    expect(report('r1')).toEqual({ kind: 'refused', status, message: 'Not here.' });
    expect(report('r2')).toEqual({ kind: 'sent' });
  });

  it('because it does not know open_unconfirmed stays on the device', async () => {
    const { outbox, sent, report } = await createSender([dueRecord(1, unconfirmed)], () => {
      throw problem('invalid', { status: 422 });
    });
    await outbox.flush();
    await outbox.flush();
    expect(sent()).toEqual(['key-u']);
    expect(report('r1')).toEqual({ kind: 'kept' });
  });

  it('is refused, not kept, when an unconfirmed one gets a 403', async () => {
    const { outbox, report } = await createSender([dueRecord(1, unconfirmed)], () => {
      throw problem('forbidden', { status: 403 });
    });
    await outbox.flush();
    expect(report('r1')).toMatchObject({ kind: 'refused', status: 403 });
  });
});

describe('a report that could not be delivered', () => {
  it.each([
    ['the connection broke', problem('unavailable', { origin: 'network' })],
    ['the deadline passed', problem('unavailable', { origin: 'timeout' })],
    ['the server fails (500)', problem('unavailable', { status: 500 })],
    ['the server is unavailable (503)', problem('unavailable', { status: 503 })],
    ['the request was too slow (408)', problem('unavailable', { status: 408 })],
    ['the answer was cut off (201)', problem('unavailable', { status: 201 })],
    ['a captive portal answered', problem('malformed', { status: 200 })],
    ['another error is thrown', new TypeError('boom')],
  ])('is sent again later, unchanged, when %s', async (_what, error) => {
    const { outbox, tries, clock, report } = await createSender([dueRecord(1)], (_report, nth) => {
      if (nth <= 2) throw error;
    });
    await outbox.flush();
    expect(report('r1')).toEqual(dueRecord(1).report);
    await pass(clock, 900);
    expect(tries).toHaveLength(1);
    await pass(clock, 30_000);
    expect(tries).toHaveLength(3);
    expect(tries[1]).toEqual(tries[0]);
    expect(tries[2]).toEqual(tries[0]);
    expect(report('r1')).toEqual({ kind: 'sent' });
  });

  it('is retried with growing pauses', async () => {
    const at: number[] = [];
    const { outbox, clock } = await createSender([dueRecord(1)], () => {
      at.push(clock.now());
      throw problem('unavailable', { origin: 'network' });
    });
    await outbox.flush();
    await pass(clock, 120_000);
    const pauses = at.slice(1).map((moment, nth) => moment - (at[nth] ?? 0));
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(1_000);
    expect(pauses[6]).toBeGreaterThan(10_000);
    expect(at.length).toBeLessThan(20);
  });

  it('is sent at once when the person asks for it', async () => {
    const { outbox, sent, state } = await createSender([dueRecord(1)], () => {
      throw problem('unavailable', { status: 500 });
    });
    await outbox.flush();
    state.answer = () => {};
    await outbox.flush();
    expect(sent()).toHaveLength(1);
    await outbox.flush({ ignorePause: true });
    expect(sent()).toHaveLength(2);
  });

  it('waits until the time that a 429 names, and so do all others', async () => {
    const { outbox, sent, clock, state } = await createSender([atDoor('a', 1), atDoor('b', 2)], () => {
      throw problem('rate-limited', { status: 429, notBefore: clock.now() + 30_000 });
    });
    await outbox.flush();
    expect(sent()).toEqual(['key-1']);
    state.answer = () => {};
    await pass(clock, 29_500);
    expect(sent()).toEqual(['key-1']);
    await pass(clock, 1_500);
    expect(sent()).toEqual(['key-1', 'key-1', 'key-2']);
  });

  it('is kept after a 401 until the same tenant signs in again', async () => {
    const sender = await createSender([atDoor('a', 1), atDoor('b', 2)]);
    sender.state.answer = () => {
      sender.state.session = null;
      throw problem('unauthenticated', { status: 401 });
    };
    await sender.outbox.flush();
    await pass(sender.clock, 60_000);
    expect(sender.sent()).toEqual(['key-1']);
    sender.state.answer = () => {};
    sender.state.session = signedIn(bob);
    await sender.outbox.flush();
    expect(sender.sent()).toEqual(['key-1']);
    sender.state.session = signedIn(ada, 'new');
    await sender.outbox.flush();
    expect(sender.tries.slice(1).map(({ report, token }) => [report.idempotencyKey, token])).toEqual([
      ['key-1', 'new'],
      ['key-2', 'new'],
    ]);
  });
});
