import { afterEach, beforeEach, expect, vi } from 'vitest';

// Components speak English in unit tests; each language has its own in e2e.
if (typeof document !== 'undefined') {
  const { needWordsInside, speak } = await import('#i18n');
  await needWordsInside();
  await speak('en');
}

/** A complaint on the console that a test did not ask for fails it, as it does end to end. */
let complaints: string[] = [];

beforeEach(() => {
  complaints = [];
  for (const level of ['error', 'warn'] as const) {
    vi.spyOn(console, level).mockImplementation(
      (...words: unknown[]) => void complaints.push(words.map(String).join(' ')),
    );
  }
});

afterEach(() => {
  expect(complaints, 'what was complained about on the console').toEqual([]);
});
