import type { CredentialId } from '#api';
import { isJsonObject } from '#model';
import type { Secret } from './credential-vault.ts';
import type { PhoneHint, Session, SignedIn } from './session.ts';

/**
 * What the device keeps: who is signed in beside their token, in one JSON. It is what releases wrote before there was a
 * vault, so that pages of either kind, in two tabs during a deploy, read what the other wrote. `expiresAt` is there only
 * where the system names an end.
 */
export type StoredSession = StoredSignedIn | (Exclude<Session, SignedIn> & { readonly expiresAt?: undefined });
type StoredSignedIn = Omit<SignedIn, 'credential'> & Secret;

const CAUSES: readonly unknown[] = ['never', 'left', 'expired', 'rejected-again', 'switch-account'];

/** Whether what storage holds is a session, whoever wrote it. By hand: it is read before the first page shows. */
export function isStoredSession(value: unknown): value is StoredSession {
  if (!isJsonObject(value)) return false;
  if (value.kind === 'signed-out') {
    const { because, phone, at } = value;
    return CAUSES.includes(because) && (phone === null || isPhoneHint(phone)) && typeof at === 'number';
  }
  const { kind, token, tenant, phone, signedInAt, afterRejection, accounts } = value;
  return (
    kind === 'signed-in' &&
    isJsonObject(tenant) &&
    areTexts(token, tenant.apiBase, tenant.e164, tenant.id, tenant.name) &&
    isPhoneHint(phone) &&
    typeof signedInAt === 'number' &&
    typeof afterRejection === 'boolean' &&
    typeof accounts === 'number'
  );
}

/** Who is signed in, without what lets them in: `credential` names that. */
export function signedInFrom(
  { token: _token, expiresAt: _end, ...profile }: StoredSignedIn,
  credential: CredentialId,
): SignedIn {
  return { ...profile, credential };
}

function isPhoneHint(value: unknown): value is PhoneHint {
  return isJsonObject(value) && areTexts(value.country, value.national);
}

function areTexts(...values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === 'string');
}
