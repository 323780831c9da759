/** A moment in the past: epoch ms on this device's clock, and `ServerClock.ahead()` at that time. */
type Stamp = { readonly from: number; readonly ahead: number | null };

/** Smaller differences are measurement errors, because the server's `Date` has a resolution of a second. */
const NOTICEABLE_MS = 5_000;

/**
 * How far this device's clock was set forward since the stamp, in ms; negative when it was set back. Without the server's
 * time only a clock that was set back to before the stamp is detected. The result is then null, because the amount is
 * unknown.
 */
export function movedClockMs(stamp: Stamp, aheadNow: number | null, now: number): number | null {
  if (stamp.ahead !== null && aheadNow !== null) {
    const moved = stamp.ahead - aheadNow;
    return Math.abs(moved) > NOTICEABLE_MS ? moved : 0;
  }
  return now < stamp.from - NOTICEABLE_MS ? null : 0;
}
