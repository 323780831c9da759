import type { Credential, CredentialId, Credentials } from '#api';

/** What a sign-in gives to be let in with. */
export type Secret = {
  readonly token: string;
  /** Epoch ms by this device's clock; absent where the system names no end. */
  readonly expiresAt?: number | undefined;
};

/**
 * Owns the token of whoever is signed in, and its end. Nobody else keeps one: a request asks when it is sent, and is
 * answered in the same task. A token that has run out is given all the same, for only the server can say so with certainty.
 */
export type CredentialVault = Credentials & {
  /** Holds this one and no other. Gives its name, which stays the same for the same token. */
  hold(subject: string, secret: Secret): CredentialId;
  /** The name of the credential that is held if it is this one, else a name that no other has. */
  nameOf(subject: string, secret: Secret): CredentialId;
  drop(): void;
};

type Held = Credential & Secret & { readonly subject: string };

/** In memory only; the session's store writes down what outlives the page. Names count up, and tell nothing. */
export function createCredentialVault(): CredentialVault {
  let held: Held | null = null;
  let names = 0;

  const nameOf: CredentialVault['nameOf'] = (subject, { token }) =>
    held?.token === token && held.subject === subject ? held.id : `credential ${++names}`;

  return {
    of: (subject) => (held?.subject === subject ? held : null),
    nameOf,
    hold(subject, secret) {
      const { token, expiresAt } = secret;
      held = { subject, token, expiresAt, id: nameOf(subject, secret) };
      return held.id;
    },
    drop() {
      held = null;
    },
  };
}
