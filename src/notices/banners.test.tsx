// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type CircuitBreaker, createRateWindows, createServerClock } from '#api';
import { PlatformContext } from '#platform';
import { createFakeOnline, createTestPlatform, NOON } from '#platform/test-helpers';
import { ClockContext } from '#ui';
import { Banners } from './banners.tsx';
import { createWatchedScopes, RateLimitContext, useRateLimit } from './rate-limit.ts';
import { RetryButton } from './retry-button.tsx';

beforeEach(() => void vi.useFakeTimers({ now: NOON }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** A page that watches one limit, with a server whose health the test decides. */
function setUp() {
  const network = createFakeOnline();
  const platform = createTestPlatform({ online: network.online });
  const windows = createRateWindows(platform.local, platform.clock, createServerClock(platform.clock));
  const watched = createWatchedScopes(windows);
  const listeners = new Set<() => void>();
  let state: ReturnType<CircuitBreaker['state']> = { kind: 'closed' };
  const breaker: CircuitBreaker = {
    state: () => state,
    succeeded: () => {},
    failed: () => {},
    probeNow: () => {},
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
  const become = (next: typeof state) =>
    act(() => {
      state = next;
      for (const changed of listeners) changed();
    });
  const onRetry = vi.fn();
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <PlatformContext value={platform}>
      <ClockContext value={platform.clock}>
        <RateLimitContext value={{ windows, watched, breaker }}>{children}</RateLimitContext>
      </ClockContext>
    </PlatformContext>
  );
  function Watching() {
    useRateLimit('a');
    return <RetryButton scope="a" isBusy={false} onRetry={onRetry} />;
  }
  render(
    <>
      <Banners />
      <Watching />
    </>,
    { wrapper },
  );
  const goOffline = () => act(() => network.become(false));
  return { windows, become, goOffline, onRetry };
}

const banners = () => document.querySelectorAll('.banner');
const retry = () => screen.getByRole('button') as HTMLButtonElement;

describe('a service in trouble', () => {
  it('gets a banner that says when it is asked again, and the way on rests until it is well', () => {
    const { become } = setUp();
    become({ kind: 'open', nextProbeAt: NOON + 12_000 });
    expect(screen.getByRole('alert').textContent).toContain('cannot be reached');
    expect(screen.getByRole('alert').textContent).toContain('0:12');
    expect(retry().disabled).toBe(true);
    expect(retry().textContent).toBe('Checking again in 0:12');
    act(() => void vi.advanceTimersByTime(5_000));
    expect(screen.getByRole('alert').textContent).toContain('0:07');
    become({ kind: 'closed' });
    expect(screen.queryByRole('alert')).toBeNull();
    expect(retry().disabled).toBe(false);
    expect(retry().textContent).toBe('Try again');
  });

  it('is not read out anew with every second', () => {
    const { become } = setUp();
    become({ kind: 'open', nextProbeAt: NOON + 12_000 });
    const digits = screen.getByRole('alert').querySelector('.banner-digits');
    expect(digits?.getAttribute('aria-hidden')).toBe('true');
  });
});

describe('of several banners', () => {
  it('only one is shown: the limit before the lost network, the lost network before the trouble', () => {
    const { windows, become, goOffline } = setUp();
    become({ kind: 'open', nextProbeAt: NOON + 60_000 });
    expect([...banners()].map((one) => one.textContent)).toEqual([expect.stringContaining('cannot be reached')]);
    goOffline();
    expect([...banners()].map((one) => one.textContent)).toEqual([expect.stringContaining('You are offline')]);
    act(() => void windows.block('a', 30));
    expect([...banners()].map((one) => one.textContent)).toEqual([expect.stringContaining('Try again in')]);
  });
});
