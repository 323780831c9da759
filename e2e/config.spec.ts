import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FacilityControl } from './support/facility.ts';
import { startTestServer } from './support/server.ts';
import { goToDoor, goToDoors, openButton, phones, signIn, status } from './support/steps.ts';
import { allowBrowserErrors, test as base, expect } from './support/test.ts';

const B204_UNIT = '01HQ1234567890ABCDEFGHJKMNPQRS';

/** Starts a server with the config.json that a test writes. */
const test = base.extend<{ serve: (config: string | object) => Promise<{ url: string; facility: FacilityControl }> }>({
  serve: async ({ browserName: _ }, use) => {
    const closing: (() => Promise<void>)[] = [];
    await use(async (config) => {
      const folder = mkdtempSync(join(tmpdir(), 'door-access-config-'));
      const configPath = join(folder, 'config.json');
      writeFileSync(configPath, typeof config === 'string' ? config : JSON.stringify(config));
      const server = await startTestServer({ configPath });
      closing.push(async () => {
        await server.close();
        rmSync(folder, { recursive: true });
      });
      const facility = new FacilityControl(server.url);
      await facility.settings({ motorMs: 50 });
      return { url: server.url, facility };
    });
    for (const close of closing) await close();
  },
});

const faultPageHeading = { name: 'This app is not set up correctly' };

/* All invalid files are tested in src/config/check and src/app/fault-pages.test.tsx. */

test('names every invalid key of config.json on a page', async ({ serve, page }) => {
  const { url } = await serve({ system: 'kisi', api: { base: 'api/v2' }, brand: { name: 7 } });
  await page.goto(url);
  await expect(page.getByRole('heading', faultPageHeading)).toBeVisible();
  const keys = page.getByRole('listitem').getByRole('code');
  await expect(keys).toHaveText(['system', 'brand.name', 'api.base']);
});

test('names an invalid time zone on the same page as soon as the app needs it', async ({ serve, page }) => {
  const { url } = await serve({ system: 'kiss', locations: { loc_1: { name: 'A', timezone: 'Mars' } } });
  await page.goto(url);
  await expect(page.getByRole('heading', faultPageHeading)).toBeVisible();
  await expect(page.getByRole('listitem').getByText('locations.loc_1.timezone', { exact: true })).toBeVisible();
});

test('requires only the system; without an opener explains how to open the door and shows no button', async ({
  serve,
  page,
}) => {
  const { url, facility } = await serve({ system: 'kiss' });
  await signIn(page, facility, phones.oneAccount, url);
  await goToDoor(page, 'B204');
  await expect(page.getByRole('heading', { name: 'Open this door with the phone app' })).toBeVisible();
  await expect(openButton(page, 'B204')).toHaveCount(0);
  await expect(status(page)).toHaveCount(1);
});

test('shows the operator’s names and phone numbers', async ({ serve, page }) => {
  const { url, facility } = await serve({
    system: 'kiss',
    brand: { name: 'Rocky Mountain Storage' },
    support: { phone: '+1 303 555 0000', sms: '+1 303 555 0001', email: 'help@example.com' },
    paymentUrl: 'https://example.com/pay',
  });
  await page.goto(url);
  await expect(page.getByText('Rocky Mountain Storage')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Call +1 303 555 0000' })).toHaveAttribute('href', 'tel:+13035550000');
  await signIn(page, facility, phones.oneAccount, url);
  await expect(page).toHaveTitle('Your doors – Rocky Mountain Storage');
  await goToDoor(page, 'C101');
  await expect(page.getByRole('link', { name: 'Pay now' })).toHaveAttribute('href', 'https://example.com/pay');
});

test('prefers the configured country to the country of the browser language', async ({ serve, page }) => {
  const { url } = await serve({ system: 'kiss', defaultCountry: 'GB' });
  await page.goto(url);
  await expect(page.getByRole('combobox', { name: 'Country' })).toHaveValue('GB');
});

test('reads the newer access path: shows its kinds of doors and its hours, and treats null as open', async ({
  serve,
  page,
}) => {
  const { url, facility } = await serve({
    system: 'kiss',
    api: { base: '/api/v2', accessPath: '/access' },
    opener: { kind: 'gateway', base: '/gateway' },
  });
  await facility.unit(B204_UNIT, { accessHours: { start: '06:30', end: '22:00' } });
  await signIn(page, facility, phones.oneAccount, url);
  const cards = page.getByRole('main').getByRole('listitem');
  await expect(cards.getByRole('link')).toHaveText(['Main Gate', 'Building B Door', 'A305', 'B204', 'C101']);
  await expect(cards.first().getByText('Gate', { exact: true })).toBeVisible();
  await goToDoor(page, 'B204');
  await expect(page.getByText('Access hours: 6:30 AM – 10:00 PM (facility time)', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'All doors' }).click();
  // Access state and hours are null: permitted at any time.
  await goToDoor(page, 'Building B Door');
  await expect(page.getByRole('dialog').getByText('Access hours')).toHaveCount(0);
  await openButton(page, 'Building B Door').click();
  await expect(status(page)).toContainText('Opened at');
  // The second request carries the ETag of the first response and gets a 304.
  await page.getByRole('button', { name: 'All doors' }).click();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
  const answers = async () =>
    (await facility.journal()).requests
      .filter(({ path }) => path.endsWith('/access'))
      .map(({ status: answer }) => answer);
  // The list was there before the refresh, so its link does not tell that the answer has come.
  await expect.poll(answers).toContain(304);
});

test('offers a retry when config.json cannot be fetched', async ({ page }) => {
  allowBrowserErrors(/ERR_FAILED \(\/config\.json\)/);
  let isUp = false;
  await page.route('**/config.json', (route) => (isUp ? route.continue() : route.abort()));
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'The app could not start' })).toBeVisible();
  isUp = true;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('bridge opener: explains itself outside the native shell; inside, calls the shell once and shows its result', async ({
  serve,
  page,
}) => {
  const { url, facility } = await serve({
    system: 'kiss',
    api: { accessPath: '/access' },
    opener: { kind: 'bridge' },
  });
  await signIn(page, facility, phones.oneAccount, url);
  await goToDoor(page, 'B204');
  await expect(page.getByRole('heading', { name: 'Open this page in the app of your facility' })).toBeVisible();
  await expect(openButton(page, 'B204')).toHaveCount(0);

  const shell = await page.evaluateHandle(() => {
    const calls: unknown[] = [];
    const open = async (request: unknown) => {
      calls.push(request);
      return { result: 'confirmed', relaySeconds: 5 };
    };
    Object.assign(window, { doorBridge: { version: 2, open } });
    return calls;
  });
  await goToDoors(page);
  await goToDoor(page, 'B204');
  await openButton(page, 'B204').click();
  await expect(status(page)).toContainText('Opened at');
  expect(await shell.jsonValue()).toEqual([
    expect.objectContaining({
      kind: 'lock',
      key: expect.stringMatching(/./),
      name: expect.stringMatching(/./),
      serialNumber: expect.stringMatching(/^NFC-/),
    }),
  ]);
});
