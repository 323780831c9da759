import type { RunningServer } from '../server/start-server.ts';
import { FacilityControl } from './support/facility.ts';
import { messagesOf } from './support/messages.ts';
import { startTestServer } from './support/server.ts';
import { goTo, goToDoor, openButton, phones, signIn } from './support/steps.ts';
import { test as base, expect } from './support/test.ts';

/** Starts one server per sample brand. */
const test = base.extend<{ serve: (brand: string) => Promise<RunningServer> }>({
  serve: async ({ browserName: _ }, use) => {
    const running: RunningServer[] = [];
    await use(async (brand) => {
      const server = await startTestServer({ configPath: `samples/brands/${brand}/config.json` });
      running.push(server);
      return server;
    });
    for (const server of running) await server.close();
  },
});

/** The console's info messages. */
function consoleInfoOf(page: import('@playwright/test').Page): string[] {
  const infos: string[] = [];
  page.on('console', (message) => message.type() === 'info' && infos.push(message.text()));
  return infos;
}

test('shows the logo, the colour, the contacts and the legal links of a brand', async ({ page, serve }) => {
  const { url } = await serve('harbor');
  const infos = consoleInfoOf(page);
  await signIn(page, new FacilityControl(url), phones.oneAccount, url);
  await expect(page.getByRole('banner').getByRole('img', { name: 'Harbor Storage' })).toBeVisible();
  await expect(page).toHaveTitle(/Harbor Storage$/);
  await goToDoor(page, 'B204');
  await expect(openButton(page, 'B204')).toHaveCSS('background-color', 'rgb(11, 92, 115)');
  await goTo(page, 'help');
  const footer = page.getByRole('contentinfo');
  await expect(footer.getByRole('link')).toHaveText(Object.values(messagesOf('en').legal));
  await expect(footer.getByRole('link').first()).toHaveAttribute('href', 'https://example.com/harbor/terms');
  await expect(page.getByRole('link', { name: /@/ })).toHaveAttribute('href', /^mailto:/);
  expect(infos).toEqual([]);
});

test('adjusts an accent with too little contrast and logs it once', async ({ page, serve }) => {
  const { url } = await serve('cedar');
  const infos = consoleInfoOf(page);
  await page.goto(`${url}/sign-in`);
  // The browser prefers English, which this operator offers after Spanish.
  await expect(page.getByRole('button', { name: messagesOf('en').signIn.sendCode })).not.toHaveCSS(
    'background-color',
    'rgb(255, 196, 0)',
  );
  await page.getByRole('link', { name: messagesOf('en').support.more }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(messagesOf('en').help.title);
  expect(infos).toEqual([expect.stringContaining('brand.accent #ffc400')]);
});

test.describe('in the dark colour scheme', () => {
  test.use({ colorScheme: 'dark' });

  test('uses the same accent unchanged', async ({ page, serve }) => {
    const { url } = await serve('cedar');
    await page.goto(`${url}/sign-in`);
    await expect(page.getByRole('button', { name: messagesOf('en').signIn.sendCode })).toHaveCSS(
      'background-color',
      'rgb(255, 196, 0)',
    );
  });
});

test.describe('a browser with a language that the operator does not offer', () => {
  test.use({ locale: 'fr-FR' });

  test('gets the operator’s first language and can choose the others', async ({ page, serve }) => {
    const { url } = await serve('cedar');
    await page.goto(`${url}/sign-in`);
    await expect(page.getByRole('button', { name: messagesOf('es').signIn.sendCode })).toBeVisible();
    await expect(page.getByRole('contentinfo').getByRole('option')).toHaveText(['Español', 'English']);
  });
});
