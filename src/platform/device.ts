import type { Listenable } from './listen.ts';

/**
 * Browser APIs that only some pages need; absent where the browser lacks them. Most have a wrapper in this folder that is
 * loaded with the page that calls it: `indexedRecords`, `createChannel`, `createTabLock`, `receiveCode`, `vibrate`,
 * `copyText`, `isCrossOriginFramed`, `isReload`, `deferUnloadErrors`. `src/unlock` uses `AudioContext` and `wakeLock`.
 */
export type Device = {
  readonly indexedDB?: IDBFactory | undefined;
  readonly BroadcastChannel?: (new (name: string) => BroadcastChannel) | undefined;
  readonly AudioContext?: (new () => AudioContext) | undefined;
  readonly navigator: Partial<
    Pick<Navigator, 'locks' | 'credentials' | 'vibrate' | 'userActivation' | 'clipboard' | 'wakeLock'>
  >;
  /** Present where `navigator.credentials` supports WebOTP. */
  readonly OTPCredential?: unknown;
  readonly matchMedia?: ((query: string) => MediaQueryList) | undefined;
  readonly performance: Pick<Performance, 'getEntriesByType'>;
  /** The window itself outside a frame. */
  readonly parent: Window;
  readonly location: Pick<Location, 'origin'>;
} & Listenable;
