/** What is known of the clocks at one moment in the past; epoch ms on this device's clock, and the server's lead then. */
type Stamp = { readonly from: number; readonly ahead: number | null };

/** The two clocks are only known to about a second; less than this is no change of the device's clock. Ms. */
const NOTICEABLE_MS = 5_000;

/**
 * By how many ms this device's clock was moved since the stamp: forwards is positive. Told by the server's clock, which
 * nobody moves; without its word only a clock that stands before the stamp gives itself away, and then nobody knows by
 * how much: null.
 */
export function movedClockMs(stamp: Stamp, aheadNow: number | null, now: number): number | null {
  if (stamp.ahead !== null && aheadNow !== null) {
    const moved = stamp.ahead - aheadNow;
    return Math.abs(moved) > NOTICEABLE_MS ? moved : 0;
  }
  return now < stamp.from - NOTICEABLE_MS ? null : 0;
}
