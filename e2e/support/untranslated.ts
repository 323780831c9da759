import type { Page } from '@playwright/test';

/** Elements whose text is not from the catalogues: names, texts of server and operator, untranslated data. */
const FOREIGN_TEXT = 'bdi, code, [dir="ltr"], [lang]:not(html), .brand, .faults, .help-exchanges, .help-report';

/** Texts and labels in Latin letters. An Arabic page has none when all its texts come from the catalogue. */
export function latinTextIn(page: Page): Promise<string[]> {
  return page.evaluate((foreign) => {
    const found: string[] = [];
    // Static HTML in several languages is outside of #root; so are dialogs, which are the app's.
    const shown = document.querySelectorAll('#root, dialog');
    for (const app of shown.length > 0 ? shown : [document.body]) {
      const texts = document.createTreeWalker(app, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const { parentElement, data } = texts.currentNode as Text;
        if (!parentElement?.closest(foreign)) found.push(data);
      }
      for (const element of app.querySelectorAll('[aria-label], [placeholder]')) {
        const { ariaLabel } = element;
        found.push(ariaLabel ?? '', element.getAttribute('placeholder') ?? '');
      }
    }
    // Values of messages are wrapped in isolates; the file name is never translated.
    const own = found.map((text) => text.replace(/\u2068[^\u2069]*\u2069|config\.json/g, ''));
    return own.filter((text) => /[a-z]{3,}/.test(text));
  }, FOREIGN_TEXT);
}
