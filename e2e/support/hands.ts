import { expect, type Locator } from '@playwright/test';
import { test, type Ways } from './test.ts';

/*
 * How a test's person works the page: with a finger or, in the project that says so, with the keyboard alone. Flows press
 * and type through here, so that the same flows prove both.
 */

/** More stops than any screen of the flows has. */
const STOPS = 150;

/** Presses a button or follows a link. */
export async function press(target: Locator): Promise<void> {
  if (!byKeyboard()) return target.click();
  await reach(target);
  // A finger waits for that by itself.
  await expect(target).toBeEnabled();
  await target.press('Enter');
}

/** Replaces what stands in a field. */
export async function type(target: Locator, text: string): Promise<void> {
  if (!byKeyboard()) return target.fill(text);
  await reach(target);
  const keyboard = target.page().keyboard;
  await keyboard.press('ControlOrMeta+a');
  await keyboard.press('Delete');
  await keyboard.type(text);
}

/** Goes from where the focus is to the target, stop by stop, as the Tab key does. */
export async function reach(target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < STOPS; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await target.page().keyboard.press('Tab');
  }
  throw new Error(`the Tab key does not reach ${target}`);
}

function byKeyboard(): boolean {
  return (test.info().project.use as Partial<Ways>).hands === 'keyboard';
}
