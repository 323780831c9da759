import type { Page } from '@playwright/test';

/** Waits for the animations and transitions that end by themselves within a second, such as that of a sheet or a dialog. */
export async function still(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter(({ effect }) => Number(effect?.getComputedTiming().endTime) <= 1_000)
        // A canceled animation rejects.
        .map(({ finished }) => finished.catch(() => {})),
    ),
  );
}
