import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** The rules of WCAG 2.2, levels A and AA, as far as a machine can tell. */
export const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The page as it stands breaks none of the accessibility rules. */
export async function isSound(page: Page): Promise<void> {
  // Somewhere else than in the app there is nothing of ours to judge.
  if (!/^https?:/.test(page.url())) return;
  // In the page itself: the other mode opens a second page for each scan, for frames of other origins, of which there are none.
  const scan = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(RULES)
    .setLegacyMode();
  const { violations } = await scan.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
}
