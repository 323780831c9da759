import { expect } from 'vitest';
import { ELSEWHERE } from './front.ts';
import { soon } from './soon.ts';
import { signIn, test } from './visit.ts';

/** Notes whether the page ever said that the app could not be loaded; the note outlives the page. */
const WATCH = `
  new MutationObserver(() => {
    if (document.documentElement.dataset.start === 'lost') sessionStorage.setItem('was-lost', 'yes');
  }).observe(document.documentElement, { attributes: true });`;

test('going to the help page while parts of the app are still loading ends there', async ({ visit }) => {
  const { tab, front } = visit;
  const parts = front.hold(/^\/assets\/help-page-[^/]*\.js$/);
  await signIn(visit);
  await soon('a part is being loaded', () => parts.kept());
  const help = front.hold(/^\/help$/);
  await tab.leaveFor('/help');
  await soon('the browser is leaving', () => help.kept() + parts.givenUp());
  help.letGo();
  parts.letGo();
  await tab.isAt('Help');
  expect(await tab.path()).toBe('/help');
});

test('a page that is left while its scripts load never says that the app could not be loaded', async ({ visit }) => {
  const { tab, front } = visit;
  const scripts = front.hold(/^\/assets\/index-/);
  const next = front.hold(/^\/elsewhere$/);
  await tab.go(`${ELSEWHERE}?first`);
  await tab.leaveFor('/');
  await soon('the scripts are asked for', () => scripts.kept());
  await tab.run(WATCH);
  await tab.leaveFor(ELSEWHERE);
  await soon('the next page is asked for', () => next.kept());
  next.letGo();
  await tab.isAt('Elsewhere');
  scripts.letGo();
  expect(await tab.run('return sessionStorage.getItem("was-lost")')).toBe(null);
});
