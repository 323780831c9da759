import type { Page } from '@playwright/test';
import { ALL_LANGUAGES } from '../src/i18n/languages.ts';
import type { FacilityControl } from './support/facility.ts';
import { messages, messagesOf } from './support/messages.ts';
import { safety } from './support/safety.ts';
import { doneButton, goToDoor, goToDoors, navigation, openButton, phones, signIn, status } from './support/steps.ts';
import { expect, test } from './support/test.ts';

/* Doors are opened from the list. The laws of opening hold there too: see `opensFrom` in playwright.config.ts. */

const cards = (page: Page) => page.getByRole('listitem');
const commands = (facility: FacilityControl) => facility.count('POST', /^\/gateway\//);
const sheet = (page: Page) => page.getByRole('dialog');

async function atList(page: Page, facility: FacilityControl, phone: string = phones.oneAccount): Promise<void> {
  await signIn(page, facility, phone);
  await expect(cards(page).first()).toBeVisible();
}

test('has an Open button on the right third of the card of each door that may be opened, and on no other', async ({
  page,
  facility,
}) => {
  await atList(page, facility);
  await expect(page.getByRole('button', { name: /^Open / })).toHaveCount(2);
  for (const name of ['Building B Door', 'B204']) {
    const button = await openButton(page, name).boundingBox();
    const card = await cards(page).filter({ hasText: name }).boundingBox();
    expect(button?.height).toBeGreaterThanOrEqual(56);
    expect((button?.width ?? 0) / (card?.width ?? 1)).toBeGreaterThan(0.32);
    expect((button?.x ?? 0) + (button?.width ?? 0)).toBeCloseTo((card?.x ?? 0) + (card?.width ?? 0), -1);
  }
});

test.describe('the first door begins at most 180 px down', () => {
  for (const [name, phone] of [
    ['of few', phones.oneAccount],
    ['of many, with a search and a filter', phones.everyState],
    ['of ten thousand', phones.tenThousand],
  ] as const) {
    test(name, async ({ page, facility }) => {
      await atList(page, facility, phone);
      // A long list is windowed as soon as that code has loaded.
      if (phone === phones.tenThousand) await expect(page.locator('.windowed')).toBeVisible();
      const first = await cards(page).first().boundingBox();
      expect(first?.y).toBeLessThanOrEqual(180);
      const bar = await navigation(page).boundingBox();
      expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBe(740);
    });
  }
});

test('shows the door over the list from the press to the end, and moves the focus there and back', async ({
  page,
  facility,
}) => {
  await facility.settings({ motorMs: 60_000 });
  await atList(page, facility);
  await openButton(page, 'B204').click();
  await expect(sheet(page)).toHaveAccessibleName('B204');
  await expect(page.getByRole('heading', { level: 1, name: 'B204' })).toBeFocused();
  await expect(page.locator('.doors')).toHaveAttribute('inert', '');
  await expect.poll(() => commands(facility)).toBe(1);
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toHaveCount(0);
  await expect(openButton(page, 'B204')).toBeFocused();
  await expect(cards(page).filter({ hasText: 'B204' })).toContainText(messages().unlock.states.sending);

  // Another door can be opened meanwhile; Back closes the sheet and not the list.
  await openButton(page, 'Building B Door').click();
  await expect.poll(() => commands(facility)).toBe(2);
  await page.goBack();
  await expect(sheet(page)).toHaveCount(0);
  await expect(page).toHaveURL(/\/doors$/);
  await facility.advance(60);
  for (const name of ['B204', 'Building B Door']) {
    await expect(cards(page).filter({ hasText: name })).toContainText(safety().opened);
    await expect(openButton(page, name)).toHaveCount(0);
  }
  expect(await facility.openings()).toHaveLength(2);
});

test('keeps an outcome that nobody has read through a refresh, until the door is visited', async ({
  page,
  facility,
}) => {
  await facility.settings({ motorMs: 60_000 });
  await atList(page, facility);
  await facility.motor('lock', await facility.lockOf('B204'), 'jammed');
  await openButton(page, 'B204').click();
  await expect.poll(() => commands(facility)).toBe(1);
  await goToDoors(page);
  await facility.advance(60);
  const card = cards(page).filter({ hasText: 'B204' });
  await expect(card).toContainText(safety().jammed);
  await page.getByRole('button', { name: messages().doors.refresh }).click();
  await expect.poll(() => facility.count('GET', /tenant\/access/)).toBeGreaterThan(1);
  await expect(card).toContainText(safety().jammed);
  await goToDoor(page, 'B204');
  await expect(status(page)).toContainText(safety().jammed);
  await goToDoors(page);
  await expect(card).toContainText(messages().doors.permitted);
});

test('makes no command when a press slides off the button or scrolls the list', async ({ page, context, facility }) => {
  await atList(page, facility);
  const box = await openButton(page, 'B204').boundingBox();
  const [x, y] = [(box?.x ?? 0) + 20, (box?.y ?? 0) + 20];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 200, y);
  await page.mouse.up();
  const touch = await context.newCDPSession(page);
  const at = (type: string, points: { x: number; y: number }[]) =>
    touch.send('Input.dispatchTouchEvent', { type: type as 'touchStart', touchPoints: points });
  await at('touchStart', [{ x, y }]);
  for (let moved = 20; moved <= 160; moved += 20) await at('touchMove', [{ x, y: y - moved }]);
  await at('touchEnd', []);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  // A press after it is the only command.
  await openButton(page, 'Building B Door').click();
  await expect(status(page)).toContainText(safety().opened);
  expect(await commands(facility)).toBe(1);
});

