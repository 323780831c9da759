import type { AccessList, Account, PhoneNumber } from '#model';

/** What a system that opens doors for tenants can do for this app. One folder beside this file implements it. */
export type System = {
  readonly id: 'kiss';
  readonly signIn: PhoneCodeSignIn;
  /** Loads the code for what comes after signing in. Rejects without a network, and may be asked again then. */
  readonly prepare: () => Promise<void>;
  /** Doors of this subject (`tenantKey`). Throws ApiProblem. */
  readonly fetchAccess: (subject: string, signal: AbortSignal) => Promise<AccessList>;
  /** The limit that `fetchAccess` counts against, for the countdown. */
  readonly accessScope: string;
  /** Forgets what was kept to ask "has it changed?"; for sign-out. */
  readonly forgetAccess: () => void;
  readonly reports: Reports;
};

/** Signing in with a code by text message. */
export type PhoneCodeSignIn = {
  /** Sends a code. Throws ApiProblem; `invalid` when nobody here has this number. */
  readonly requestCode: (phone: PhoneNumber, signal?: AbortSignal) => Promise<void>;
  /** Trades the code for a token. `accountId` only on the second call, after `choose-account`. Throws ApiProblem. */
  readonly verifyCode: (attempt: CodeAttempt, signal?: AbortSignal) => Promise<CodeResult>;
  /** Loads the code for what comes after a code was sent. Rejects without a network, and may be asked again then. */
  readonly prepare: () => Promise<void>;
  readonly rules: CodeRules;
  /** The limits these two calls count against, for the countdown (RateWindows). */
  readonly scopes: {
    readonly request: (phone: PhoneNumber) => string;
    readonly verify: (phone: PhoneNumber) => string;
  };
};

export type CodeAttempt = {
  readonly phone: PhoneNumber;
  readonly code: string;
  readonly accountId: string | null;
};

export type CodeResult =
  | {
      readonly kind: 'signed-in';
      readonly token: string;
      /** Epoch ms by this device's clock; absent where the system names no end. */
      readonly expiresAt?: number;
      readonly userId: string;
      readonly name: string;
    }
  | { readonly kind: 'choose-account'; readonly accounts: readonly Account[] };

export type CodeRules = {
  /** Digits of a code. */
  readonly digits: number;
  /** How long a code lives. Ms. */
  readonly lifeMs: number;
  /** How long the button for another code rests. Ms. */
  readonly cooldownMs: number;
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
