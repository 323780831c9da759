// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ConfigContext, UNBRANDED } from '#config';
import { createMemoryLocation } from '#platform';
import { createTestPlatform } from '#platform/test-helpers';
import { kiss } from '#systems/test-helpers';
import { PlatformProvider } from './platform-provider.tsx';
import { createServices } from './services.ts';
import { SignedInMenu } from './signed-in-menu.tsx';

/** Shows the menu of a signed-in tenant. */
function show() {
  const location = createMemoryLocation('/doors');
  const services = createServices(UNBRANDED, kiss, createTestPlatform({ location }));
  services.sessions.send({
    type: 'signed-in',
    token: 't',
    tenant: { apiBase: services.apiBase, e164: '+13035550101', id: 't1', name: 'Ada' },
    phone: { country: 'US', national: '3035550101' },
    accounts: 1,
    at: 0,
  });
  const session = services.sessions.get();
  if (session.kind !== 'signed-in') throw new Error('the tenant is not signed in');
  render(
    <PlatformProvider platform={services.platform}>
      <ConfigContext value={UNBRANDED}>
        <SignedInMenu session={session} services={services} />
      </ConfigContext>
    </PlatformProvider>,
  );
  return { services, location };
}

const button = (name: string) => screen.getByRole('button', { name });
const press = (name: string) => act(async () => button(name).click());
const isSignedIn = ({ services }: ReturnType<typeof show>) => services.sessions.get().kind === 'signed-in';

it('shows "Sign out" only in the account menu', async () => {
  show();
  expect(screen.queryByRole('button', { name: 'Sign out' })).toBeNull();
  await press('Account');
  expect(button('Sign out')).toBeTruthy();
  await press('Close');
  expect(screen.queryByRole('button', { name: 'Sign out' })).toBeNull();
});

it('asks before it signs out, and stays signed in on Cancel', async () => {
  const shown = show();
  await press('Account');
  await press('Sign out');
  expect(screen.getByRole('alertdialog', { name: 'Sign out?' }).textContent).toContain('a new code by text message');
  await press('Cancel');
  expect([isSignedIn(shown), screen.queryByRole('alertdialog')]).toEqual([true, null]);
  await press('Account');
  await press('Sign out');
  await press('Sign out');
  expect([isSignedIn(shown), shown.location.path()]).toEqual([false, '/sign-in']);
});

it('closes its dialogs when the page changes', async () => {
  const { location } = show();
  await press('Account');
  await act(async () => location.navigate('/activity'));
  expect(screen.queryByRole('dialog')).toBeNull();
});

it.each([
  ['/doors', 'Doors', 'page'],
  ['/doors/u1', 'Doors', 'true'],
  ['/activity', 'Activity', 'page'],
])('marks on %s the link "%s" as current', async (path, name, current) => {
  const { location } = show();
  await act(async () => location.navigate(path));
  const marked = screen.getAllByRole('link').filter((link) => link.hasAttribute('aria-current'));
  expect(marked.map((link) => [link.textContent, link.getAttribute('aria-current')])).toEqual([[name, current]]);
});
