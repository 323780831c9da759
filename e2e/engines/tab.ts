import { Key, type WebDriver, type WebElement } from 'selenium-webdriver';
import { waitFor } from './wait-for.ts';

/**
 * Finds a visible element by its label or text. Ignores the DOM snapshot of the last visit, which is shown until the app has
 * loaded.
 */
const FIND = `
  const [selector, text] = arguments;
  const nameOf = (element) =>
    element.getAttribute('aria-label') ?? (element.labels?.[0] ?? element).textContent.trim();
  return [...document.querySelectorAll(selector)].find(
    (element) => element.checkVisibility() && !element.closest('#starting') && (text === null || nameOf(element) === text),
  ) ?? null`;

/** Firefox shows about:blank between two pages. */
const IS_LOADED = `return !window.isStale && location.protocol !== 'about:' && document.readyState === 'complete'`;

/** One tab of the browser. Each call switches to it. */
export class Tab {
  constructor(
    readonly driver: WebDriver,
    readonly handle: string,
    private readonly origin: string,
  ) {}

  async go(path: string): Promise<void> {
    await this.waitForLoad(() => this.driver.get(this.origin + path));
  }

  async reload(): Promise<void> {
    await this.waitForLoad(() => this.driver.navigate().refresh());
  }

  /** Goes back to a page with another path, which may come from the back-forward cache. */
  async back(): Promise<void> {
    const from = await this.path();
    await this.driver.navigate().back();
    await waitFor(`a page before ${from}`, async () => (await this.path()) !== from);
  }

  /** Navigates as a link would, without waiting for the page. */
  startNavigation(path: string): Promise<void> {
    // In a timer, so that this call returns before the page is gone.
    return this.run('const [path] = arguments; setTimeout(() => location.assign(path), 0)', path);
  }

  button = (name: string) => this.find('button', name);
  link = (name: string) => this.find('a', name);
  field = (label: string) => this.find('input', label);

  /** Waits for a button or link and clicks it. */
  async press(name: string): Promise<void> {
    const target = await this.find('button, a', name);
    await target.click();
  }

  /** Types into an empty field. */
  async type(label: string, text: string): Promise<void> {
    const field = await this.field(label);
    await field.sendKeys(text);
  }

  /** Presses the Tab key once. */
  async pressTab(): Promise<void> {
    await this.driver.actions().sendKeys(Key.TAB).perform();
  }

  /** Waits for the level 1 heading. */
  waitForHeading = async (title: string) => void (await this.find('h1', title));

  path = () => this.run<string>('return location.pathname');

  /** The visible text of the page. */
  text = () => this.run<string>('return document.body.innerText');

  async waitForText(text: string): Promise<void> {
    await waitFor(`the page shows "${text}"`, async () => (await this.text()).includes(text));
  }

  /** Runs the body of a function in the page. */
  async run<T>(body: string, ...values: readonly unknown[]): Promise<T> {
    await this.show();
    return this.driver.executeScript<T>(body, ...values);
  }

  /** Runs the body of an async function in the page. */
  async runAsync<T>(body: string, ...values: readonly unknown[]): Promise<T> {
    await this.show();
    const script = `const done = arguments[arguments.length - 1];
      (async () => { ${body} })().then((value) => done({ value }), (error) => done({ error: String(error) }))`;
    const { value, error } = await this.driver.executeAsyncScript<{ value: T; error?: string }>(script, ...values);
    if (error !== undefined) throw new Error(error);
    return value;
  }

  /** Waits until the next page is complete. `pageLoadStrategy` disables the engines' own waiting, because it differs. */
  private async waitForLoad(leave: () => Promise<void>): Promise<void> {
    await this.run('window.isStale = true');
    await leave();
    await waitFor('the page is complete', () => this.run(IS_LOADED));
  }

  async show(): Promise<void> {
    await this.driver.switchTo().window(this.handle);
  }

  find(selector: string, text: string | null = null): Promise<WebElement> {
    return waitFor(`the page has ${selector} "${text ?? ''}"`, async () => {
      const found = await this.run<WebElement | null>(FIND, selector, text);
      if (!found) throw new Error(`${await this.path()} shows ${JSON.stringify(await this.text())}`);
      return found;
    });
  }
}
