import type { Credential, CredentialId } from './credentials.ts';

/** Trades a credential that was refused for a new one; null when the session is over. One trade for all who ask meanwhile. */
export type TokenRenewal = (refused: CredentialId) => Promise<Credential | null>;

/**
 * For systems whose tokens renew (OAuth style; those of KISS do not). However many requests are refused with one
 * credential, it is traded once; a latecomer gets what the others got. `renew` never throws.
 */
export function createTokenRenewal(renew: TokenRenewal): TokenRenewal {
  let last: { readonly refused: CredentialId; readonly renewed: Promise<Credential | null> } | null = null;
  return (refused) => {
    if (last?.refused !== refused) last = { refused, renewed: renew(refused) };
    return last.renewed;
  };
}
