import { formattingTag, type LanguageCode } from './languages.ts';

/** One text for each plural category that the language has. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** What messages need in order to show numbers. */
export type MessageFormat = {
  number(value: number): string;
  plural(count: number, forms: PluralForms): string;
};

/** `tag` is BCP 47: numbers and dates are formatted by it. */
export type LocaleFormat = MessageFormat & { readonly tag: string };

/**
 * Creates each formatter on first use, because that takes longer than the rest of the first page, which needs none.
 *
 * @param preferred the browser's languages as BCP 47 tags, best first
 */
export function createLocaleFormat(code: LanguageCode, preferred: () => readonly string[]): LocaleFormat {
  let tag: string | undefined;
  let numbers: Intl.NumberFormat | undefined;
  let plurals: Intl.PluralRules | undefined;
  return {
    get tag() {
      tag ??= formattingTag(code, preferred());
      return tag;
    },
    number(value) {
      numbers ??= new Intl.NumberFormat(this.tag);
      return numbers.format(value);
    },
    plural(count, forms) {
      plurals ??= new Intl.PluralRules(code);
      return forms[plurals.select(count)] ?? forms.other;
    },
  };
}
