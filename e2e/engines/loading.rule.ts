import { expect } from 'vitest';
import { ELSEWHERE } from './proxy.ts';
import { signIn, test } from './visit.ts';
import { waitFor } from './wait-for.ts';

/** Records in sessionStorage, which the next page can read, whether the loading error was ever shown. */
const RECORD_LOADING_ERROR = `
  new MutationObserver(() => {
    if (document.documentElement.dataset.start === 'lost') sessionStorage.setItem('was-lost', 'yes');
  }).observe(document.documentElement, { attributes: true });`;

test('reaches the help page when opened while chunks of the app are loading', async ({ visit }) => {
  const { tab, proxy } = visit;
  const parts = proxy.hold(/^\/assets\/help-page-[^/]*\.js$/);
  await signIn(visit);
  await waitFor('a chunk is requested', () => parts.pending());
  const help = proxy.hold(/^\/help$/);
  await tab.startNavigation('/help');
  await waitFor('the navigation has started', () => help.pending() + parts.aborted());
  help.release();
  parts.release();
  await tab.waitForHeading('Help');
  expect(await tab.path()).toBe('/help');
});

test('never shows the loading error when a navigation aborts the scripts', async ({ visit }) => {
  const { tab, proxy } = visit;
  const scripts = proxy.hold(/^\/assets\/index-/);
  const next = proxy.hold(/^\/elsewhere$/);
  await tab.go(`${ELSEWHERE}?first`);
  await tab.startNavigation('/');
  await waitFor('the scripts are requested', () => scripts.pending());
  await tab.run(RECORD_LOADING_ERROR);
  await tab.startNavigation(ELSEWHERE);
  await waitFor('the next page is requested', () => next.pending());
  next.release();
  await tab.waitForHeading('Elsewhere');
  scripts.release();
  expect(await tab.run('return sessionStorage.getItem("was-lost")')).toBe(null);
});
