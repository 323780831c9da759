// @vitest-environment jsdom
import { act, cleanup, render, renderHook, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRateWindows, createServerClock } from '#api';
import { PlatformContext } from '#platform';
import { createFakeOnline, createTestPlatform, NOON } from '#platform/test-helpers';
import { ClockContext } from '#ui';
import { Banners } from './banners.tsx';
import { createWatchedScopes, RateLimitContext, useRateLimit } from './rate-limit.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
  vi.spyOn(console, 'error').mockImplementation((...args) => {
    throw new Error(args.join(' '));
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function setUp() {
  const network = createFakeOnline();
  const platform = createTestPlatform({ online: network.online });
  const windows = createRateWindows(platform.local, platform.clock, createServerClock(platform.clock));
  const watched = createWatchedScopes(windows);
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <PlatformContext value={platform}>
      <ClockContext value={platform.clock}>
        <RateLimitContext value={{ windows, watched, breaker: null }}>{children}</RateLimitContext>
      </ClockContext>
    </PlatformContext>
  );
  return { windows, watched, wrapper, network };
}

function Page({ scope }: { readonly scope: string | null }) {
  return <p>{useRateLimit(scope) === null ? 'open' : 'closed'}</p>;
}

describe('the limits of the page in view', () => {
  it('are none that nobody watches', () => {
    const { windows, watched } = setUp();
    windows.block('a', 30);
    expect(watched.until()).toBeNull();
  });

  it('end with the last of those that are watched', () => {
    const { windows, watched } = setUp();
    windows.block('a', 30);
    windows.block('b', 60);
    const stop = watched.watch(['a', 'b']);
    watched.watch(['a']);
    expect(watched.until()).toBe(NOON + 60_000);
    stop();
    expect(watched.until()).toBe(NOON + 30_000);
  });

  it('are told of when one closes, and when the page changes', () => {
    const { windows, watched } = setUp();
    const changed = vi.fn();
    const stop = watched.subscribe(changed);
    const leave = watched.watch(['a']);
    windows.block('a', 30);
    leave();
    expect(changed).toHaveBeenCalledTimes(3);
    stop();
    windows.succeed('a', null);
    expect(changed).toHaveBeenCalledTimes(3);
  });
});

describe('the countdown', () => {
  it('appears over the page whose limit closes, ticks, and goes when it is over', () => {
    const { windows, wrapper } = setUp();
    render(
      <>
        <Banners />
        <Page scope="a" />
      </>,
      { wrapper },
    );
    expect(screen.queryByRole('alert')).toBeNull();
    act(() => void windows.block('a', 12));
    expect(screen.getByRole('alert').textContent).toContain('0:12');
    expect(screen.getByText('closed')).toBeTruthy();
    act(() => void vi.advanceTimersByTime(5_000));
    expect(screen.getByRole('alert').textContent).toContain('0:07');
    act(() => void vi.advanceTimersByTime(7_000));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('does not appear for a limit that is no business of this page', () => {
    const { windows, wrapper } = setUp();
    render(
      <>
        <Banners />
        <Page scope={null} />
      </>,
      { wrapper },
    );
    act(() => void windows.block('a', 12));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByText('open')).toBeTruthy();
  });

  it('is spoken rarely: at the start, at 30 and at 10 seconds, and when it is over', () => {
    const { windows, wrapper } = setUp();
    render(
      <>
        <Banners />
        <Page scope="a" />
      </>,
      { wrapper },
    );
    act(() => void windows.block('a', 90));
    const spoken: [number, string][] = [];
    for (let left = 90; left > 0; left--) {
      const alert = screen.getByRole('alert');
      const text = alert.querySelector('.visually-hidden')?.textContent ?? '';
      if (text !== spoken.at(-1)?.[1]) spoken.push([left, text]);
      expect(alert.querySelector('.banner-digits[aria-hidden="true"]')?.textContent).toMatch(/^\d:\d\d$/);
      act(() => void vi.advanceTimersByTime(1_000));
    }
    expect(spoken).toEqual([
      [90, '1 minute 30 seconds'],
      [30, '30 seconds'],
      [10, '10 seconds'],
    ]);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(document.querySelector('[aria-live="polite"]')?.textContent).toBe('You can try again now.');
  });

  it('goes with the page that needed it', () => {
    const { windows, watched, wrapper } = setUp();
    const { unmount } = renderHook(() => useRateLimit('a'), { wrapper });
    act(() => void windows.block('a', 30));
    expect(watched.until()).toBe(NOON + 30_000);
    unmount();
    expect(watched.until()).toBeNull();
  });
});

describe('without a network', () => {
  it('the page says so, and says nothing when it is back', () => {
    const { wrapper, network } = setUp();
    network.become(false);
    render(<Banners />, { wrapper });
    expect(screen.getByRole('region', { name: 'You are offline' })).toBeTruthy();
    act(() => network.become(true));
    expect(screen.queryByRole('region')).toBeNull();
  });
});
