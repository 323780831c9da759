import type { Page } from '@playwright/test';

/** What is not the app's to say: names, what a server or an operator wrote, and what is the same in every language. */
const OF_OTHERS = 'bdi, code, [dir="ltr"], [lang]:not(html), .brand, .faults, .help-exchanges, .help-report';

/**
 * Texts and names on the page that are written in Latin letters, but for what is not the app's to say. On a page in
 * Arabic there are none, where all that it says comes from the catalogue.
 */
export function latinTextIn(page: Page): Promise<string[]> {
  return page.evaluate((others) => {
    const said: string[] = [];
    // What stands beside it was in the page before there was any language.
    const app = document.querySelector('#root') ?? document.body;
    const texts = document.createTreeWalker(app, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { parentElement, data } = texts.currentNode as Text;
      if (!parentElement?.closest(others)) said.push(data);
    }
    for (const element of app.querySelectorAll('[aria-label], [placeholder]')) {
      const { ariaLabel } = element;
      said.push(ariaLabel ?? '', element.getAttribute('placeholder') ?? '');
    }
    // What a message was given stands in isolates; a file is called the same everywhere.
    const own = said.map((text) => text.replace(/\u2068[^\u2069]*\u2069|config\.json/g, ''));
    return own.filter((text) => /[a-z]{3,}/.test(text));
  }, OF_OTHERS);
}
