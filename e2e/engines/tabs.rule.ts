import { expect } from 'vitest';
import { ELSEWHERE } from './proxy.ts';
import { openDoor, signIn, signOut, test } from './visit.ts';

test('a second tab follows sign-in and sign-out of the first', async ({ visit }) => {
  const { tab } = visit;
  await tab.go('/');
  const second = await visit.newTab();
  await second.go('/');
  await second.waitForHeading('Sign in');
  await signIn(visit);
  await second.waitForHeading('Your doors');
  await signOut(tab);
  await tab.waitForHeading('Sign in');
  await second.waitForHeading('Sign in');
});

test('opens nothing on a page restored by Back after a sign-out in another tab', async ({ visit, annotate }) => {
  const { tab, facility } = visit;
  await signIn(visit);
  await openDoor(tab, 'B204');
  const before = (await facility.openings()).length;
  await tab.run(`addEventListener('pageshow', ({ persisted }) => { window.wasKept = persisted; })`);
  await tab.go(ELSEWHERE);
  const second = await visit.newTab();
  await second.go('/');
  await signOut(second);
  await second.waitForHeading('Sign in');
  await tab.back();
  await annotate(
    `the page was restored from the back-forward cache: ${(await tab.run('return window.wasKept')) === true}`,
  );
  // Clicks without waiting, if the button is still there.
  await tab.run(`[...document.querySelectorAll('button')].find(({ ariaLabel }) => ariaLabel === 'Open B204')?.click()`);
  await tab.waitForHeading('Sign in');
  expect(await tab.text()).not.toContain('B204');
  expect(await facility.openings()).toHaveLength(before);
});
