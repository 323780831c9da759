import { test as base } from 'vitest';
import { FacilityControl } from '../support/facility.ts';
import { startTestServer } from '../support/server.ts';
import { type Engine, type How, startEngine } from './engine.ts';
import { type Front, startFront } from './front.ts';
import { soon } from './soon.ts';
import { Tab } from './tab.ts';

/** A person before the app: a fresh facility, a fresh origin, and one tab. */
export type Visit = {
  readonly facility: FacilityControl;
  readonly front: Front;
  readonly tab: Tab;
  newTab(): Promise<Tab>;
};

/** How long a page may take to load. Ms. */
const PAGE_MS = 15_000;

type Fixtures = How & { readonly engine: Engine; readonly visit: Visit };

/** The number of the tenant with one account, and of the one with a unit in every state; see src/facility/seed. */
export const people = { oneAccount: '+13035550101', everyState: '+13035550103' } as const;

/** One browser a file. Nothing of an earlier test is left for the next: each has a server, and so an origin, of its own. */
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
    const front = await startFront(server.url);
    const facility = new FacilityControl(server.url);
    await facility.settings({ motorMs: 50 });
    const handle = await driver.getWindowHandle();
    const newTab = async () => {
      await driver.switchTo().newWindow('tab');
      return new Tab(driver, await driver.getWindowHandle(), front.url);
    };
    await use({ facility, front, tab: new Tab(driver, handle, front.url), newTab });
    for (const other of await driver.getAllWindowHandles()) {
      if (other === handle) continue;
      await driver.switchTo().window(other);
      await driver.close();
    }
    await driver.switchTo().window(handle);
    await driver.get('about:blank');
    await front.close();
    await server.close();
  },
});

/** From the number to the list of doors. */
export async function signIn({ facility, tab }: Visit, phone: string = people.oneAccount): Promise<void> {
  await tab.go('/');
  await tab.type('Phone number', phone.slice(2));
  await tab.press('Send code');
  await tab.isAt('Enter the code');
  const code = await soon('a code is sent', () => facility.code(phone));
  await tab.type('Verification code', code);
  await tab.isAt('Your doors');
}

/** Opens a door of the list, as far as the word of the lock. */
export async function openDoor(tab: Tab, name: string): Promise<void> {
  await tab.press(name);
  await tab.isAt(name);
  await tab.press(`Open ${name}`);
  await tab.says('Opened at');
}