test('opens with one press after the start, without loading code', async ({ page, facility }) => {
  await atList(page, facility);
  const requested: string[] = [];
  page.on('request', (request) => requested.push(new URL(request.url()).pathname));
  await openButton(page, 'B204').click();
  await expect(status(page)).toContainText(safety().opened);
  expect(await commands(facility)).toBe(1);
  expect(requested.filter((path) => /\.(js|css)$/.test(path))).toEqual([]);
});

test('leaves an open door by Done, and the card goes on saying that it is open', async ({ page, facility }) => {
  await atList(page, facility);
  await openButton(page, 'B204').click();
  await expect(doneButton(page)).toBeEnabled();
  await doneButton(page).click();
  await expect(sheet(page)).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'B204', exact: true })).toBeFocused();
  await expect(cards(page).filter({ hasText: 'B204' })).toContainText(safety().opened);
});

test('a pinned door stands first, after a reload too, until sign-out', async ({ page, facility }) => {
  await atList(page, facility);
  await goToDoor(page, 'C101');
  const pin = page.getByRole('button', { name: messages().doors.pin({ name: 'C101' }) });
  await pin.click();
  await expect(pin).toHaveAttribute('aria-pressed', 'true');
  await goToDoors(page);
  await expect(cards(page).first()).toContainText('C101');
  await page.reload();
  await expect(cards(page).first()).toContainText('C101');
});

test('the filter shows only the doors that may be opened now', async ({ page, facility }) => {
  await atList(page, facility, phones.everyState);
  await page.getByRole('checkbox', { name: messages().doors.onlyPermitted }).check();
  const count = await cards(page).count();
  expect(count).toBeGreaterThan(0);
  await expect(page.getByRole('button', { name: /^Open / })).toHaveCount(count);
});

test.describe('on a wide screen', () => {
  test.use({ viewport: { width: 1280, height: 800 }, isMobile: false, hasTouch: false });

  test('shows list and door side by side, and the pressed button keeps the focus', async ({ page, facility }) => {
    await facility.settings({ motorMs: 60_000 });
    await atList(page, facility);
    await openButton(page, 'B204').click();
    const pane = page.getByRole('region', { name: 'B204' });
    await expect(pane).toBeVisible();
    await expect(page.locator('.doors').getByRole('button', { name: 'Open B204' })).toBeFocused();
    await expect(sheet(page)).toHaveCount(0);
    await page.getByRole('link', { name: 'C101', exact: true }).click();
    await expect(page.getByRole('region', { name: 'C101' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'C101', exact: true })).toHaveAttribute('aria-current', 'true');
    await expect(cards(page).filter({ hasText: 'B204' })).toContainText(messages().unlock.states.sending);
  });
});

test.describe('at 320 px with text at 200 %', () => {
  test.use({ viewport: { width: 320, height: 640 }, textScale: 2 });

  test('the word of each outcome fits on one line, at 40 px or more, in every language, and covers no sentence', async ({
    page,
    facility,
  }) => {
    await atList(page, facility);
    await facility.fault({ route: 'POST /gateway/locks/:id/open', status: 423, body: { outcome: 'jammed' } });
    await openButton(page, 'B204').click();
    const word = page.locator('.unlock-word');
    await expect(word).toHaveText(messages().unlock.words['not-opened']);
    // The sentences scroll; nothing lies over them.
    const overlap = await page.locator('.unlock-text').evaluate((text) => text.scrollHeight - text.clientHeight);
    expect(overlap).toBeLessThan(2);
    for (const language of ALL_LANGUAGES) {
      for (const text of Object.values(messagesOf(language).unlock.words)) {
        const { size, isCut } = await word.evaluate((element, shown) => {
          element.textContent = shown;
          const range = document.createRange();
          range.selectNodeContents(element);
          const { left, right } = range.getBoundingClientRect();
          const isCut = left < 0 || right > innerWidth || range.getClientRects().length > 1;
          return { size: Number.parseFloat(getComputedStyle(element).fontSize), isCut };
        }, text);
        expect(size).toBeGreaterThanOrEqual(40);
        expect(isCut, `${language}: ${text}`).toBe(false);
      }
    }
    // React owns the text again.
    await page.reload();
  });
});
