import type { CredentialId } from '#api';
import { isJsonObject, type JsonObject } from '#model';
import type { Secret } from './credential-vault.ts';
import type { PhoneHint, Session, SignedIn } from './session.ts';

/**
 * The session as one JSON value in storage: the profile and the token together, so that two tabs of different releases
 * read what the other wrote. `expiresAt` is there only where the system names an expiry.
 */
export type StoredSession = StoredSignedIn | (Exclude<Session, SignedIn> & { readonly expiresAt?: undefined });
type StoredSignedIn = Omit<SignedIn, 'credential'> & Secret;

const CAUSES: readonly unknown[] = ['never', 'signed-out', 'expired', 'rejected-again', 'switch-account'];

/** The stored session, or null for any other value. Without zod, which is not loaded before the first page shows. */
export function readStoredSession(value: unknown): StoredSession | null {
  if (!isJsonObject(value)) return null;
  // The previous release called this cause `left`.
  const session = value.because === 'left' ? { ...value, because: 'signed-out' } : value;
  const isValid = session.kind === 'signed-out' ? isSignedOut(session) : isSignedIn(session);
  return isValid ? (session as StoredSession) : null;
}

function isSignedOut({ because, phone, at }: JsonObject): boolean {
  return CAUSES.includes(because) && (phone === null || isPhoneHint(phone)) && typeof at === 'number';
}

function isSignedIn(session: JsonObject): boolean {
  const { kind, token, tenant, phone, signedInAt, afterRejection, accounts } = session;
  return (
    kind === 'signed-in' &&
    isJsonObject(tenant) &&
    areStrings(token, tenant.apiBase, tenant.e164, tenant.id, tenant.name) &&
    isPhoneHint(phone) &&
    typeof signedInAt === 'number' &&
    typeof afterRejection === 'boolean' &&
    typeof accounts === 'number'
  );
}

/** The signed-in session without its token; `credential` identifies the token. */
export function signedInFrom(
  { token: _token, expiresAt: _end, ...profile }: StoredSignedIn,
  credential: CredentialId,
): SignedIn {
  return { ...profile, credential };
}

function isPhoneHint(value: unknown): value is PhoneHint {
  return isJsonObject(value) && areStrings(value.country, value.national);
}

function areStrings(...values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === 'string');
}
