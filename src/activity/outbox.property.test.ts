import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createSimulation,
  doorsOf,
  type Evidence,
  PEOPLE,
  type Simulation,
} from './simulation.property.test-helper.ts';
import {
  everyDoorWasInOrder,
  everyPressHadAKeyOfItsOwn,
  everyReportArrivedOnce,
  everyResendWasTheSame,
  everySuccessWasOne,
  everyTokenWasTheirOwn,
  everyTryWasTheSame,
} from './simulation-laws.property.test-helper.ts';

const LOGS = 'POST /api/v2/:place/:id/logs';
const OPEN = 'POST /gateway/:place/:id/open';

/** Faults when a report is sent. With `drop: after` and `applied: before` the report arrives and its answer is lost. */
const REPORT_FAULTS = {
  'request dropped': { drop: 'before' },
  'answer dropped': { drop: 'after' },
  'a 500': { status: 500, body: { message: 'Server Error' } },
  'a 500 after the report was stored': { status: 500, body: { message: 'Server Error' }, applied: 'before' },
  'a 503': { status: 503, body: 'busy' },
  'a 429': { status: 429, body: { message: 'Too many attempts.' }, headers: { 'retry-after': '20' } },
  'a 404': { status: 404, body: { message: 'Lock not found.' } },
  'a captive portal': { status: 200, body: '<!doctype html>' },
  'no answer': { never: true },
} as const;

const OPEN_FAULTS = {
  none: null,
  'request dropped': { drop: 'before', times: 2 },
  'answer dropped once': { drop: 'after' },
  'a 500': { status: 500, body: { message: 'Server Error' }, applied: 'before' },
} as const;

const keysOf = <T extends object>(table: T) => Object.keys(table) as (keyof T)[];
const tab = fc.nat(1);

const action = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('open' as const),
      tab,
      // The second is past due: it is denied at once, so it makes many reports.
      door: fc.constantFrom(0, 1, 1, 1, 2, 3),
      motor: fc.constantFrom('ok', 'ok', 'jammed', 'not_answered'),
      openFault: fc.constantFrom('none', 'none', 'none', ...keysOf(OPEN_FAULTS)),
      again: fc.nat(2),
      thenMs: fc.constantFrom(500, 1_000, 2_500, 6_000),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('report fault' as const),
      kind: fc.constantFrom(...keysOf(REPORT_FAULTS)),
      times: fc.constantFrom(1, 2, 2, 3),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reload' as const), tab }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('network' as const), online: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('second tab' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('revoke' as const), person: fc.constantFrom(...PEOPLE) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sign out' as const), tab }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('sign in' as const), tab, person: fc.constantFrom(...PEOPLE) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(500, 4_000, 20_000, 40_000) }),
  },
);

type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

/** Counterexamples of earlier runs. */
const found: [Action[], boolean][] = [
  [
    // The tab closes during a press and the other one signs in again: nothing else would start its outbox.
    [
      { do: 'second tab' },
      { do: 'open', tab: 1, door: 0, motor: 'ok', openFault: 'none', again: 0, thenMs: 500 },
      { do: 'revoke', person: 'sarah' },
      { do: 'second tab' },
      { do: 'sign in', tab: 0, person: 'sarah' },
    ],
    false,
  ],
];

async function perform(simulation: Simulation, what: Action) {
  switch (what.do) {
    case 'open': {
      const here = simulation.page(what.tab).session();
      const doors = doorsOf(simulation, here?.tenant.e164 === '+13035550102' ? 'miguel' : 'sarah');
      const door = doors[what.door % doors.length];
      if (door?.openability.kind !== 'openable') return;
      const { kind, id } = door.openability.target;
      await simulation.control('PATCH', `/doors/${kind === 'lock' ? 'lock' : 'entry_point'}/${id}`, {
        motor: what.motor,
      });
      const openFault = OPEN_FAULTS[what.openFault];
      if (openFault) await simulation.control('POST', '/faults', { route: OPEN, ...openFault });
      for (let press = 0; press <= what.again; press++) {
        simulation.page(what.tab).press(door);
        await simulation.pass(what.thenMs);
      }
      return;
    }
    case 'report fault':
      return simulation.control('POST', '/faults', { route: LOGS, times: what.times, ...REPORT_FAULTS[what.kind] });
    case 'reload':
      simulation.reload(what.tab);
      return simulation.pass(500);
    case 'network':
      simulation.goOnline(what.online);
      return simulation.pass(500);
    case 'second tab':
      simulation.toggleTab();
      return simulation.pass(500);
    case 'revoke': {
      const phone = what.person === 'sarah' ? '+13035550101' : '+13035550102';
      return simulation.control('POST', '/tokens', { action: 'revoke', phone });
    }
    case 'sign out':
      return simulation.signOut(what.tab);
    case 'sign in':
      return simulation.signIn(what.person, what.tab);
    case 'wait':
      return simulation.pass(what.ms);
  }
}

async function run(actions: readonly Action[], knowsUnconfirmed: boolean): Promise<Evidence> {
  // A run uses only promises, and memory of the previous run is freed only when a task ends.
  await new Promise((next) => setTimeout(next, 0));
  const simulation = createSimulation(knowsUnconfirmed);
  // Lazy chunks load in real time: load them before the fake clock matters.
  await simulation.page().system.prepare();
  await simulation.signIn('sarah');
  for (const what of actions) await perform(simulation, what);
  await simulation.recover();
  simulation.close();
  return simulation.evidence();
}

describe('whatever happens between a press and its report', () => {
  it('each press makes one command, and its report arrives once, in order, unchanged, with its tenant’s token', {
    timeout: 240_000,
  }, async () => {
    const seen = { presses: 0, commandsResent: 0, resent: 0, unknown: 0, denied: 0, tenants: new Set<string>() };
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 25 }), fc.boolean(), async (actions, knows) => {
        const evidence = await run(actions, knows);
        everyReportArrivedOnce(evidence);
        everyTryWasTheSame(evidence);
        everyDoorWasInOrder(evidence);
        everyTokenWasTheirOwn(evidence);
        everySuccessWasOne(evidence);
        everyPressHadAKeyOfItsOwn(evidence);
        everyResendWasTheSame(evidence);

        seen.presses += evidence.presses.length;
        seen.commandsResent += evidence.commands.length - new Set(evidence.commands.map(({ key }) => key)).size;
        seen.resent += evidence.wire.length - new Set(evidence.wire.map(({ key }) => key)).size;
        seen.unknown += evidence.presses.filter(({ outcome }) => outcome === null || outcome.kind === 'unknown').length;
        seen.denied += evidence.presses.filter(({ outcome }) => outcome?.kind === 'denied').length;
        for (const { tenantId } of evidence.accepted) seen.tenants.add(tenantId);
      }),
      { numRuns: 500, examples: found },
    );
    // Guards against runs in which these cases never happened.
    expect(seen.presses).toBeGreaterThan(100);
    expect(Math.min(seen.commandsResent, seen.resent, seen.unknown, seen.denied)).toBeGreaterThan(10);
    expect(seen.tenants.size).toBe(2);
  });
});
