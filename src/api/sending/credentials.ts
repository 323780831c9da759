/** Identifies a credential without revealing the token. Never sent to a server. */
export type CredentialId = string;

/** Only the vault and the request being sent hold a token. */
export type Credential = { readonly id: CredentialId; readonly token: string };

/** The store of credentials. Synchronous, so that an open command never waits for it (law 2). */
export type Credentials = {
  /** The credential of this subject (`tenantKey`); null when this device has none. */
  of(subject: string): Credential | null;
};

/** The credential of a request and its header fields. An anonymous request has a null id and no fields. */
export type Sender = { readonly id: CredentialId | null; readonly fields: Readonly<Record<string, string>> };

/** Returns the header fields that carry a token. */
export type Authorize = (token: string) => Readonly<Record<string, string>>;

/** RFC 6750, section 2.1. */
export const bearer: Authorize = (token) => ({ Authorization: `Bearer ${token}` });
