import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';

/** The rules of WCAG 2.2, levels A and AA, as far as a machine can tell. */
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

/** The page as it stands breaks none of the accessibility rules. */
export async function isSound(page: Page): Promise<void> {
  expect(await brokenRules(page)).toEqual([]);
}

/** Which of the accessibility rules the page breaks as it stands, and where. */
export async function brokenRules(page: Page): Promise<string[]> {
  // Somewhere else than in the app there is nothing of ours to judge.
  if (!/^https?:/.test(page.url())) return [];
  // Once a document: to read the script takes longer than to judge the page. In the page itself, with the frames of its own.
  for (const frame of page.frames()) {
    if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(SCRIPT);
  }
  const { violations } = await page.evaluate(
    (options) => (window as unknown as { axe: Axe }).axe.run(document, options),
    { resultTypes: ['violations'], runOnly: { type: 'tag', values: RULES } },
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
