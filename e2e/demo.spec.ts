import { scenarios } from '../src/demo/director/scenarios/index.ts';
import { app, controls, cutNetwork, expect, isAt, openDemo, sees, test } from './support/demo.ts';
import { fitsTheScreen } from './support/fits.ts';
import { isSound } from './support/sound.ts';

/* The static build of the staff demo, on a plain file server, with the network cut. */

const DESK = { viewport: { width: 1280, height: 800 }, isMobile: false };
const TABLET = { viewport: { width: 820, height: 1180 }, isMobile: false };

for (const scenario of scenarios) {
  test.describe(scenario.name, () => {
    test.use(DESK);
    test('runs to its end without a network, and every step shows what it promises, in the app and in the plan', async ({
      page,
      files,
    }) => {
      await openDemo(page, files);
      await cutNetwork(page);
      await page.goto(`${files.url}/demo/#scenario=${scenario.name}&paused`);
      await isAt(page, 'paused', 0);
      for (const [nth, step] of scenario.steps.entries()) {
        await page.getByRole('button', { name: 'Step', exact: true }).click();
        // Script and time stand still then, so what is to be seen stays.
        await isAt(page, 'paused', nth + 1);
        await expect(controls(page)).toContainText(step.say);
        await sees(page, step.shows);
      }
      await page.getByRole('button', { name: 'Continue' }).click();
      await isAt(page, 'ended', scenario.steps.length);
      await isSound(page);
    });
  });
}

test('on a phone: the address of a scenario plays it, and a reload without a network plays it again', async ({
  page,
  files,
}) => {
  await openDemo(page, files, '#scenario=signal-lost&fast');
  await isAt(page, 'ended', 4);
  await cutNetwork(page);
  await page.reload();
  await expect(controls(page)).toContainText('Signal lost in mid-press');
  await isAt(page, 'ended', 4);
  await fitsTheScreen(page);
  await isSound(page);
});

test.describe('on a tablet', () => {
  test.use(TABLET);
  test('the whole way from the number to the open unit plays by itself', async ({ page, files }) => {
    await openDemo(page, files, '#scenario=first-visit&fast');
    await expect(controls(page)).toHaveAttribute('data-progress', 'ended', { timeout: 25_000 });
    await fitsTheScreen(page);
    await isSound(page);
  });
});

test('a scenario that nobody knows is said, and the phone is there to be used', async ({ page, files }) => {
  await openDemo(page, files, '#scenario=moonlight');
  await expect(page.getByRole('alert')).toContainText('There is no scenario “moonlight”');
  await expect(app(page).getByRole('textbox', { name: 'Phone number' })).toBeVisible();
});

test('whoever touches the phone has it: the script ends, and the text message still fills in the code', async ({
  page,
  files,
}) => {
  await openDemo(page, files, '#scenario=first-visit&paused');
  await isAt(page, 'paused', 0);
  await app(page).getByRole('textbox', { name: 'Phone number' }).click();
  await expect(controls(page)).toHaveAttribute('data-progress', 'taken-over');
  await app(page).getByRole('textbox', { name: 'Phone number' }).fill('303 555 0101');
  await app(page).getByRole('button', { name: 'Send code' }).click();
  await page.getByRole('button', { name: /^Fill in \d{6}$/ }).click();
  await expect(app(page).getByRole('link', { name: 'B204', exact: true })).toBeVisible();
});

test('the inspector tells what was asked, what the app made of it, and the rule that applied', async ({
  page,
  files,
}) => {
  await openDemo(page, files, '#scenario=session-expires&paused');
  await isAt(page, 'paused', 0);
  for (const done of [1, 2]) {
    await page.getByRole('button', { name: 'Step', exact: true }).click();
    await isAt(page, 'paused', done);
  }
  await page.getByText('Inspector', { exact: true }).click();
  const newest = page.getByRole('region', { name: 'Requests and answers' }).getByRole('listitem').first();
  await expect(newest).toContainText('401');
  await expect(newest).toContainText('unauthenticated');
  await expect(newest).toContainText('sign-in');
  await isSound(page);
});

test('the inspector makes trouble, which the app then tells of', async ({ page, files }) => {
  await openDemo(page, files);
  await page.getByText('Inspector', { exact: true }).click();
  await page.getByRole('switch', { name: /^No network/ }).click();
  await expect(app(page).getByText('You are offline')).toBeVisible();
  await page.getByRole('switch', { name: /^No network/ }).click();
  await expect(app(page).getByText('You are offline')).toBeHidden();
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toHaveAttribute('aria-pressed', 'true');
});

test('what the phone would do outside of the app is said, and not done', async ({ page, files }) => {
  await openDemo(page, files);
  await app(page).getByRole('link', { name: 'Call +1 303 555 0100' }).click();
  await expect(page.getByText('Here the phone would call +13035550100')).toBeVisible();
});

test('keyboard alone plays a scenario, pauses it, steps and replays', async ({ page, files }) => {
  await openDemo(page, files);
  await page.getByRole('link', { name: /^Late payment/ }).focus();
  await page.keyboard.press('Enter');
  const main = controls(page).getByRole('button').first();
  const step = page.getByRole('button', { name: 'Step', exact: true });
  await expect(controls(page)).toHaveAttribute('data-progress', 'playing');
  await main.focus();
  await page.keyboard.press('Enter');
  await expect(controls(page)).toHaveAttribute('data-progress', 'paused');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await isAt(page, 'paused', 0);
  await page.keyboard.press('Shift+Tab');
  for (let done = 1; done <= 6; done++) {
    await page.keyboard.press('Enter');
    await isAt(page, 'paused', done);
    // What plays in the phone leaves the focus where it is.
    await expect(step).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await isAt(page, 'ended', 6);
  await page.keyboard.press('Shift+Tab');
  await expect(main).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(controls(page)).toHaveAttribute('data-progress', 'playing');
});

test('the tour runs by itself, and stops at the first touch', async ({ page, files }) => {
  await openDemo(page, files);
  await page.getByRole('button', { name: 'Two-minute tour' }).click();
  await expect(controls(page)).toHaveAttribute('data-tour', 'true');
  await expect(controls(page)).not.toHaveAttribute('data-done', '0', { timeout: 15_000 });
  await page.getByRole('heading', { level: 1 }).click();
  await expect(controls(page)).toHaveAttribute('data-tour', 'false');
  await expect(controls(page)).toHaveAttribute('data-progress', 'taken-over');
});

test.describe('for whoever wants no motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });
  test('the tour stands still until “Next” is pressed', async ({ page, files }) => {
    await openDemo(page, files, '#tour');
    await isAt(page, 'paused', 0);
    // Keys that only lead there stop nothing.
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Next' }).focus();
    await page.keyboard.press('Enter');
    await isAt(page, 'paused', 1);
    await isSound(page);
  });
});
