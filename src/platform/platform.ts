import type { Clock } from './clock.ts';
import type { Device } from './device.ts';
import type { PageLocation } from './location.ts';
import type { OnlineState } from './online.ts';
import type { JsonStore } from './storage.ts';
import type { Visibility } from './visibility.ts';

/** A failure, without messages, bodies, tokens, personal data or URLs. */
export type ErrorReport = {
  /** The request and its result, or the error boundary and the error's name. */
  readonly name: string;
  /** Epoch ms by this device's clock. */
  readonly at: number;
};

/**
 * The browser APIs that the app uses instead of globals. main.tsx creates one and passes it down; the demo, the gallery,
 * prerendering and tests pass others.
 */
export type Platform = {
  readonly fetch: (address: string, init?: RequestInit) => Promise<Response>;
  /** localStorage: shared by all tabs. */
  readonly local: JsonStore;
  /** sessionStorage: of this tab, kept across reloads. */
  readonly tab: JsonStore;
  readonly clock: Clock;
  readonly location: PageLocation;
  readonly online: OnlineState;
  readonly visibility: Visibility;
  /** BCP 47 tags, best first. */
  readonly languages: () => readonly string[];
  /** IANA zone of times that have no zone of their own; the device's zone by default. */
  readonly timeZone?: string;
  /** Moves the focus, unless the page must not take it (the demo's phone frame). */
  readonly focus: (element: HTMLElement | null | undefined, options?: FocusOptions) => void;
  /** Called with each failure of the app or a server, for monitoring. A deployment may add one in main.tsx. */
  readonly reportError?: (report: ErrorReport) => void;
  readonly device: Device;
};
