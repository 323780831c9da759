import { expect, type Locator, type Page } from '@playwright/test';

/** Nothing reaches beyond the screen sideways. */
export async function fitsTheScreen(page: Page): Promise<void> {
  expect(await beyondTheScreen(page), 'what reaches beyond the screen').toEqual([]);
}

/**
 * What reaches beyond the screen sideways. Compared with the screen that the test asked for: a phone's own measures
 * (`innerWidth`, `clientWidth`) grow with what is too wide.
 */
export function beyondTheScreen(page: Page): Promise<string[]> {
  return page.evaluate((screen) => {
    const wide = [...document.querySelectorAll('body *')].filter((element) => {
      const { left, right, width, height } = element.getBoundingClientRect();
      // A drawing clips what is in it.
      if (element instanceof SVGElement && element.ownerSVGElement) return false;
      const isBeyond = right > screen + 1 || left < -1;
      return width > 1 && height > 1 && isBeyond && getComputedStyle(element).visibility === 'visible';
    });
    return wide.map((element) => element.outerHTML.slice(0, 100));
  }, page.viewportSize()?.width ?? 0);
}

/** A text takes so many lines at most, and more of it is not shown. */
export async function isCutTo(text: Locator, lines: number): Promise<void> {
  const { shown, whole, line } = await text.evaluate((element) => ({
    shown: element.clientHeight,
    whole: element.scrollHeight,
    line: Number.parseFloat(getComputedStyle(element).lineHeight),
  }));
  expect(shown, 'its height').toBeLessThanOrEqual(lines * line + 1);
  expect(whole, 'the height of all of it').toBeGreaterThan(shown);
}
