// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { late } from './late.tsx';

/** A late part whose code a network gives, or does not. */
function setUp() {
  const network = { isThere: true, asked: 0 };
  let retry = () => {};
  const moments = {
    clock: {
      now: () => 0,
      after(_ms: number, run: () => void) {
        queueMicrotask(run);
        return () => {};
      },
    },
    online: {
      subscribe(next: () => void) {
        retry = next;
        return () => {};
      },
    },
  };
  const part = late(
    async () => {
      network.asked += 1;
      if (!network.isThere) throw new TypeError('Failed to fetch');
      return () => <p>Here</p>;
    },
    () => moments,
  );
  return { part, network, again: () => act(async () => retry()) };
}
const show = async (Part: ReturnType<typeof setUp>['part']['Part']) => act(async () => void render(<Part />));

describe('a part that comes late', () => {
  it('is nothing at first, and there when its code has come', async () => {
    const { part } = setUp();
    await show(part.Part);
    expect(screen.getByText('Here')).toBeTruthy();
  });

  it('is missed by nobody without a network, and comes when there is one', async () => {
    const { part, network, again } = setUp();
    network.isThere = false;
    await show(part.Part);
    expect(screen.queryByText('Here')).toBeNull();
    network.isThere = true;
    await again();
    expect(screen.getByText('Here')).toBeTruthy();
  });

  it('is there at once where it was fetched ahead, and fetched once', async () => {
    const { part, network } = setUp();
    await part.preload();
    render(<part.Part />);
    expect(screen.getByText('Here')).toBeTruthy();
    await act(async () => {});
    expect(network.asked).toBe(1);
  });
});
