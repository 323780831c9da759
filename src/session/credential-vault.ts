import type { Credential, CredentialId, Credentials } from '#api';

/** What a system gives at sign-in to authorize requests. */
export type Secret = {
  readonly token: string;
  /** Epoch ms by this device's clock; absent where the system names no expiry. */
  readonly expiresAt?: number | undefined;
};

/**
 * Holds the token of the signed-in tenant. No other part of the app keeps one: a request asks for it when it is sent, and
 * gets it in the same task. An expired token is still given, because only the server can say that it has expired.
 */
export type CredentialVault = Credentials & {
  /** Replaces the held token. Returns its id, which is the same for the same token. */
  hold(subject: string, secret: Secret): CredentialId;
  /** The id of this token if it is the one that is held, else a new id. */
  idOf(subject: string, secret: Secret): CredentialId;
  drop(): void;
};

type Held = Credential & Secret & { readonly subject: string };

/** In memory only; the session store writes the token to storage. Ids count up and reveal nothing of the token. */
export function createCredentialVault(): CredentialVault {
  let held: Held | null = null;
  let count = 0;

  const idOf: CredentialVault['idOf'] = (subject, { token }) =>
    held?.token === token && held.subject === subject ? held.id : `credential ${++count}`;

  return {
    of: (subject) => (held?.subject === subject ? held : null),
    idOf,
    hold(subject, secret) {
      const { token, expiresAt } = secret;
      held = { subject, token, expiresAt, id: idOf(subject, secret) };
      return held.id;
    },
    drop() {
      held = null;
    },
  };
}
