import { expect, type Locator } from '@playwright/test';
import { type ProjectOptions, test } from './test.ts';

/* Input by touch or, in the keyboard project, by keys alone, so that the same flows test both. */

/** More tab stops than any screen has. */
const MAX_TAB_STOPS = 150;

/** Presses a button or follows a link. */
export async function press(target: Locator): Promise<void> {
  if (!usesKeyboard()) return target.click();
  await tabTo(target);
  // Unlike `click`, `press` does not wait until the target is enabled.
  await expect(target).toBeEnabled();
  await target.press('Enter');
}

/** Replaces the text of a field. */
export async function type(target: Locator, text: string): Promise<void> {
  if (!usesKeyboard()) return target.fill(text);
  await tabTo(target);
  const keyboard = target.page().keyboard;
  await keyboard.press('ControlOrMeta+a');
  await keyboard.press('Delete');
  await keyboard.type(text);
}

/** Presses Tab until the target has the focus. */
export async function tabTo(target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < MAX_TAB_STOPS; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await target.page().keyboard.press('Tab');
  }
  throw new Error(`the Tab key does not reach ${target}`);
}

function usesKeyboard(): boolean {
  return (test.info().project.use as Partial<ProjectOptions>).input === 'keyboard';
}
