/** Trades a token that was refused for a new one; null when the session is over. One trade for all who ask meanwhile. */
export type TokenRenewal = (refused: string) => Promise<string | null>;

/**
 * For systems whose tokens renew (OAuth style; those of KISS do not). However many requests are refused with one token,
 * it is traded once; a latecomer gets what the others got. `renew` never throws.
 */
export function createTokenRenewal(renew: (refused: string) => Promise<string | null>): TokenRenewal {
  let last: { readonly refused: string; readonly renewed: Promise<string | null> } | null = null;
  return (refused) => {
    if (last?.refused !== refused) last = { refused, renewed: renew(refused) };
    return last.renewed;
  };
}
