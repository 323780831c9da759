import { describe, expect, it } from 'vitest';
import { scenarios } from '../director/scenarios/index.ts';
import { hashOf, parseHash } from './hash.ts';

describe('the URL hash of the demo', () => {
  it.each(scenarios)('of $name requests that scenario', (scenario) => {
    const playback = { isPaused: false, isFast: false };
    expect(parseHash(hashOf(scenario))).toEqual({ kind: 'scenario', scenario, playback });
  });

  it('has options for playback', () => {
    expect(parseHash('#scenario=first-visit&paused')).toMatchObject({ playback: { isPaused: true, isFast: false } });
    expect(parseHash('#scenario=first-visit&fast')).toMatchObject({ playback: { isPaused: false, isFast: true } });
  });

  it.each([
    ['', { kind: 'nothing' }],
    ['#', { kind: 'nothing' }],
    ['#else', { kind: 'nothing' }],
    ['#tour', { kind: 'tour' }],
    ['#scenario=moonlight', { kind: 'unknown-scenario', name: 'moonlight' }],
    ['#scenario=constructor', { kind: 'unknown-scenario', name: 'constructor' }],
    ['#scenario=', { kind: 'unknown-scenario', name: '' }],
  ])('%j requests %j', (hash, target) => {
    expect(parseHash(hash)).toEqual(target);
  });

  it('is unique for each scenario, of lower case letters and hyphens', () => {
    const names = scenarios.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z]+(-[a-z]+)*$/.test(name))).toEqual([]);
  });
});
