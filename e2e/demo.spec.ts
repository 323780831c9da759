import { scenarios } from '../src/demo/director/scenarios/index.ts';
import { expectAccessible } from './support/accessibility.ts';
import { app, controls, cutNetwork, expect, isAt, openDemo, sees, test } from './support/demo.ts';
import { expectNoHorizontalOverflow } from './support/overflow.ts';

/* The static build of the staff demo on a plain file server, without a network. */

const DESK = { viewport: { width: 1280, height: 800 }, isMobile: false };
const TABLET = { viewport: { width: 820, height: 1180 }, isMobile: false };

for (const scenario of scenarios) {
  test.describe(scenario.name, () => {
    test.use(DESK);
    test('runs to its end without a network, and every step shows its result in the app and in the plan', async ({
      page,
      files,
    }) => {
      await openDemo(page, files);
      await cutNetwork(page);
      await page.goto(`${files.url}/demo/#scenario=${scenario.name}&paused`);
      await isAt(page, 'paused', 0);
      for (const [nth, step] of scenario.steps.entries()) {
        await page.getByRole('button', { name: 'Step', exact: true }).click();
        // Script and clock are paused here, so the screen does not change.
        await isAt(page, 'paused', nth + 1);
        await expect(controls(page)).toContainText(step.say);
        await sees(page, step.shows);
      }
      await page.getByRole('button', { name: 'Continue' }).click();
      await isAt(page, 'ended', scenario.steps.length);
      await expectAccessible(page);
    });
  });
}

test('plays the scenario in the URL on a phone, and again after a reload without a network', async ({
  page,
  files,
}) => {
  await openDemo(page, files, '#scenario=signal-lost&fast');
  await isAt(page, 'ended', 4);
  await cutNetwork(page);
  await page.reload();
  await expect(controls(page)).toContainText('Signal lost in mid-press');
  await isAt(page, 'ended', 4);
  await expectNoHorizontalOverflow(page);
  await expectAccessible(page);
});

test.describe('on a tablet', () => {
  test.use(TABLET);
  test('plays from the phone number to the open unit without input', async ({ page, files }) => {
    await openDemo(page, files, '#scenario=first-visit&fast');
    await expect(controls(page)).toHaveAttribute('data-progress', 'ended', { timeout: 25_000 });
    await expectNoHorizontalOverflow(page);
    await expectAccessible(page);
  });
});

test('reports an unknown scenario and leaves the phone usable', async ({ page, files }) => {
  await openDemo(page, files, '#scenario=moonlight');
  await expect(page.getByRole('alert')).toContainText('There is no scenario “moonlight”');
  await expect(app(page).getByRole('textbox', { name: 'Phone number' })).toBeVisible();
});

test('ends the script when the phone is touched, and still fills in the code from the text message', async ({
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

test('shows requests, their problem kinds and the rules that applied in the inspector', async ({ page, files }) => {
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
  await expectAccessible(page);
});

test('shows a fault from the inspector in the app', async ({ page, files }) => {
  await openDemo(page, files);
  await page.getByText('Inspector', { exact: true }).click();
  await page.getByRole('switch', { name: /^No network/ }).click();
  await expect(app(page).getByText('You are offline')).toBeVisible();
  await page.getByRole('switch', { name: /^No network/ }).click();
  await expect(app(page).getByText('You are offline')).toBeHidden();
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toHaveAttribute('aria-pressed', 'true');
});

test('announces actions outside the app instead of performing them', async ({ page, files }) => {
  await openDemo(page, files);
  await app(page).getByRole('link', { name: 'Call +1 303 555 0100' }).click();
  await expect(page.getByText('Here the phone would call +13035550100')).toBeVisible();
});

test('plays, pauses, steps and replays a scenario by keyboard', async ({ page, files }) => {
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
    // Playback in the phone does not move the focus.
    await expect(step).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await isAt(page, 'ended', 6);
  await page.keyboard.press('Shift+Tab');
  await expect(main).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(controls(page)).toHaveAttribute('data-progress', 'playing');
});

test('runs the tour without input and stops at the first touch', async ({ page, files }) => {
  await openDemo(page, files);
  await page.getByRole('button', { name: 'Two-minute tour' }).click();
  await expect(controls(page)).toHaveAttribute('data-tour', 'true');
  await expect(controls(page)).not.toHaveAttribute('data-done', '0', { timeout: 15_000 });
  await page.getByRole('heading', { level: 1 }).click();
  await expect(controls(page)).toHaveAttribute('data-tour', 'false');
  await expect(controls(page)).toHaveAttribute('data-progress', 'taken-over');
});

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });
  test('advances the tour only when “Next” is pressed', async ({ page, files }) => {
    await openDemo(page, files, '#tour');
    await isAt(page, 'paused', 0);
    // Keys that only move the focus do not stop the tour.
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Next' }).focus();
    await page.keyboard.press('Enter');
    await isAt(page, 'paused', 1);
    await expectAccessible(page);
  });
});
