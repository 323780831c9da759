// @vitest-environment jsdom
import { cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ApiProblem } from '#api';
import { aProblem } from '#api/test-helpers';
import type { NotSentCause, OpenOutcome } from '#model';
import { effectsOf } from '../e2e/matrix/effects.ts';
import type { ScreenInput } from '../e2e/matrix/fake-services.ts';
import { openScreens } from '../e2e/matrix/screens.tsx';
import { type Cell, cells, type Operation } from '../e2e/matrix/table.ts';

/*
 * scripts/fault-matrix.test.ts tests the problem or outcome of every cell. These tests render each
 * problem or outcome that a screen can get, and expect the message in docs/fault-matrix.md.
 */

// A long timeout, for slow machines. Ms.
configure({ asyncUtilTimeout: 15_000 });

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  vi.spyOn(window, 'scrollTo').mockImplementation(() => {});
  vi.stubGlobal('BroadcastChannel', undefined);
  // input-otp uses ResizeObserver.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  document.elementFromPoint = () => null;
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** One cell for each problem or outcome that a screen can get. */
function cellsByState(...operations: readonly Operation[]): (readonly [string, Cell])[] {
  const own = cells.filter(({ operation, end }) => operations.includes(operation) && end.place !== 'sign-in');
  return [...new Map(own.map((cell) => [effectsOf(cell).shown, cell]))];
}

const page = () => document.body.textContent;
const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const described = (name: string) => {
  const ids = field(name).getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent).join(' ');
};

describe('the phone number form', () => {
  it.each(cellsByState('phone'))('%s: shown at the field, with the number kept', async (state, { end }) => {
    await openScreens({ problem: problemOf(state) }).phone();
    await waitFor(() => expect(described('Phone number')).toContain(end.says));
    expect(field('Phone number').value).toBe('(303) 555-0101');
  });
});

describe('the code form', () => {
  it.each(cellsByState('verify'))('%s: shown at the field, with the code kept', async (state, { end }) => {
    await openScreens({ problem: problemOf(state) }).verify();
    await waitFor(() => expect(described('Verification code')).toContain(end.says));
    expect(field('Verification code').value).toBe('123456');
  });
});

describe('the choice of an account', () => {
  it.each(cellsByState('verify with account'))('%s: shown once, in its place', async (state, { end }) => {
    await openScreens({ problem: problemOf(state) })['verify with account']();
    await waitFor(() => expect(page()).toContain(end.says));
    const isAtCode = screen.queryByRole('textbox', { name: 'Verification code' }) !== null;
    expect(isAtCode).toBe(end.place === 'code step');
    expect(screen.queryAllByRole('listitem')).toHaveLength(isAtCode ? 0 : 2);
    // The message is shown once, in the banner or below the choice.
    expect(page()?.split(end.says)).toHaveLength(2);
    const alert = screen.queryByRole('alert')?.textContent ?? '';
    expect(alert.includes(end.says)).toBe(end.place === 'countdown');
    // The choices are disabled during the countdown.
    const choices = screen.queryAllByRole<HTMLButtonElement>('button', { name: /Elm/ });
    expect(choices.filter(({ disabled }) => disabled)).toHaveLength(end.place === 'countdown' ? 2 : 0);
  });
});

describe('the list', () => {
  it.each(cellsByState('access'))('%s: shown in its place, with a retry button', async (state, { end }) => {
    await openScreens({ problem: problemOf(state) }).access();
    await waitFor(() => expect(page()).toContain(end.says));
    // The rate-limit banner shows the same text and may appear before it does in the list.
    expect(await screen.findByRole('button', { name: /Try again/ })).toBeTruthy();
    expect(screen.queryByRole('link', { name: /B204/ })).toBeNull();
  });

  it.each(cellsByState('access refresh'))(
    '%s on a refresh: shown above the list, which stays',
    async (state, { end }) => {
      await openScreens({ problem: problemOf(state) })['access refresh']();
      await waitFor(() => expect(page()).toContain(end.says));
      await waitFor(() => expect(page()).toContain('Showing the last list we could load.'));
      expect(screen.getByRole('link', { name: /B204/ })).toBeTruthy();
    },
  );
});

describe('a door', () => {
  const atDoor = cellsByState('open').filter(([, { end }]) => end.place === 'door');
  it.each(atDoor)('%s: shown in the status line', async (state, { end }) => {
    await openScreens({ door: stateOf(state) }).open();
    expect(within(screen.getByRole('dialog')).getByRole('status').textContent).toContain(end.says);
  });
});

describe('the activity', () => {
  it.each(cellsByState('log lock'))('%s: shown beside the opening', async (state, { end }) => {
    await openScreens({ report: reportOf(state) }).log();
    expect(screen.getByRole('listitem').textContent).toContain(end.says);
  });
});

const ORIGINS = { 'by its answer': 'answer', 'no answer': 'network', 'too late': 'timeout' } as const;

function problemOf(state: string): ApiProblem {
  const [kind, origin] = state.split(', ') as [ApiProblem['kind'], keyof typeof ORIGINS | undefined];
  return aProblem(kind, { origin: origin ? ORIGINS[origin] : 'answer', notBefore: Date.now() + 60_000 });
}

function stateOf(state: string): NonNullable<ScreenInput['door']> {
  if (state === 'opened') return { kind: 'opened', openedAt: 0, relayEndsAt: 0, relayMs: 3_000, relay: 'not-named' };
  return { kind: 'ended', outcome: outcomeOf(state), restUntil: 0 };
}

function outcomeOf(state: string): Exclude<OpenOutcome, { kind: 'opened' }> {
  const [kind, because] = state.split(': ');
  if (kind === 'unknown') return { kind, because: because as 'nonsense' };
  if (kind === 'not-sent') {
    const cause = because as NotSentCause['kind'];
    return { kind, because: cause === 'rate-limited' ? { kind: cause, until: null } : { kind: cause } };
  }
  return { kind: kind as 'denied', message: null };
}

function reportOf(state: string): NonNullable<ScreenInput['report']> {
  const kind = state.split(' ').at(-1);
  if (kind === 'due') return { kind, happening: 'open_successful', reason: null, key: 'key' };
  return kind === 'refused' ? { kind, status: 403, message: null } : { kind: 'sent' };
}
