import type { Authorize, DialectReader, Transport } from '#api';
import type { RuntimeConfig } from '#config';
import type { AccessList } from '#model';
import type { Opener, OpenerParts } from './opener.ts';
import type { SignIn } from './sign-in.ts';

/** A system as its folder offers it: what is known of its server before one is named, and how to make the rest. */
export type SystemDefinition = {
  /** As `config.system` names it. */
  readonly id: string;
  /** Puts a credential on a request to this system. */
  readonly authorize: Authorize;
  /** How it writes its errors. */
  readonly dialect: DialectReader;
  /** Where its server says whether it is well, without a credential; null where it does not. */
  readonly healthPath: string | null;
  readonly connect: (parts: SystemParts) => System;
};

export type SystemParts = {
  readonly config: RuntimeConfig;
  /** The way to its API. */
  readonly transport: Transport;
};

/** What a system that opens doors for tenants can do for this app. What it cannot do is null, and the pages do without. */
export type System = {
  readonly signIn: SignIn;
  /** Tells the system that this subject's credential is done with. Throws ApiProblem; it is done with here all the same. */
  readonly signOut: ((subject: string) => Promise<void>) | null;
  readonly access: Access;
  /** Null where the system keeps its own log. */
  readonly reports: Reports | null;
  /**
   * Ways to open a door that only this system has, each in place of what `opener.kind` of the configuration names: `none` is
   * the one that opens where the operator named no other.
   */
  readonly openers: Readonly<Partial<Record<OpenerName, (parts: OpenerParts) => Opener>>>;
  /** Loads the code for what comes after the first page. Rejects without a network, and may be asked again then. */
  readonly prepare: () => Promise<unknown>;
};

type OpenerName = RuntimeConfig['opener']['kind'];

/** The doors of a person. */
export type Access = {
  /**
   * All doors of this subject (`tenantKey`). Where they come in pages, `onFirstPage` is given the first as soon as it is
   * there. Throws ApiProblem.
   */
  readonly fetch: (
    subject: string,
    signal: AbortSignal,
    onFirstPage?: (doors: AccessList) => void,
  ) => Promise<AccessList>;
  /** The limit that `fetch` counts against, for the countdown. */
  readonly scope: string;
  /** Forgets what was kept to ask "has it changed?"; for sign-out. */
  readonly forget: () => void;
};

/** Telling the system what happened at a door. */
export type Reports = {
  /** Sends it as the tenant who did it, and not at all as anybody else. Throws ApiProblem. */
  readonly send: (report: Report, signal?: AbortSignal) => Promise<void>;
  /** The limit that reports of this tenant count against. */
  readonly scope: (tenantId: string) => string;
};

export type Report = {
  readonly target: { readonly kind: 'lock' | 'entry-point'; readonly id: string };
  readonly happening: Happening;
  /** RFC 3339 date-time on the server's clock. */
  readonly happenedAt: string;
  readonly reason: string | null;
  /** The same on every try. */
  readonly idempotencyKey: string;
  readonly tenantId: string;
  /** Who did it (`tenantKey`). */
  readonly subject: string;
};

export type Happening = 'open_successful' | 'open_failure' | 'open_blocked' | 'open_unconfirmed';
