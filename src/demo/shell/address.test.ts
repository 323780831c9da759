import { describe, expect, it } from 'vitest';
import { scenarios } from '../director/scenarios/index.ts';
import { hashOf, wishOf } from './address.ts';

describe('the address of the demo', () => {
  it.each(scenarios)('of $name begins that scenario', (scenario) => {
    const how = { isPaused: false, isFast: false };
    expect(wishOf(hashOf(scenario))).toEqual({ kind: 'scenario', scenario, how });
  });

  it('says how it is played', () => {
    expect(wishOf('#scenario=first-visit&paused')).toMatchObject({ how: { isPaused: true, isFast: false } });
    expect(wishOf('#scenario=first-visit&fast')).toMatchObject({ how: { isPaused: false, isFast: true } });
  });

  it.each([
    ['', { kind: 'nothing' }],
    ['#', { kind: 'nothing' }],
    ['#else', { kind: 'nothing' }],
    ['#tour', { kind: 'tour' }],
    ['#scenario=moonlight', { kind: 'unknown-scenario', name: 'moonlight' }],
    ['#scenario=constructor', { kind: 'unknown-scenario', name: 'constructor' }],
    ['#scenario=', { kind: 'unknown-scenario', name: '' }],
  ])('%j is %j', (hash, wish) => {
    expect(wishOf(hash)).toEqual(wish);
  });

  it('belongs to one scenario each, of lower case letters and hyphens', () => {
    const names = scenarios.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z]+(-[a-z]+)*$/.test(name))).toEqual([]);
  });
});
