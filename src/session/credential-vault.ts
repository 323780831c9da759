import type { CredentialId, Credentials } from '#api';

/** What a sign-in gives to be let in with. */
export type Secret = {
  readonly token: string;
  /** Epoch ms by this device's clock; null where the system names no end. */
  readonly expiresAt: number | null;
};

/**
 * Owns the token of whoever is signed in. Nobody else keeps one: a request asks when it is sent, and is answered in the
 * same task. A token that has run out is given all the same, for only the server can say so with certainty.
 */
export type CredentialVault = Credentials & {
  /** Holds this one and no other. Gives its name, which stays the same for the same token. */
  hold(subject: string, secret: Secret): CredentialId;
  /** The name of the credential that is held if it is this one, else a name that no other has. */
  nameOf(subject: string, secret: Secret): CredentialId;
  drop(): void;
};

type Held = { readonly id: CredentialId; readonly subject: string; readonly token: string };

/** In memory only; the session's store writes down what outlives the page. Names count up, and tell nothing. */
export function createCredentialVault(): CredentialVault {
  let held: Held | null = null;
  let names = 0;

  const nameOf: CredentialVault['nameOf'] = (subject, { token }) => {
    if (held?.token === token && held.subject === subject) return held.id;
    names += 1;
    return `credential ${names}`;
  };

  return {
    of: (subject) => (held?.subject === subject ? { id: held.id, token: held.token } : null),
    nameOf,
    hold(subject, secret) {
      held = { id: nameOf(subject, secret), subject, token: secret.token };
      return held.id;
    },
    drop() {
      held = null;
    },
  };
}
