/** A longer time is a mistake of units, and more than a timer can hold is none at all. Seconds. */
const LONGEST_S = 600;

/** How long the door stays released, as the opener said it; null for what makes no sense. Seconds. */
export function readRelaySeconds(said: unknown): number | null {
  return typeof said === 'number' && said > 0 && said <= LONGEST_S ? said : null;
}
