import type { JsonStore } from '#platform';
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
 * @param tab where the moment of the last reload is kept
 */
export async function reloadForNewBuild(
  { clock, busy }: Pick<Services, 'clock' | 'busy'>,
  entry: string,
  tab: JsonStore,
  reload: () => void,
): Promise<void> {
  const page = await fetch(import.meta.env.BASE_URL, { cache: 'no-cache' });
  const named = /\/index-[\w-]+\.js/.exec(await page.text());
  // Nonsense is no number, and nothing is long ago.
  const isTooSoon = Math.abs(clock.now() - Number(tab.get(KEY))) < TOO_SOON_MS;
  if (!named || entry.endsWith(named[0]) || isTooSoon || [...busy].some((isBusy) => isBusy())) return;
  tab.set(KEY, clock.now());
  reload();
}
