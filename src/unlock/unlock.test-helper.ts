import type { Credentials } from '#api';
import { type Door, tenantKey } from '#model';
import { aDoor as aUnit } from '#model/test-helpers';
import type { SignedIn } from '#session';
import type { Attempt, OpenCommand, Opener } from '#systems';
import type { UnlockState } from './machine.ts';
import type { Unlocker } from './unlocker.ts';

export const OPENED = { kind: 'opened', openedAt: 1_000, relaySeconds: 5 } as const;

export const session: SignedIn = {
  kind: 'signed-in',
  credential: 'credential of Ada',
  tenant: { apiBase: 'https://api.test/v2', e164: '+13035550101', id: 't1', name: 'Ada' },
  phone: { country: 'US', national: '3035550101' },
  signedInAt: 0,
  afterRejection: false,
  accounts: 1,
};

/** The credential vault of a device. */
export const credentials: Credentials = {
  of: (subject) => (subject === tenantKey(session.tenant) ? { id: session.credential, token: '1|secret-token' } : null),
};

export function aDoor(id = 'u1'): Door {
  return aUnit({
    id,
    openability: { kind: 'openable', target: { kind: 'lock', id: `lock-${id}`, key: 'sealed' } },
  });
}

export function aCommand(facts: Partial<OpenCommand> = {}): OpenCommand {
  return {
    key: 'key-1',
    target: { kind: 'lock', id: 'lock-u1', key: 'sealed' },
    subject: tenantKey(session.tenant),
    credential: session.credential,
    tenantId: session.tenant.id,
    pressedAt: 0,
    notAfter: 10_000,
    ...facts,
  };
}

/** An opener whose attempts the test answers; `asked` lists them. */
export function createFakeOpener(
  attempt: (nth: number, deadlineMs: number) => Attempt | Promise<Attempt>,
  facts: Partial<Opener> = {},
) {
  const asked: { readonly command: OpenCommand; readonly deadlineMs: number }[] = [];
  const opener: Opener = {
    kind: 'gateway',
    unavailable: () => null,
    refusal: () => null,
    attempt: async (command, deadlineMs) => {
      asked.push({ command, deadlineMs });
      return attempt(asked.length, deadlineMs);
    },
    dedupesByKey: true,
    scope: () => 'open',
    ...facts,
  };
  return { opener, asked };
}

/** Runs pending promises without advancing the clock. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
}

/** An unlocker whose doors are all in one state. */
export function unlockerInState(state: UnlockState, facts: Partial<Unlocker> = {}): Unlocker {
  return {
    opener: createFakeOpener(() => new Promise(() => {})).opener,
    state: () => state,
    press: () => {},
    forget: () => {},
    isBusy: () => false,
    isActive: () => false,
    subscribe: () => () => {},
    ...facts,
  };
}
