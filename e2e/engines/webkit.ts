import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Builder } from 'selenium-webdriver';
import type { Engine, EngineOptions } from './engine.ts';
import { startProcess } from './start-process.ts';
import { waitFor } from './wait-for.ts';

/** MiniBrowser reads the settings of WebKitGTK from its command line. */
const WITHOUT_STORAGE = ['--enable-html5-local-storage=false', '--enable-html5-database=false'];

/** Starts WebKitGTK's MiniBrowser in the virtual display of scripts/test-engines.mjs. */
export async function startWebKit(path: string, { isStorageBlocked }: EngineOptions): Promise<Engine> {
  const home = await mkdtemp(join(tmpdir(), 'door-access-webkit-'));
  const port = await freePort();
  const environment = { HOME: home, XDG_CACHE_HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home };
  const service = startProcess(path, [`--port=${port}`], { ...environment, LANGUAGE: 'en_US', LC_ALL: 'C.UTF-8' });
  const close = async () => {
    await service.end();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  };
  const url = `http://127.0.0.1:${port}`;
  try {
    await waitFor('WebKitWebDriver listens', async () => (await fetch(`${url}/status`)).ok, 20_000);
    const driver = await new Builder()
      .disableEnvironmentOverrides()
      .usingServer(url)
      .withCapabilities({
        browserName: 'MiniBrowser',
        pageLoadStrategy: 'none',
        'webkitgtk:browserOptions': { args: ['--automation', ...(isStorageBlocked ? WITHOUT_STORAGE : [])] },
      })
      .build();
    return {
      driver,
      close: async () => {
        await driver.quit().catch(() => {});
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
