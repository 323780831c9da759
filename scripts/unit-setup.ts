import fc from 'fast-check';
import { afterEach, beforeEach, expect, vi } from 'vitest';

// Unit tests render in English; end-to-end tests run in each language.
if (typeof document !== 'undefined') {
  const { loadSignedInMessages, setLocale } = await import('#i18n');
  await loadSignedInMessages();
  await setLocale('en');
  const { cleanup, configure } = await import('@testing-library/react');
  // A long timeout, for busy machines. Ms.
  configure({ asyncUtilTimeout: 15_000 });
  // Unmounts, because React would keep rendering in the next test's document.
  afterEach(cleanup);
  // jsdom has the element `dialog`, but cannot open or close it.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    if (!this.open) return;
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
}

/*
 * Property tests use a fixed seed, so that a failure is caused by a change and can be reproduced. `FC_SEED=7 npm run unit`
 * uses another seed, `FC_SEED=random` a new one for each property. A failing property prints its seed and the smallest case:
 * add that case to its `examples`.
 */
const seed = process.env.FC_SEED ?? '2026';
if (seed !== 'random') {
  if (!/^-?\d+$/.test(seed)) throw new Error(`FC_SEED must be a whole number or "random", not "${seed}".`);
  fc.configureGlobal({ seed: Number(seed) });
}

/** Unexpected console errors and warnings fail a test, as in end-to-end tests. */
let consoleMessages: string[] = [];

beforeEach(() => {
  consoleMessages = [];
  for (const level of ['error', 'warn'] as const) {
    vi.spyOn(console, level).mockImplementation(
      (...args: unknown[]) => void consoleMessages.push(args.map(String).join(' ')),
    );
  }
});

afterEach(() => {
  expect(consoleMessages, 'unexpected console errors and warnings').toEqual([]);
});
