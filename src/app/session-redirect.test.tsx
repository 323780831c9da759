// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createPageLocation, memoryStore } from '#platform';
import { createTestPlatform } from '#platform/test-helpers';
import { createReturnPath, createSessionStore, SessionContext, type SessionStoreEvent } from '#session';
import { PlatformProvider } from './platform-provider.tsx';
import { useSessionRedirect } from './session-redirect.ts';

const API = 'https://a.test';
const signIn: SessionStoreEvent = {
  type: 'signed-in',
  token: 't',
  tenant: { apiBase: API, e164: '+13035550101', id: 't1', name: 'Ada' },
  phone: { country: 'US', national: '3035550101' },
  accounts: 1,
  at: 0,
};
/** Rejects the first credential of a page. */
const reject: SessionStoreEvent = { type: 'rejected', credential: 'credential 1', at: 1 };

/** Opens the app at `path`. */
function openAt(path: string, isSignedIn: boolean) {
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
  renderHook(() => useSessionRedirect(returnPath, platform.location), { wrapper });
  const happen = (event: SessionStoreEvent) => act(() => store.send(event));
  return { happen, where: () => location.pathname, returnPath };
}

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation((...args) => {
    throw new Error(args.join(' '));
  });
});

describe('a signed-out person', () => {
  it.each(['/', '/doors', '/doors/u1', '/activity'])('is redirected from %s to sign-in', (path) => {
    expect(openAt(path, false).where()).toBe('/sign-in');
  });

  it.each(['/sign-in', '/sign-in/code', '/nowhere', '/doorsteps'])('stays at %s', (path) => {
    expect(openAt(path, false).where()).toBe(path);
  });

  it.each([
    ['/doors/u1', '/doors/u1'],
    ['/activity', '/activity'],
    ['/', '/doors'],
    ['/sign-in/code', '/doors'],
  ])('who requested %s is at %s after signing in', (path, then) => {
    const { happen, where } = openAt(path, false);
    happen(signIn);
    expect(where()).toBe(then);
  });
});

describe('a signed-in person', () => {
  it.each([
    ['/', '/doors'],
    ['/sign-in', '/doors'],
    ['/sign-in/account', '/doors'],
    ['/doors/u1', '/doors/u1'],
    ['/activity', '/activity'],
    ['/nowhere', '/nowhere'],
  ])('at %s is led to %s', (path, then) => {
    expect(openAt(path, true).where()).toBe(then);
  });

  it('whose token is rejected returns to the same door after signing in again', () => {
    const { happen, where } = openAt('/doors/u1', true);
    happen(reject);
    expect(where()).toBe('/sign-in');
    happen(signIn);
    expect(where()).toBe('/doors/u1');
  });

  it('returns there once, and to the list the next time', () => {
    const { happen, where, returnPath } = openAt('/doors/u1', true);
    happen(reject);
    happen(signIn);
    expect([where(), returnPath.take('/doors')]).toEqual(['/doors/u1', '/doors']);
  });

  it.each(['signed-out', 'switch-account'] as const)('who signs out (%s) returns to the list', (because) => {
    const { happen, where } = openAt('/doors/u1', true);
    happen({ type: 'signed-out', because, at: 2_000 });
    expect(where()).toBe('/sign-in');
    happen(signIn);
    expect(where()).toBe('/doors');
  });

  it('gets no history entry from a redirect', () => {
    const before = history.length;
    const { happen } = openAt('/doors/u1', true);
    happen(reject);
    happen(signIn);
    expect(history.length).toBe(before);
  });
});
