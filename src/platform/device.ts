import type { Listenable } from './listen.ts';

/**
 * Browser APIs that only some pages need; absent where the browser lacks them. Each has a wrapper in this folder that is
 * loaded with the page that calls it: `indexedRecords`, `createChannel`, `createTabLock`, `receiveCode`, `vibrate`,
 * `copyText`, `isCrossOriginFramed`, `isReload`, `deferUnloadErrors`.
 */
export type Device = {
  readonly indexedDB?: IDBFactory | undefined;
  readonly BroadcastChannel?: (new (name: string) => BroadcastChannel) | undefined;
  readonly navigator: Partial<Pick<Navigator, 'locks' | 'credentials' | 'vibrate' | 'userActivation' | 'clipboard'>>;
  /** Present where `navigator.credentials` supports WebOTP. */
  readonly OTPCredential?: unknown;
  readonly performance: Pick<Performance, 'getEntriesByType'>;
  /** The window itself outside a frame. */
  readonly parent: Window;
  readonly location: Pick<Location, 'origin'>;
} & Listenable;
