import type { Account, PhoneNumber } from '#model';

/** The kinds of sign-in. Each has its own screens in `sign-in/`. */
export interface SignInKinds {
  'phone-code': PhoneCodeSignIn;
}

export type SignIn = SignInKinds[keyof SignInKinds];

/** The sign-in of a system with phone number and code. Throws for a system of another kind. */
export function phoneCodeOf({ signIn }: { readonly signIn: SignIn }): PhoneCodeSignIn {
  if (signIn.kind !== 'phone-code') throw new Error(signIn.kind);
  return signIn;
}

/** The result of a successful sign-in. */
export type SignedInResult = {
  readonly kind: 'signed-in';
  readonly token: string;
  /** Epoch ms on this device's clock; absent when the token does not expire. */
  readonly expiresAt?: number;
  readonly userId: string;
  readonly name: string;
};

/** Sign-in with a code in a text message. */
export type PhoneCodeSignIn = {
  readonly kind: 'phone-code';
  /** Sends a code. Throws ApiProblem; its kind is `invalid` for an unknown phone number. */
  readonly requestCode: (phone: PhoneNumber, signal?: AbortSignal) => Promise<void>;
  /** Exchanges the code for a token. Throws ApiProblem. */
  readonly verifyCode: (attempt: CodeAttempt, signal?: AbortSignal) => Promise<CodeResult>;
  readonly rules: CodeRules;
  /** The rate-limit scopes of the two calls (`RateWindows`). */
  readonly scopes: {
    readonly request: (phone: PhoneNumber) => string;
    readonly verify: (phone: PhoneNumber) => string;
  };
};

export type CodeAttempt = {
  readonly phone: PhoneNumber;
  readonly code: string;
  /** Null at first; set after `choose-account`. */
  readonly accountId: string | null;
};

export type CodeResult = SignedInResult | { readonly kind: 'choose-account'; readonly accounts: readonly Account[] };

export type CodeRules = {
  readonly digits: number;
  /** How long a code is valid. */
  readonly lifeMs: number;
  /** How long the app waits before it offers to send another code. */
  readonly cooldownMs: number;
};
