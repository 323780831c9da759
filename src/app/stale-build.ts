import type { Services } from './services.ts';

const KEY = 'reloaded-at';
/** Twice within this time would be a loop: then the crash page says what is the matter. Ms. */
const TOO_SOON_MS = 60_000;

/**
 * After a deploy the files of the build that this page came from may be gone. One quiet reload fetches the new build, if
 * the server has one by now, and no door is being opened. Files also fail because the page is being left, or the network
 * is gone: nothing is reloaded then. Rejects where the server cannot be asked.
 *
 * @param entry the address of this page's entry script
 */
export async function reloadForNewBuild(
  { platform: { fetch, clock, tab, location }, laterParts }: Pick<Services, 'platform' | 'laterParts'>,
  entry: string,
): Promise<void> {
  const page = await fetch(import.meta.env.BASE_URL, { cache: 'no-cache' });
  const named = /\/index-[\w-]+\.js/.exec(await page.text());
  // Nonsense is no number, and nothing is long ago.
  const isTooSoon = Math.abs(clock.now() - Number(tab.get(KEY))) < TOO_SOON_MS;
  if (!named || entry.endsWith(named[0]) || isTooSoon || [...laterParts].some((part) => part.isBusy())) return;
  tab.set(KEY, clock.now());
  location.reload();
}
