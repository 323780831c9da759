/** Names one credential without giving it away: the same name is the same credential. Means nothing to a server. */
export type CredentialId = string;

/** What lets a request in. Only whoever keeps it and the request that it goes out with ever hold it. */
export type Credential = { readonly id: CredentialId; readonly token: string };

/** Whoever keeps credentials. Asked when a request is sent, and answers at once, so that a press never waits (law 2). */
export type Credentials = {
  /** The credential of this subject (`tenantKey`); null where this device holds none of theirs. */
  of(subject: string): Credential | null;
};

/** As whom a request leaves: what names the credential, and the header fields that carry it; null and none for nobody. */
export type Sender = { readonly id: CredentialId | null; readonly fields: Readonly<Record<string, string>> };

/** How a server wants a token to be shown: the header fields that carry it. */
export type Authorize = (token: string) => Readonly<Record<string, string>>;

/** RFC 6750, section 2.1. */
export const bearer: Authorize = (token) => ({ Authorization: `Bearer ${token}` });
