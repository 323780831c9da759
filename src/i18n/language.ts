import { plural, select } from '@messageformat/runtime';
import { useSyncExternalStore } from 'react';
import { type Direction, formattingTag, LANGUAGES, type LanguageCode } from './languages.ts';
import { type Compiled, loadBundle } from './load-words.ts';
import { locale } from './locale.ts';
import type { InsideWords } from './words/inside.ts';
import type { StartWords } from './words/start.ts';

export type Words = StartWords & InsideWords;

export type Language = {
  readonly code: LanguageCode;
  readonly direction: Direction;
  /** BCP 47: by which numbers and dates are formatted. */
  readonly tag: string;
  readonly start: StartWords;
  /** The words behind sign-in; null until they are needed. */
  readonly inside: Words | null;
};

/* A page speaks one language at a time, as it has one address; components follow it by `useLanguage`. */
let current: Language | null = null;
let needsInside = false;
/** The newest wish; what was asked for before it and comes later is dropped. */
let latest = 0;
const listeners = new Set<() => void>();

/** The language of the page. Throws before the first `speak` has ended: nothing is shown before. */
export function language(): Language {
  if (!current) throw new Error('no language has been loaded yet');
  return current;
}

/**
 * Loads a language and shows the page in it, direction and `lang` included. Rejects when it cannot be loaded; then the
 * page keeps the language it has.
 */
export async function speak(code: LanguageCode): Promise<void> {
  latest += 1;
  const wish = latest;
  const [start, inside] = await Promise.all([
    loadBundle('start', code),
    needsInside ? loadBundle('inside', code) : null,
  ]);
  if (wish !== latest) return;
  // Making the platform's formatters takes longer than all else here, and a first page needs none of them.
  const tag = once(() => formattingTag(code, locale().languages()));
  const started = put<StartWords>(start, code, tag);
  const more = inside && put<InsideWords>(inside, code, tag);
  show(made(code, tag, started, more && { ...started, ...more }));
  // Asked for in the meantime.
  if (needsInside && !inside) await needWordsInside();
}

/** Loads the words behind sign-in, in this language and in whichever comes after it. */
export async function needWordsInside(): Promise<void> {
  needsInside = true;
  while (current && !current.inside) {
    const before: Language = current;
    const tag = () => before.tag;
    const inside = put<InsideWords>(await loadBundle('inside', before.code), before.code, tag);
    if (current === before) show(made(before.code, tag, before.start, { ...before.start, ...inside }));
  }
}

/** The words of every screen. */
export function useWords(): StartWords {
  return useLanguage().start;
}

/** The words of the screens behind sign-in and of help as well; for what is loaded together with them. */
export function useWordsInside(): Words {
  return insideOf(useLanguage());
}

/** For what happens outside of a component: a toast, say. */
export function wordsNow(): Words {
  return insideOf(language());
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, language, language);
}

function made(code: LanguageCode, tag: () => string, start: StartWords, inside: Words | null): Language {
  return {
    code,
    direction: LANGUAGES[code].direction,
    get tag() {
      return tag();
    },
    start,
    inside,
  };
}

function insideOf({ inside }: Language): Words {
  if (!inside) throw new Error('the words behind sign-in have not been loaded');
  return inside;
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

function show(next: Language): void {
  current = next;
  // A build that renders a page ahead has no document.
  if (typeof document !== 'undefined') {
    document.documentElement.lang = next.code;
    document.documentElement.dir = next.direction;
  }
  for (const changed of [...listeners]) changed();
}

/** Gives the compiled messages what they need: the library's choice between forms, and the platform's rules and digits. */
function put<T>(compiled: Compiled, code: LanguageCode, tag: () => string): T {
  const rules = once(() => new Intl.PluralRules(code));
  const digits = once(() => new Intl.NumberFormat(tag()));
  const number = (_language: string, value: number, offset: number) => digits().format(value - offset);
  return compiled({ number, strictNumber: number, plural, select, cardinal: (value) => rules().select(value) }) as T;
}

/** The same, made when it is first wanted. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
