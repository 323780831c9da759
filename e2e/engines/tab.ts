import { Key, type WebDriver, type WebElement } from 'selenium-webdriver';
import { soon } from './soon.ts';

/**
 * Finds what a person would: something that shows, by what it is called or what it says. The picture of the last visit,
 * which shows until the app has come, does not count.
 */
const FIND = `
  const [selector, text] = arguments;
  const nameOf = (element) =>
    element.getAttribute('aria-label') ?? (element.labels?.[0] ?? element).textContent.trim();
  return [...document.querySelectorAll(selector)].find(
    (element) => element.checkVisibility() && !element.closest('#starting') && (text === null || nameOf(element) === text),
  ) ?? null`;

/** Firefox passes through an empty page on its way to another one. */
const IS_THERE = `return !window.isLeft && location.protocol !== 'about:' && document.readyState === 'complete'`;

/** One tab of the browser, as a person uses it. Each call brings it to the front. */
export class Tab {
  constructor(
    readonly driver: WebDriver,
    readonly handle: string,
    private readonly origin: string,
  ) {}

  async go(path: string): Promise<void> {
    await this.anew(() => this.driver.get(this.origin + path));
  }

  async reload(): Promise<void> {
    await this.anew(() => this.driver.navigate().refresh());
  }

  /** One step back, to a page with another path. It may be the very page that was left. */
  async back(): Promise<void> {
    const from = await this.path();
    await this.driver.navigate().back();
    await soon(`there is a page before ${from}`, async () => (await this.path()) !== from);
  }

  /** Follows an address as a link of the page would, and does not wait for what comes. */
  leaveFor(path: string): Promise<void> {
    // Later, so that the answer to this call is not lost with the page.
    return this.run('const [path] = arguments; setTimeout(() => location.assign(path), 0)', path);
  }

  button = (name: string) => this.find('button', name);
  link = (name: string) => this.find('a', name);
  field = (label: string) => this.find('input', label);

  /** Presses a button or follows a link, as soon as it is there. */
  async press(name: string): Promise<void> {
    const target = await this.find('button, a', name);
    await target.click();
  }

  /** Types into a field, which is empty. */
  async type(label: string, text: string): Promise<void> {
    const field = await this.field(label);
    await field.sendKeys(text);
  }

  /** Presses the Tab key once. */
  async tabOn(): Promise<void> {
    await this.driver.actions().sendKeys(Key.TAB).perform();
  }

  /** Waits for the first heading of the page. */
  isAt = async (title: string) => void (await this.find('h1', title));

  path = () => this.run<string>('return location.pathname');

  /** All that the page shows. */
  text = () => this.run<string>('return document.body.innerText');

  async says(text: string): Promise<void> {
    await soon(`the page says "${text}"`, async () => (await this.text()).includes(text));
  }

  /** Runs in the page; the body of a function. */
  async run<T>(body: string, ...values: readonly unknown[]): Promise<T> {
    await this.show();
    return this.driver.executeScript<T>(body, ...values);
  }

  /** The same for something that takes time: the body of an async function. */
  async runAsync<T>(body: string, ...values: readonly unknown[]): Promise<T> {
    await this.show();
    const script = `const done = arguments[arguments.length - 1];
      (async () => { ${body} })().then((value) => done({ value }), (error) => done({ error: String(error) }))`;
    const { value, error } = await this.driver.executeAsyncScript<{ value: T; error?: string }>(script, ...values);
    if (error !== undefined) throw new Error(error);
    return value;
  }

  /** Waits until another page is complete: engines differ in what they wait for by themselves, so they wait for nothing. */
  private async anew(leave: () => Promise<void>): Promise<void> {
    await this.run('window.isLeft = true');
    await leave();
    await soon('the page is complete', () => this.run(IS_THERE));
  }

  async show(): Promise<void> {
    await this.driver.switchTo().window(this.handle);
  }

  find(selector: string, text: string | null = null): Promise<WebElement> {
    return soon(`the page has ${selector} "${text ?? ''}"`, async () => {
      const found = await this.run<WebElement | null>(FIND, selector, text);
      if (!found) throw new Error(`${await this.path()} says ${JSON.stringify(await this.text())}`);
      return found;
    });
  }
}
