import type { ActivityRecord, ActivityServices } from '#activity';
import type { ApiProblem } from '#api';
import { checkConfig } from '#config/check';
import type { AccessList } from '#model';
import { aDoor } from '#model/test-helpers';
import { createTestPlatform } from '#platform/test-helpers';
import { phoneCodeOf, type System } from '#systems';
import { kiss } from '#systems/test-helpers';
import type { UnlockState } from '#unlock';
import { unlockerInState } from '#unlock/test-helpers';
import { createServices } from '../../src/app/services.ts';

const B204 = aDoor({ openability: { kind: 'openable', target: { kind: 'lock', id: 'l1', key: null } } });

/** What the fake services return. */
export type ScreenInput = {
  /** The problem of every request after `startFailing`. */
  readonly problem?: ApiProblem;
  readonly door?: UnlockState;
  readonly report?: ActivityRecord['report'];
};

/** The services of the app, with fake requests, doors and reports. */
export function createFakeServices({ problem, door = { kind: 'ready' }, report = { kind: 'none' } }: ScreenInput) {
  const checked = checkConfig(JSON.stringify({ system: 'kiss' }));
  if (checked.kind !== 'ok') throw new Error('The configuration of this test is invalid.');
  const services = createServices(checked.config, kiss, createTestPlatform());
  let isFailing = false;

  async function answer<T>(scope: string, good: T): Promise<T> {
    if (!isFailing || !problem) return good;
    // The transport also does this before it throws.
    if (problem.kind === 'rate-limited') services.windows.block(scope, 60);
    throw problem;
  }

  const account = (tenantId: string) => ({ tenantId, name: 'Ada', location: tenantId, company: 'Elm' });
  const { access } = services.system;
  const signIn = phoneCodeOf(services.system);
  const system: System = {
    ...services.system,
    signIn: {
      ...signIn,
      requestCode: (phone) => answer(signIn.scopes.request(phone), undefined),
      verifyCode: ({ phone }) =>
        answer(signIn.scopes.verify(phone), { kind: 'choose-account', accounts: [account('Elm'), account('Oak')] }),
    },
    access: { ...access, fetch: () => answer<AccessList>(access.scope, { doors: [B204], syncedAt: null }) },
  };

  const record: ActivityRecord = {
    id: 'r1',
    tenant: 'hash',
    doorId: B204.id,
    doorName: B204.name,
    target: { kind: 'lock', id: 'l1' },
    pressedAt: 0,
    happenedAt: '2026-02-13T19:00:00Z',
    outcome: { kind: 'opened', openedAt: 0, relaySeconds: null },
    report,
  };
  const activity = {
    journal: { list: async () => [record], known: () => [record], subscribe: () => () => {} },
    outbox: { flush: async () => {} },
  } as unknown as ActivityServices;

  return {
    services,
    system,
    activity,
    unlocker: unlockerInState(door),
    startFailing: () => {
      isFailing = true;
    },
  };
}
