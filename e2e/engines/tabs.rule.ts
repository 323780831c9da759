import { expect } from 'vitest';
import { ELSEWHERE } from './front.ts';
import { openDoor, signIn, test } from './visit.ts';

test('a second tab follows the sign-in of the first one, and its sign-out', async ({ visit }) => {
  const { tab } = visit;
  await tab.go('/');
  const second = await visit.newTab();
  await second.go('/');
  await second.isAt('Sign in');
  await signIn(visit);
  await second.isAt('Your doors');
  await tab.press('Sign out');
  await tab.isAt('Sign in');
  await second.isAt('Sign in');
});

test('a step back to a page of before the sign-out, which another tab made, opens nothing', async ({
  visit,
  annotate,
}) => {
  const { tab, facility } = visit;
  await signIn(visit);
  await openDoor(tab, 'B204');
  const before = (await facility.openings()).length;
  await tab.run(`addEventListener('pageshow', ({ persisted }) => { window.wasKept = persisted; })`);
  await tab.go(ELSEWHERE);
  const second = await visit.newTab();
  await second.go('/');
  await second.press('Sign out');
  await second.isAt('Sign in');
  await tab.back();
  await annotate(`the page came out of the back-forward cache: ${(await tab.run('return window.wasKept')) === true}`);
  // At once, as a person's finger might: what it meets is of no interest.
  await tab.run(`[...document.querySelectorAll('button')].find(({ ariaLabel }) => ariaLabel === 'Open B204')?.click()`);
  await tab.isAt('Sign in');
  expect(await tab.text()).not.toContain('B204');
  expect(await facility.openings()).toHaveLength(before);
});
