import type { Clock } from './clock.ts';
import type { Device } from './device.ts';
import type { PageLocation } from './location.ts';
import type { OnlineState } from './online.ts';
import type { JsonStore } from './storage.ts';
import type { Visibility } from './visibility.ts';

/** One failure, without messages, bodies, tokens, names of people or addresses. */
export type ErrorReport = {
  /** What failed: the request and what came back, or the part of the page and the kind of error. */
  readonly name: string;
  /** Epoch ms by this device's clock. */
  readonly at: number;
};

/**
 * The browser, as the app sees it. One is made where the app starts and handed down; the demo, the gallery, the prerendered
 * page and tests pass another one. Nothing of the app reads or replaces a global of the browser beside it.
 */
export type Platform = {
  readonly fetch: (address: string, init?: RequestInit) => Promise<Response>;
  /** Shared by all tabs, survives the browser. */
  readonly local: JsonStore;
  /** This tab's own, survives a reload. */
  readonly tab: JsonStore;
  readonly clock: Clock;
  readonly location: PageLocation;
  readonly online: OnlineState;
  readonly visibility: Visibility;
  /** BCP 47 tags, best first. */
  readonly languages: () => readonly string[];
  /** IANA name of the zone in which times are told that have none of their own; absent for the device's. */
  readonly timeZone?: string;
  /** Moves the focus, where the page may take it. */
  readonly focus: (element: HTMLElement | null | undefined, options?: FocusOptions) => void;
  /**
   * Told of each failure that only this app or a server can have caused, for an operator's monitoring. Off where it is
   * absent, as it is unless a deployment passes one in main.tsx.
   */
  readonly reportError?: (report: ErrorReport) => void;
  /** What only some pages need. */
  readonly device: Device;
};
