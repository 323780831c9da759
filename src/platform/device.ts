import type { Listenable } from './listen.ts';

/**
 * What only some pages need of a browser, as the browser has it: a member is missing where the browser lacks it. A function
 * beside this file makes of each what the app needs (`indexedRecords`, `createChannel`, `createTabLock`, `receiveCode`,
 * `vibrate`, `copyText`, `isCrossOriginFramed`, `isReload`, `deferUnloadErrors`), and is loaded with the page that calls it.
 */
export type Device = {
  readonly indexedDB?: IDBFactory | undefined;
  readonly BroadcastChannel?: (new (name: string) => BroadcastChannel) | undefined;
  readonly navigator: Partial<Pick<Navigator, 'locks' | 'credentials' | 'vibrate' | 'userActivation' | 'clipboard'>>;
  /** WebOTP: present where `navigator.credentials` reads codes out of text messages. */
  readonly OTPCredential?: unknown;
  readonly performance: Pick<Performance, 'getEntriesByType'>;
  /** The window around this one; the window itself where there is none. */
  readonly parent: Window;
  readonly location: Pick<Location, 'origin'>;
} & Listenable;
