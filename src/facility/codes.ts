import type { FacilityClock } from './clock.ts';
import type { Random } from './random.ts';

/** KISS guide: a code is valid for five minutes. */
export const CODE_LIFETIME_MS = 5 * 60_000;
const DIGITS = 6;

/** The code in the text of a message; null when there is none. */
export function codeIn(text = ''): string | null {
  return /\b\d{6}\b/.exec(text)?.[0] ?? null;
}

/** The codes that are valid, one per phone number (E.164). */
export function createCodes(clock: FacilityClock, random: Random) {
  const codes = new Map<string, { readonly code: string; readonly expiresAt: number }>();
  return {
    /** Issues a new code and invalidates the previous one. */
    issue(phone: string): string {
      const old = codes.get(phone)?.code;
      let code = random.digits(DIGITS);
      while (code === old) code = random.digits(DIGITS);
      codes.set(phone, { code, expiresAt: clock.now() + CODE_LIFETIME_MS });
      return code;
    },
    matches(phone: string, code: string): boolean {
      const known = codes.get(phone);
      return known !== undefined && known.code === code && clock.now() < known.expiresAt;
    },
    consume(phone: string): void {
      codes.delete(phone);
    },
  };
}
