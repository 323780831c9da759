import type { PlaybackOptions } from '../director/director.ts';
import { scenarioNamed } from '../director/scenarios/index.ts';
import type { Scenario } from '../director/script.ts';

/** What the URL hash requests: `#scenario=name`, optionally with `&paused` or `&fast`, or `#tour`. */
export type HashTarget =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'tour' }
  | { readonly kind: 'scenario'; readonly scenario: Scenario; readonly playback: PlaybackOptions }
  | { readonly kind: 'unknown-scenario'; readonly name: string };

/** @param hash with its `#` */
export function parseHash(hash: string): HashTarget {
  const parameters = new URLSearchParams(hash.slice(1));
  if (parameters.has('tour')) return { kind: 'tour' };
  const name = parameters.get('scenario');
  if (name === null) return { kind: 'nothing' };
  const scenario = scenarioNamed(name);
  return scenario
    ? { kind: 'scenario', scenario, playback: { isPaused: parameters.has('paused'), isFast: parameters.has('fast') } }
    : { kind: 'unknown-scenario', name };
}

export const TOUR_HASH = '#tour';

/** The hash that plays a scenario. */
export function hashOf({ name }: Scenario): string {
  return `#scenario=${name}`;
}
