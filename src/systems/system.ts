import type { Authorize, DialectReader, Transport } from '#api';
import type { RuntimeConfig } from '#config';
import type { AccessList } from '#model';
import type { Opener, OpenerParts } from './opener.ts';
import type { SignIn } from './sign-in.ts';

/** A system, as its folder exports it. */
export type SystemDefinition = {
  /** The value of `config.system`. */
  readonly id: string;
  /** The header fields that carry a token. */
  readonly authorize: Authorize;
  /** The format of its error bodies. */
  readonly dialect: DialectReader;
  /** The path of its health check, which needs no credential; null when there is none. */
  readonly healthPath: string | null;
  readonly connect: (parts: SystemParts) => System;
};

export type SystemParts = {
  readonly config: RuntimeConfig;
  /** Sends requests to its API. */
  readonly transport: Transport;
};

/** The capabilities of a system. The pages adapt to those that are null. */
export type System = {
  readonly signIn: SignIn;
  /** Revokes the credential of this subject. Throws ApiProblem; the app signs out in any case. */
  readonly signOut: ((subject: string) => Promise<void>) | null;
  readonly access: Access;
  /** Null when the system keeps its own log. */
  readonly reports: Reports | null;
  /**
   * Openers of this system, by the configured `opener.kind` that each replaces. `none` is used when the operator
   * configured no opener.
   */
  readonly openers: Readonly<Partial<Record<OpenerName, (parts: OpenerParts) => Opener>>>;
  /** Loads the code for the pages after the first one. Rejects without a network, and may be called again. */
  readonly prepare: () => Promise<unknown>;
};

type OpenerName = RuntimeConfig['opener']['kind'];

/** The access list. */
export type Access = {
  /**
   * Fetches all doors of this subject (`tenantKey`). Throws ApiProblem.
   *
   * @param onFirstPage called with the first page when the system sends several
   */
  readonly fetch: (
    subject: string,
    signal: AbortSignal,
    onFirstPage?: (doors: AccessList) => void,
  ) => Promise<AccessList>;
  /** The rate-limit scope of `fetch` (`RateWindows`). */
  readonly scope: string;
  /** Removes the data that is kept for conditional requests. Called at sign-out. */
  readonly forget: () => void;
};

/** Reports to the system what happened at a door (law 6). */
export type Reports = {
  /** Sends a report, only with a credential of its subject. Throws ApiProblem. */
  readonly send: (report: Report, signal?: AbortSignal) => Promise<void>;
  /** The rate-limit scope of this tenant's reports. */
  readonly scope: (tenantId: string) => string;
};

export type Report = {
  readonly target: { readonly kind: 'lock' | 'entry-point'; readonly id: string };
  readonly happening: Happening;
  /** RFC 3339 date-time on the server's clock. */
  readonly happenedAt: string;
  readonly reason: string | null;
  /** The same for every try. */
  readonly idempotencyKey: string;
  readonly tenantId: string;
  /** The tenant who pressed (`tenantKey`). */
  readonly subject: string;
};

export type Happening = 'open_successful' | 'open_failure' | 'open_blocked' | 'open_unconfirmed';
