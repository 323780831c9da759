import type { WebDriver } from 'selenium-webdriver';
import { startFirefox } from './firefox.ts';
import { startWebKit } from './webkit.ts';

/** A running browser. */
export type Engine = { readonly driver: WebDriver; close(): Promise<void> };

export type How = {
  /** Cookies and everything else that a page may store are refused. */
  readonly isStorageBlocked: boolean;
};

/** The browser of this run, as scripts/test-engines.mjs found it. */
export function startEngine(how: How): Promise<Engine> {
  const { ENGINE, ENGINE_PATH } = process.env;
  if (!ENGINE_PATH) throw new Error('No browser is named: run "npm run test:engines".');
  return ENGINE === 'firefox' ? startFirefox(ENGINE_PATH, how) : startWebKit(ENGINE_PATH, how);
}
