import type { Manner } from '../director/director.ts';
import { scenarioNamed } from '../director/scenarios/index.ts';
import type { Scenario } from '../director/script.ts';

/** What an address asks for: `#scenario=name`, with `&paused` or `&fast`, or `#tour`. */
export type Wish =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'tour' }
  | { readonly kind: 'scenario'; readonly scenario: Scenario; readonly how: Manner }
  | { readonly kind: 'unknown-scenario'; readonly name: string };

/** @param hash with its `#` */
export function wishOf(hash: string): Wish {
  const asked = new URLSearchParams(hash.slice(1));
  if (asked.has('tour')) return { kind: 'tour' };
  const name = asked.get('scenario');
  if (name === null) return { kind: 'nothing' };
  const scenario = scenarioNamed(name);
  return scenario
    ? { kind: 'scenario', scenario, how: { isPaused: asked.has('paused'), isFast: asked.has('fast') } }
    : { kind: 'unknown-scenario', name };
}

/** The address of the tour. */
export const TOUR_HASH = '#tour';

/** The address of a scenario, to be shared. */
export function hashOf({ name }: Scenario): string {
  return `#scenario=${name}`;
}
