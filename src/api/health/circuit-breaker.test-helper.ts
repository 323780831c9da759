import { createFakeClock, NOON } from '#platform/test-helpers';
import { createCircuitBreaker } from './circuit-breaker.ts';

export const settle = async () => {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
};

/** A breaker whose jitter is `random`, and whose probes return the values of `health` in order, then false. */
export function setUp({ random = 1, health = [] as (boolean | Promise<boolean>)[] } = {}) {
  const clock = createFakeClock();
  const probes: number[] = [];
  const breaker = createCircuitBreaker({
    clock,
    random: () => random,
    probe: async () => {
      probes.push(clock.now() - NOON);
      return (await health.shift()) ?? false;
    },
  });
  const fail = (times: number) => {
    for (let nth = 0; nth < times; nth++) breaker.failed();
  };
  const pass = async (ms: number) => {
    clock.advance(ms);
    await settle();
  };
  return { clock, breaker, probes, fail, pass };
}
