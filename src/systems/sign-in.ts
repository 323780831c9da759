import type { Account, PhoneNumber } from '#model';

/** How people sign in to a system, by kind: each has screens of its own in `sign-in/`. */
export interface SignInKinds {
  'phone-code': PhoneCodeSignIn;
}

export type SignIn = SignInKinds[keyof SignInKinds];

/** The sign-in of a system whose people have a phone number and get a code. Throws for a system of another kind. */
export function phoneCodeOf({ signIn }: { readonly signIn: SignIn }): PhoneCodeSignIn {
  if (signIn.kind !== 'phone-code') throw new Error(signIn.kind);
  return signIn;
}

/** What a sign-in ends with. */
export type SignedInResult = {
  readonly kind: 'signed-in';
  readonly token: string;
  /** Epoch ms by this device's clock; absent where the system names no end. */
  readonly expiresAt?: number;
  readonly userId: string;
  readonly name: string;
};

/** Signing in with a code by text message. */
export type PhoneCodeSignIn = {
  readonly kind: 'phone-code';
  /** Sends a code. Throws ApiProblem; `invalid` when nobody here has this number. */
  readonly requestCode: (phone: PhoneNumber, signal?: AbortSignal) => Promise<void>;
  /** Trades the code for a token. `accountId` only on the second call, after `choose-account`. Throws ApiProblem. */
  readonly verifyCode: (attempt: CodeAttempt, signal?: AbortSignal) => Promise<CodeResult>;
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

export type CodeResult = SignedInResult | { readonly kind: 'choose-account'; readonly accounts: readonly Account[] };

export type CodeRules = {
  /** Digits of a code. */
  readonly digits: number;
  /** How long a code lives. Ms. */
  readonly lifeMs: number;
  /** How long the button for another code rests. Ms. */
  readonly cooldownMs: number;
};
