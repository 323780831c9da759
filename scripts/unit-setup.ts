import fc from 'fast-check';
import { afterEach, beforeEach, expect, vi } from 'vitest';

// Components are in English in unit tests; end-to-end tests run in each language.
if (typeof document !== 'undefined') {
  const { loadSignedInMessages, setLocale } = await import('#i18n');
  await loadSignedInMessages();
  await setLocale('en');
  const { cleanup, configure } = await import('@testing-library/react');
  // How long a condition may take to come true, on a machine that is busy with something else. Ms.
  configure({ asyncUtilTimeout: 15_000 });
  // What a test has rendered goes with it: React would go on in the document of the next one.
  afterEach(cleanup);
}

/*
 * Property tests draw the same cases in every run, on every machine: a run fails because of a change, never because of
 * the draw, and whoever looks into it sees the same failure. `FC_SEED=7 npm run unit` draws others; `FC_SEED=random` draws
 * new ones for each property. A property that fails prints its seed and the smallest case: keep that case in its `examples`.
 */
const seed = process.env.FC_SEED ?? '2026';
if (seed !== 'random') {
  if (!/^-?\d+$/.test(seed)) throw new Error(`FC_SEED is a whole number or "random", and not "${seed}".`);
  fc.configureGlobal({ seed: Number(seed) });
}

/** A complaint on the console that a test did not ask for fails it, as it does end to end. */
let complaints: string[] = [];

beforeEach(() => {
  complaints = [];
  for (const level of ['error', 'warn'] as const) {
    vi.spyOn(console, level).mockImplementation(
      (...args: unknown[]) => void complaints.push(args.map(String).join(' ')),
    );
  }
});

afterEach(() => {
  expect(complaints, 'what was complained about on the console').toEqual([]);
});
