// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createPageLocation, memoryStore } from '#platform';
import { createTestPlatform } from '#platform/test-helpers';
import { createReturnPath, createSessionStore, SessionContext, type SessionStoreEvent } from '#session';
import { useSessionRoutes } from './guard.ts';
import { PlatformProvider } from './platform-provider.tsx';

const API = 'https://a.test';
const signIn: SessionStoreEvent = {
  type: 'signed-in',
  token: 't',
  tenant: { apiBase: API, e164: '+13035550101', id: 't1', name: 'Ada' },
  phone: { country: 'US', national: '3035550101' },
  accounts: 1,
  at: 0,
};
/** The first credential that a page holds. */
const refuse: SessionStoreEvent = { type: 'rejected', credential: 'credential 1', at: 1 };

/** A person who stands at `path`. */
function standAt(path: string, isSignedIn: boolean) {
  history.replaceState(null, '', path);
  const store = createSessionStore(memoryStore(), API, {}, Date.now);
  if (isSignedIn) store.send(signIn);
  const returnPath = createReturnPath(memoryStore());
  const platform = createTestPlatform({ location: createPageLocation(window) });
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <PlatformProvider platform={platform}>
      <SessionContext value={{ store, returnPath }}>{children}</SessionContext>
    </PlatformProvider>
  );
  renderHook(() => useSessionRoutes(returnPath, platform.location), { wrapper });
  const happen = (event: SessionStoreEvent) => act(() => store.send(event));
  return { happen, where: () => location.pathname, returnPath };
}

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation((...args) => {
    throw new Error(args.join(' '));
  });
});

describe('whoever is not signed in', () => {
  it.each(['/', '/doors', '/doors/u1', '/activity'])('is led from %s to the sign-in', (path) => {
    expect(standAt(path, false).where()).toBe('/sign-in');
  });

  it.each(['/sign-in', '/sign-in/code', '/nowhere', '/doorsteps'])('stays at %s', (path) => {
    expect(standAt(path, false).where()).toBe(path);
  });

  it.each([
    ['/doors/u1', '/doors/u1'],
    ['/activity', '/activity'],
    ['/', '/doors'],
    ['/sign-in/code', '/doors'],
  ])('and came for %s is at %s after signing in', (path, then) => {
    const { happen, where } = standAt(path, false);
    happen(signIn);
    expect(where()).toBe(then);
  });
});

describe('whoever is signed in', () => {
  it.each([
    ['/', '/doors'],
    ['/sign-in', '/doors'],
    ['/sign-in/account', '/doors'],
    ['/doors/u1', '/doors/u1'],
    ['/activity', '/activity'],
    ['/nowhere', '/nowhere'],
  ])('and stands at %s is at %s', (path, then) => {
    expect(standAt(path, true).where()).toBe(then);
  });

  it('and is refused by the server comes back to the very same door after signing in again', () => {
    const { happen, where } = standAt('/doors/u1', true);
    happen(refuse);
    expect(where()).toBe('/sign-in');
    happen(signIn);
    expect(where()).toBe('/doors/u1');
  });

  it('comes back there once, and to the list the next time', () => {
    const { happen, where, returnPath } = standAt('/doors/u1', true);
    happen(refuse);
    happen(signIn);
    expect([where(), returnPath.take('/doors')]).toEqual(['/doors/u1', '/doors']);
  });

  it.each(['signed-out', 'switch-account'] as const)('and goes on purpose (%s) comes back to the list', (because) => {
    const { happen, where } = standAt('/doors/u1', true);
    happen({ type: 'signed-out', because, at: 2_000 });
    expect(where()).toBe('/sign-in');
    happen(signIn);
    expect(where()).toBe('/doors');
  });

  it('leaves no step in the history that leads back to where they may not be', () => {
    const before = history.length;
    const { happen } = standAt('/doors/u1', true);
    happen(refuse);
    happen(signIn);
    expect(history.length).toBe(before);
  });
});
