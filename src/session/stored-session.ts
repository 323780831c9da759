import type { CredentialId } from '#api';
import { isJsonObject, tenantKey } from '#model';
import type { Secret } from './credential-vault.ts';
import type { PhoneHint, Session, SignedIn } from './session.ts';

type SignedOut = Extract<Session, { kind: 'signed-out' }>;
type Profile = Omit<SignedIn, 'credential'>;

/**
 * What the device keeps: who is signed in beside their token, in one JSON. It is what releases wrote before there was a
 * vault, so that pages of either kind, in two tabs during a deploy, read what the other wrote. `expiresAt` is there only
 * where the system names an end.
 */
export type StoredSession = SignedOut | (Profile & { readonly token: string; readonly expiresAt?: number });

const CAUSES: readonly unknown[] = ['never', 'left', 'expired', 'rejected-again', 'switch-account'];

/** Whether what storage holds is a session, whoever wrote it. By hand: it is read before the first page shows. */
export function isStoredSession(value: unknown): value is StoredSession {
  if (!isJsonObject(value)) return false;
  if (value.kind === 'signed-out') {
    const { because, phone, at } = value;
    return CAUSES.includes(because) && (phone === null || isPhoneHint(phone)) && typeof at === 'number';
  }
  const { kind, token, expiresAt = 0, tenant, phone, signedInAt, afterRejection, accounts } = value;
  return (
    kind === 'signed-in' &&
    isJsonObject(tenant) &&
    areTexts(token, tenant.apiBase, tenant.e164, tenant.id, tenant.name) &&
    isPhoneHint(phone) &&
    typeof expiresAt === 'number' &&
    typeof signedInAt === 'number' &&
    typeof afterRejection === 'boolean' &&
    typeof accounts === 'number'
  );
}

/** What to keep of a session: for somebody who is signed in, together with their token. */
export function toStored({ credential: _named, ...profile }: SignedIn, { token, expiresAt }: Secret): StoredSession {
  return { ...profile, token, ...(expiresAt === null ? {} : { expiresAt }) };
}

/** Takes apart what was kept: the session, and when its credential runs out. `name` gives the credential its name. */
export function fromStored(
  stored: StoredSession,
  name: (subject: string, secret: Secret) => CredentialId,
): { readonly session: Session; readonly expiresAt: number | null } {
  if (stored.kind === 'signed-out') return { session: stored, expiresAt: null };
  const { token, expiresAt = null, ...profile } = stored;
  const credential = name(tenantKey(profile.tenant), { token, expiresAt });
  return { session: { ...profile, credential }, expiresAt };
}

function isPhoneHint(value: unknown): value is PhoneHint {
  return isJsonObject(value) && areTexts(value.country, value.national);
}

function areTexts(...values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === 'string');
}
