import { isJsonObject } from '#model';
import type { PhoneHint, Session } from './session.ts';

const CAUSES: readonly unknown[] = ['never', 'left', 'expired', 'rejected-again', 'switch-account'];

/** Whether what storage holds is a session, whoever wrote it. By hand: it is read before the first page shows. */
export function isSession(value: unknown): value is Session {
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

function isPhoneHint(value: unknown): value is PhoneHint {
  return isJsonObject(value) && areTexts(value.country, value.national);
}

function areTexts(...values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === 'string');
}
