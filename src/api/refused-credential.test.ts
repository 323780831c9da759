import { describe, expect, it } from 'vitest';
import { createTransportWith, get, json, problemOf } from './transport.test-helper.ts';

const refused = () => json(401, { error: 'expired' });

describe('a credential that the server refuses', () => {
  it('is sent once, and the problem is reported once', async () => {
    const { transport, sent, reported } = createTransportWith({}, refused());
    await problemOf(transport.send(get));
    expect([sent.length, reported.length]).toEqual([1, 1]);
  });

  it('ends a command: it is not sent again', async () => {
    const { transport, sent } = createTransportWith({}, refused());
    await problemOf(transport.send({ ...get, purpose: 'command' }));
    expect(sent).toHaveLength(1);
  });
});
