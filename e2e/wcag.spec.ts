import type { Page } from '@playwright/test';
import { messagePattern, messages } from './support/messages.ts';
import { expectNoHorizontalOverflow } from './support/overflow.ts';
import {
  askForCode,
  enterCode,
  goTo,
  goToDoor,
  goToDoors,
  openButton,
  phones,
  signIn,
  status,
} from './support/steps.ts';
import { expect, test } from './support/test.ts';

/* WCAG 2.2 criteria that axe cannot check: see docs/accessibility.md. */

/** Asserts that every tab stop is at least partly visible (2.4.11). */
async function expectTabStopsVisible(page: Page): Promise<void> {
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    scrollTo(0, 0);
  });
  const seen = new Set<string>();
  for (let stop = 0; stop < 60; stop++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const { left, top, width, height } = element.getBoundingClientRect();
      const parts = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [left + width * x, top + height * y]));
      const isSeen = parts.some(([x = 0, y = 0]) => {
        const top = document.elementFromPoint(x, y);
        return top !== null && (element.contains(top) || top.contains(element));
      });
      return { name: element.outerHTML.slice(0, 120), isSeen };
    });
    // After the last element the focus leaves the page once, then continues at its start.
    if (found === null) continue;
    if (seen.has(found.name)) break;
    seen.add(found.name);
    expect(found.isSeen, `covered: ${found.name}`).toBe(true);
  }
  // The page of a door has a way back and the Open button.
  expect(seen.size).toBeGreaterThanOrEqual(2);
}

test.describe('at 320 px with text at 200 %', () => {
  test.use({ viewport: { width: 320, height: 480 }, textScale: 2 });

  test('never covers the focused element', async ({ page, context, facility }) => {
    await page.goto('/sign-in');
    await expect(page.getByRole('button', { name: messages().signIn.sendCode })).toBeVisible();
    await expectTabStopsVisible(page);
    await askForCode(page, phones.oneAccount);
    await expectTabStopsVisible(page);
    await enterCode(page, await facility.code(phones.oneAccount));
    await expect(page.getByRole('link', { name: 'B204', exact: true })).toBeVisible();
    await expectTabStopsVisible(page);
    await goToDoor(page, 'B204');
    await expectTabStopsVisible(page);
    await facility.fault({ route: 'POST /gateway/locks/:id/open', status: 423, body: { outcome: 'jammed' } });
    await openButton(page, 'B204').click();
    await expect(status(page)).toContainText(messages().unlock.states.jammed);
    await expectTabStopsVisible(page);
    await context.setOffline(true);
    await expect(page.getByRole('region', { name: messages().app.offlineTitle })).toBeVisible();
    await expectTabStopsVisible(page);
  });
});

test('cuts off no text with the spacing of 1.4.12', async ({ page, facility }) => {
  await signIn(page, facility, phones.oneAccount);
  await goToDoor(page, 'C101');
  // A constructed style sheet, because the page's Content-Security-Policy blocks style elements.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { overflowX, overflowY, clip, position, visibility } = getComputedStyle(element);
        if (position === 'absolute' || clip !== 'auto' || visibility === 'hidden') return false;
        const cutsX = overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1;
        return cutsX || (overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1);
      })
      .map((element) => element.outerHTML.slice(0, 100)),
  );
  expect(cut).toEqual([]);
  await expectNoHorizontalOverflow(page);
});

test('draws a border around interactive elements in forced colours', async ({ page, facility }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await signIn(page, facility, phones.oneAccount);
  await expect(page.getByRole('listitem').first().locator('.card')).toHaveCSS('border-top-width', '2px');
  await expect(openButton(page, 'B204')).toHaveCSS('border-top-style', 'solid');
  await goToDoor(page, 'B204');
  await expect(openButton(page, 'B204')).toHaveCSS('border-top-style', 'solid');
  await openButton(page, 'B204').click();
  await expect(status(page)).toContainText(messages().unlock.states.openedNext);
});

test('runs no animation with reduced motion, and announces every state', async ({ page, facility }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await facility.settings({ motorMs: 60_000 });
  await signIn(page, facility, phones.oneAccount);
  await goToDoor(page, 'B204');
  await openButton(page, 'B204').click();
  await expect(status(page)).toContainText(messages().unlock.states.waiting);
  const moving = await page.evaluate(
    () => document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 1).length,
  );
  expect(moving).toBe(0);
  await expect.poll(() => facility.count('POST', /^\/gateway\//)).toBe(1);
  await facility.advance(60);
  await expect(status(page)).toHaveText(messagePattern('unlock.states.opened'));
});

test('includes the visible text of a button in its accessible name', async ({ page, facility }) => {
  await signIn(page, facility, phones.oneAccount);
  await goToDoor(page, 'B204');
  const wrong = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button[aria-label], a[aria-label]')]
      .filter((element) => element.checkVisibility())
      .filter((element) => !element.getAttribute('aria-label')?.includes(element.innerText.trim()))
      .map((element) => element.outerHTML),
  );
  expect(wrong).toEqual([]);
});

test('moves the focus to the next field or heading', async ({ page, facility }) => {
  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  // After an invalid entry, the field has the focus.
  await page.getByRole('button', { name: messages().signIn.sendCode }).click();
  await expect(page.getByRole('textbox', { name: messages().signIn.phoneNumber })).toBeFocused();
  await askForCode(page, phones.oneAccount);
  await expect(page.getByRole('textbox', { name: messages().signIn.code })).toBeFocused();
  await enterCode(page, '000000');
  await expect(page.getByText(messages().signIn.codeErrors.wrong)).toBeVisible();
  await expect(page.getByRole('textbox', { name: messages().signIn.code })).toBeFocused();
  await enterCode(page, await facility.code(phones.oneAccount));
  // After a navigation, the new heading has the focus.
  await expect(page.getByRole('heading', { level: 1, name: messages().doors.title })).toBeFocused();
  await goToDoor(page, 'B204');
  await expect(page.getByRole('heading', { level: 1, name: 'B204' })).toBeFocused();
  // After a press, the button keeps the focus, and the status region announces the result.
  await openButton(page, 'B204').click();
  await expect(status(page)).toContainText(messages().unlock.states.openedNext);
  await expect(openButton(page, 'B204')).toBeFocused();
});

test('scrolls to the top after a navigation, and keeps the place of the list under a door', async ({
  page,
  facility,
}) => {
  await signIn(page, facility, phones.everyState);
  await page.setViewportSize({ width: 320, height: 400 });
  const far = page.getByRole('main').getByRole('link', { name: 'S13 unrentable', exact: true });
  await far.scrollIntoViewIfNeeded();
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(300);
  const place = await page.evaluate(() => scrollY);
  await goToDoor(page, 'S13 unrentable');
  await goToDoors(page);
  expect(await page.evaluate(() => scrollY)).toBe(place);
  await goTo(page, 'help');
  await expect(page.getByRole('heading', { name: messages().help.title })).toBeVisible();
  expect(await page.evaluate(() => scrollY)).toBe(0);
});
