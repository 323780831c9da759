import { connect, type Socket } from 'node:net';
import { error as errors, Session, WebDriver } from 'selenium-webdriver';
import type { Command } from 'selenium-webdriver/lib/command.js';

/** Marionette's names of the commands that the rules use, by Selenium's names. */
const NAMES: Readonly<Record<string, string>> = {
  get: 'Navigate',
  goBack: 'Back',
  refresh: 'Refresh',
  getCurrentUrl: 'GetCurrentURL',
  executeScript: 'ExecuteScript',
  executeAsyncScript: 'ExecuteAsyncScript',
  clickElement: 'ElementClick',
  clearElement: 'ElementClear',
  sendKeysToElement: 'ElementSendKeys',
  actions: 'PerformActions',
  getCurrentWindowHandle: 'GetWindowHandle',
  getWindowHandles: 'GetWindowHandles',
  switchToWindow: 'SwitchToWindow',
  newWindow: 'NewWindow',
  close: 'CloseWindow',
  screenshot: 'TakeScreenshot',
  setTimeout: 'SetTimeouts',
};

type Reply = readonly [type: 1, id: number, failure: { error: string; message: string } | null, result: unknown];
type Waiting = { resolve(result: unknown): void; reject(reason: unknown): void };

/**
 * WebDriver over Firefox's own remote protocol (Marionette), so that no geckodriver is needed. A message is its length in
 * bytes, a colon, and JSON.
 */
export async function driveMarionette(
  port: number,
  capabilities: object,
): Promise<{ driver: WebDriver; quit(): Promise<void> }> {
  const connection = await open(port);
  const session = (await connection.send('WebDriver:NewSession', capabilities)) as {
    sessionId: string;
    capabilities: object;
  };
  const executor = {
    execute: (command: Command) => {
      const name = NAMES[command.getName()];
      if (!name) throw new Error(`marionette.ts has no name for "${command.getName()}".`);
      const { sessionId: _, id, ...parameters } = command.getParameters() as Record<string, unknown>;
      return connection.send(`WebDriver:${name}`, id === undefined ? parameters : { ...parameters, id: plainId(id) });
    },
  };
  const driver = new WebDriver(new Session(session.sessionId, session.capabilities), executor);
  return { driver, quit: async () => void (await connection.send('Marionette:Quit', { flags: ['eForceQuit'] })) };
}

async function open(port: number) {
  const socket = connect(port, '127.0.0.1');
  const waiting = new Map<number, Waiting>();
  const greeted = new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    listen(socket, (message) => {
      // The first message is a greeting.
      if (!Array.isArray(message)) return resolve();
      const [, id, failure, result] = message as unknown as Reply;
      const request = waiting.get(id);
      waiting.delete(id);
      if (failure) request?.reject(errorOf(failure));
      else request?.resolve(plainResult(result));
    });
  });
  const lost = () => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox has closed the connection.'));
    waiting.clear();
  };
  socket.on('error', lost).on('close', lost);
  await greeted;
  let last = 0;
  const send = (name: string, parameters: object) =>
    new Promise<unknown>((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      const text = JSON.stringify([0, id, name, parameters]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  return { send };
}

function listen(socket: Socket, onMessage: (message: unknown) => void): void {
  let bytes = Buffer.alloc(0);
  socket.on('data', (more) => {
    bytes = Buffer.concat([bytes, more]);
    for (;;) {
      const colon = bytes.indexOf(':');
      const end = colon + 1 + Number(bytes.subarray(0, Math.max(colon, 0)));
      if (colon < 0 || bytes.length < end) return;
      onMessage(JSON.parse(bytes.subarray(colon + 1, end).toString()));
      bytes = bytes.subarray(end);
    }
  });
}

/** Selenium passes an element as the object of the WebDriver standard; Marionette expects only the id in it. */
function plainId(element: unknown): unknown {
  return element !== null && typeof element === 'object' ? Object.values(element)[0] : element;
}

/** Some responses are wrapped in `value`. */
function plainResult(result: unknown): unknown {
  return result !== null && typeof result === 'object' && 'value' in result ? result.value : result;
}

function errorOf({ error, message }: { error: string; message: string }): Error {
  return new errors.WebDriverError(`${error}: ${message}`);
}
