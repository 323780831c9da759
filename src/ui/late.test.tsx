// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { late } from './late.tsx';

/** A late component, and the network that its code comes from. */
function setUp() {
  const network = { isOnline: true, requests: 0 };
  let retry = () => {};
  const triggers = {
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
      network.requests += 1;
      if (!network.isOnline) throw new TypeError('Failed to fetch');
      return () => <p>Here</p>;
    },
    () => triggers,
  );
  return { part, network, again: () => act(async () => retry()) };
}
const show = async (Part: ReturnType<typeof setUp>['part']['Part']) => act(async () => void render(<Part />));

describe('a late component', () => {
  it('renders nothing until its code has loaded', async () => {
    const { part } = setUp();
    await show(part.Part);
    expect(screen.getByText('Here')).toBeTruthy();
  });

  it('renders nothing without a network, and loads when it returns', async () => {
    const { part, network, again } = setUp();
    network.isOnline = false;
    await show(part.Part);
    expect(screen.queryByText('Here')).toBeNull();
    network.isOnline = true;
    await again();
    expect(screen.getByText('Here')).toBeTruthy();
  });

  it('renders at once when it was preloaded, and loads once', async () => {
    const { part, network } = setUp();
    await part.preload();
    render(<part.Part />);
    expect(screen.getByText('Here')).toBeTruthy();
    await act(async () => {});
    expect(network.requests).toBe(1);
  });
});
