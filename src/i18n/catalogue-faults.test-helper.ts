import { LANGUAGES, type LanguageCode } from './languages.ts';
import type { MessageFormat } from './locale-format.ts';

type Catalogue = (format: MessageFormat) => object;

export type MessageFacts = {
  /** Every text of the message, with `{name}` for a value and `{name, number}` for a formatted number. */
  readonly texts: readonly string[];
  /** Its parameters with their types: `{count: number} {name: string}`. */
  readonly values: string;
  /** The categories of each plural in it. */
  readonly plurals: readonly (readonly string[])[];
};

const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

/** The facts of each message by its path, such as `signIn.errors.empty`. */
export function inspectCatalogue(catalogue: Catalogue): ReadonlyMap<string, MessageFacts> {
  // A message is called once for each plural category, with the names of its values in place of the values.
  let category: Intl.LDMLPluralRule = 'other';
  const values = new Map<string, 'string' | 'number'>();
  const plurals: string[][] = [];
  const addNumber = (placeholder: unknown) => {
    const name = String(placeholder).slice(1, -1);
    values.set(name, 'number');
    return name;
  };
  const placeholders = new Proxy(
    {},
    {
      get(_target, name: string) {
        if (!values.has(name)) values.set(name, 'string');
        return `{${name}}`;
      },
    },
  );
  const format: MessageFormat = {
    number: (value) => `{${addNumber(value)}, number}`,
    plural(count, forms) {
      addNumber(count);
      plurals.push(Object.keys(forms));
      return forms[category] ?? forms.other;
    },
  };
  const factsOf = (message: unknown): MessageFacts => {
    values.clear();
    plurals.length = 0;
    const texts = CATEGORIES.map((each) => {
      category = each;
      return typeof message === 'function' ? String(message(placeholders)) : String(message);
    });
    const described = [...values].map(([name, type]) => `{${name}: ${type}}`).sort();
    return { texts: [...new Set(texts)], values: described.join(' '), plurals: [...plurals] };
  };
  return new Map(leavesOf(catalogue(format)).map(([path, message]) => [path, factsOf(message)]));
}

function leavesOf(tree: object, path = ''): [string, unknown][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? leavesOf(value, `${path}${key}.`) : [[path + key, value] as const],
  ) as [string, unknown][];
}

/** The faults of a translation, one sentence each. The type check finds some of them as well. */
export function catalogueFaults(language: LanguageCode, catalogue: Catalogue, english: Catalogue): string[] {
  const own = inspectCatalogue(catalogue);
  const expected = inspectCatalogue(english);
  const faults = [...own.keys()]
    .filter((path) => !expected.has(path))
    .map((path) => `${path} is no message of the app`);
  for (const [path, original] of expected) {
    const message = own.get(path);
    if (!message || message.texts.some((text) => text.trim() === '')) faults.push(`${path} is missing`);
    else faults.push(...messageFaults(language, message, original).map((fault) => `${path} ${fault}`));
  }
  return faults.map((fault) => `${language}: ${fault}`);
}

function messageFaults(language: LanguageCode, message: MessageFacts, original: MessageFacts): string[] {
  const faults: string[] = [];
  if (message.values !== original.values)
    faults.push(`takes ${message.values || 'nothing'}, and should take ${original.values || 'nothing'}`);
  const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const missing = needed.filter((category) => message.plurals.some((categories) => !categories.includes(category)));
  if (missing.length > 0) faults.push(`lacks the plural form ${missing.join(', ')}`);
  if (original.plurals.length > 0 && message.plurals.length === 0) faults.push('has no plural forms');
  // Without isolates a Latin name would reorder the text around it.
  if (LANGUAGES[language].direction === 'rtl') faults.push(...isolationFaults(message.texts));
  return faults;
}

function isolationFaults(texts: readonly string[]): string[] {
  const bare = texts.flatMap((text) =>
    [...text.replace(/[\u2066-\u2068]\{\w+\}\u2069/g, '').matchAll(/\{\w+\}/g)].map(([value]) => value),
  );
  return [...new Set(bare)].map((value) => `leaves ${value} without bidi isolates around it`);
}
