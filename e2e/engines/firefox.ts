import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine, EngineOptions } from './engine.ts';
import { driveMarionette } from './marionette.ts';
import { startProcess } from './start-process.ts';
import { waitFor } from './wait-for.ts';

const PREFERENCES = {
  // 0 picks a free port and writes it to the profile.
  'marionette.port': 0,
  'intl.accept_languages': 'en-US, en',
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
};

/** Starts headless Firefox with a temporary profile. */
export async function startFirefox(path: string, { isStorageBlocked }: EngineOptions): Promise<Engine> {
  const profile = await mkdtemp(join(tmpdir(), 'door-access-firefox-'));
  const preferences = { ...PREFERENCES, ...(isStorageBlocked ? { 'network.cookie.cookieBehavior': 2 } : {}) };
  const lines = Object.entries(preferences).map((entry) => `user_pref(${entry.map((part) => JSON.stringify(part))});`);
  await writeFile(join(profile, 'user.js'), lines.join('\n'));
  const args = ['--headless', '--no-remote', '--marionette', '--profile', profile];
  const firefox = startProcess(path, args, { HOME: profile });
  const close = async () => {
    await firefox.end();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const portFile = join(profile, 'MarionetteActivePort');
    const port = await waitFor('Firefox listens', async () => Number(await readFile(portFile, 'utf8')), 60_000);
    const { driver, quit } = await driveMarionette(port, { pageLoadStrategy: 'none' });
    return {
      driver,
      close: async () => {
        // Firefox may exit before it responds.
        await quit().catch(() => {});
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
