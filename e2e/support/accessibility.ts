import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import { still } from './still.ts';

/** The tags of axe rules for WCAG 2.2, levels A and AA. */
export const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const require = createRequire(import.meta.url);
const SCRIPT = readFileSync(
  createRequire(require.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
);

type Axe = {
  run(
    root: Document,
    options: object,
  ): Promise<{ violations: readonly { id: string; nodes: readonly { html: string }[] }[] }>;
};

/** Asserts that the page has no accessibility violations. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await accessibilityViolations(page)).toEqual([]);
}

/** The rules that the page violates, with the HTML of each element. */
export async function accessibilityViolations(page: Page): Promise<string[]> {
  // about:blank and similar pages are not part of the app.
  if (!/^https?:/.test(page.url())) return [];
  await still(page);
  // Injected once per document, because parsing axe takes longer than running it. axe checks only frames that have it.
  for (const frame of page.frames()) {
    if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(SCRIPT);
  }
  const { violations } = await page.evaluate(
    (options) => (window as unknown as { axe: Axe }).axe.run(document, options),
    { resultTypes: ['violations'], runOnly: { type: 'tag', values: RULES } },
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
