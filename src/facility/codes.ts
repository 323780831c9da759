import type { FacilityClock } from './clock.ts';
import type { Random } from './random.ts';

/** KISS guide: a code lives five minutes. */
const CODE_LIFETIME_MS = 5 * 60_000;
const DIGITS = 6;

/** The codes that were sent and may still be used, one a number (E.164). */
export function createCodes(clock: FacilityClock, random: Random) {
  const codes = new Map<string, { readonly code: string; readonly expiresAt: number }>();
  return {
    /** A new code; the one before it is dead from this moment. */
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
