import { describe, expect, it } from 'vitest';
import { pass } from './activity.test-helper.ts';
import { atDoor, createSender } from './outbox.test-helper.ts';

describe('a report', () => {
  it('waits while background requests are stopped, unless a person asks, and is sent when they are allowed again', async () => {
    const { outbox, sent, clock, state } = await createSender([atDoor('a', 1), atDoor('b', 2)]);
    state.mayAsk = false;
    await outbox.flush();
    await pass(clock, 60_000);
    expect(sent()).toEqual([]);
    state.mayAsk = true;
    await pass(clock, 31_000);
    expect(sent()).toEqual(['key-1', 'key-2']);
    const other = await createSender([atDoor('a', 1)]);
    other.state.mayAsk = false;
    await other.outbox.flush({ ignorePause: true });
    expect(other.sent()).toEqual(['key-1']);
  });
});
