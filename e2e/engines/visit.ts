import { test as base } from 'vitest';
import { FacilityControl } from '../support/facility.ts';
import { startTestServer } from '../support/server.ts';
import { type Engine, type EngineOptions, startEngine } from './engine.ts';
import { startProxy, type TestProxy } from './proxy.ts';
import { Tab } from './tab.ts';
import { waitFor } from './wait-for.ts';

/** A new facility, a new origin and one tab. */
export type Visit = {
  readonly facility: FacilityControl;
  readonly proxy: TestProxy;
  readonly tab: Tab;
  newTab(): Promise<Tab>;
};

/** Timeout for loading a page. Ms. */
const PAGE_MS = 15_000;

type Fixtures = EngineOptions & { readonly engine: Engine; readonly visit: Visit };

/** The phone numbers of two seeded tenants; see src/facility/seed. */
export const phones = { oneAccount: '+13035550101', everyState: '+13035550103' } as const;

/** One browser per file; one server, and so one origin, per test, so that tests share no storage. */
export const test = base.extend<Fixtures>({
  isStorageBlocked: [false, { scope: 'file' }],
  engine: [
    async ({ isStorageBlocked }, use) => {
      const engine = await startEngine({ isStorageBlocked });
      await engine.driver.manage().setTimeouts({ pageLoad: PAGE_MS, script: PAGE_MS });
      await use(engine);
      await engine.close();
    },
    { scope: 'file' },
  ],
  visit: async ({ engine: { driver } }, use) => {
    const server = await startTestServer();
    const proxy = await startProxy(server.url);
    const facility = new FacilityControl(server.url);
    await facility.settings({ motorMs: 50 });
    const handle = await driver.getWindowHandle();
    const newTab = async () => {
      await driver.switchTo().newWindow('tab');
      return new Tab(driver, await driver.getWindowHandle(), proxy.url);
    };
    await use({ facility, proxy, tab: new Tab(driver, handle, proxy.url), newTab });
    for (const other of await driver.getAllWindowHandles()) {
      if (other === handle) continue;
      await driver.switchTo().window(other);
      await driver.close();
    }
    await driver.switchTo().window(handle);
    await driver.get('about:blank');
    await proxy.close();
    await server.close();
  },
});

/** Signs in and waits for the list of doors. */
export async function signIn({ facility, tab }: Visit, phone: string = phones.oneAccount): Promise<void> {
  await tab.go('/');
  await tab.type('Phone number', phone.slice(2));
  await tab.press('Send code');
  await tab.waitForHeading('Enter the code');
  const code = await waitFor('a code is sent', () => facility.code(phone));
  await tab.type('Verification code', code);
  await tab.waitForHeading('Your doors');
}

/** Signs out through the account menu. */
export async function signOut(tab: Tab): Promise<void> {
  // The page of a door has no header on a phone.
  if ((await tab.path()).startsWith('/doors/')) await tab.press('All doors');
  await tab.press('Account');
  await finishOpening(tab);
  await tab.press('Sign out');
  await tab.find('dialog button', 'Cancel');
  await finishOpening(tab);
  await tab.press('Sign out');
}

/** Ends the animation of a dialog: a click on a moving button can miss it, and a tab in the background moves nothing. */
async function finishOpening(tab: Tab): Promise<void> {
  await tab.find('dialog');
  await tab.run(`for (const animation of document.querySelector('dialog').getAnimations()) animation.finish()`);
}

/** Opens a door from the list and waits for "Opened at". */
export async function openDoor(tab: Tab, name: string): Promise<void> {
  await tab.press(name);
  await tab.waitForHeading(name);
  await tab.press(`Open ${name}`);
  await tab.waitForText('Opened at');
}
