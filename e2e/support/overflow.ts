import { expect, type Locator, type Page } from '@playwright/test';

/** Asserts that no element overflows the viewport horizontally. */
export async function expectNoHorizontalOverflow(page: Page): Promise<void> {
  expect(await overflowingElements(page), 'overflowing elements').toEqual([]);
}

/**
 * The HTML of each element that overflows the viewport horizontally. Measured against the viewport of the test, because
 * `innerWidth` and `clientWidth` of a mobile page grow with content that is too wide.
 */
export function overflowingElements(page: Page): Promise<string[]> {
  return page.evaluate((screen) => {
    const overflowing = [...document.querySelectorAll('body *')].filter((element) => {
      const { left, right, width, height } = element.getBoundingClientRect();
      // An svg clips its children.
      if (element instanceof SVGElement && element.ownerSVGElement) return false;
      const isBeyond = right > screen + 1 || left < -1;
      return width > 1 && height > 1 && isBeyond && getComputedStyle(element).visibility === 'visible';
    });
    return overflowing.map((element) => element.outerHTML.slice(0, 100));
  }, page.viewportSize()?.width ?? 0);
}

/** Asserts that a text is cut to at most this number of lines. */
export async function expectClampedTo(text: Locator, lines: number): Promise<void> {
  const { height, fullHeight, lineHeight } = await text.evaluate((element) => ({
    height: element.clientHeight,
    fullHeight: element.scrollHeight,
    lineHeight: Number.parseFloat(getComputedStyle(element).lineHeight),
  }));
  expect(height, 'height').toBeLessThanOrEqual(lines * lineHeight + 1);
  expect(fullHeight, 'full height').toBeGreaterThan(height);
}
