/** A larger value is probably in another unit, and could overflow a timer. Seconds. */
const LONGEST_S = 600;

/** How long the door stays released, in seconds; null for an invalid value. */
export function readRelaySeconds(value: unknown): number | null {
  return typeof value === 'number' && value > 0 && value <= LONGEST_S ? value : null;
}
