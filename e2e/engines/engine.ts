import type { WebDriver } from 'selenium-webdriver';
import { startFirefox } from './firefox.ts';
import { startWebKit } from './webkit.ts';

/** A running browser. */
export type Engine = { readonly driver: WebDriver; close(): Promise<void> };

export type EngineOptions = {
  /** Blocks cookies and all other storage. */
  readonly isStorageBlocked: boolean;
};

/** Starts the browser that scripts/test-engines.mjs found. */
export function startEngine(options: EngineOptions): Promise<Engine> {
  const { ENGINE, ENGINE_PATH } = process.env;
  if (!ENGINE_PATH) throw new Error('ENGINE_PATH is not set: run "npm run test:engines".');
  return ENGINE === 'firefox' ? startFirefox(ENGINE_PATH, options) : startWebKit(ENGINE_PATH, options);
}
