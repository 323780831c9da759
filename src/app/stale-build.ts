import type { Services } from './services.ts';

const KEY = 'reloaded-at';
/** A second reload within this time could be a loop, so the error page stays. Ms. */
const MIN_INTERVAL_MS = 60_000;

/**
 * Reloads the page when the server has another build: after a deploy the files of this page's build may be missing. Not
 * while a door is being opened, and not twice within a minute. Rejects when the server cannot be reached.
 *
 * @param entry the URL of this page's entry script
 */
export async function reloadForNewBuild(
  { platform: { fetch, clock, tab, location }, extensions }: Pick<Services, 'platform' | 'extensions'>,
  entry: string,
): Promise<void> {
  const page = await fetch(import.meta.env.BASE_URL, { cache: 'no-cache' });
  const named = /\/index-[\w-]+\.js/.exec(await page.text());
  // An invalid value gives NaN, and no value gives 0: neither is recent.
  const isTooSoon = Math.abs(clock.now() - Number(tab.get(KEY))) < MIN_INTERVAL_MS;
  if (!named || entry.endsWith(named[0]) || isTooSoon || [...extensions].some(({ isBusy }) => isBusy())) return;
  tab.set(KEY, clock.now());
  location.reload();
}
