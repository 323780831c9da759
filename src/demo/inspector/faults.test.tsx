// @vitest-environment jsdom
import { act, cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Demo } from '../demo.ts';
import { FaultsPart } from './faults.tsx';
import { signIn, stillDemo } from './inspector.test-helper.ts';

const LIST = '/api/v2/tenant/access';
const PRESS = '/gateway/locks/nothing/open';

// The control API is asynchronous and slow on a busy machine.
configure({ asyncUtilTimeout: 10_000 });

let demo: Demo;
beforeEach(() => {
  demo = stillDemo();
});
afterEach(() => {
  cleanup();
  demo.end();
});

const fault = (name: string | RegExp) => screen.getByRole('switch', { name });
const isOn = (name: string) => fault(name).getAttribute('aria-checked') === 'true';
const becomes = (name: string, on: boolean) => waitFor(() => expect(isOn(name)).toBe(on));
async function turn(name: string, on: boolean) {
  fireEvent.click(fault(name));
  await becomes(name, on);
}

describe('the switch of a fault', () => {
  it('adds its fault and removes it', async () => {
    const ask = await signIn(demo);
    render(<FaultsPart demo={demo} />);
    expect(screen.getAllByRole('switch').every((one) => one.getAttribute('aria-checked') === 'false')).toBe(true);
    await turn('Server trouble', true);
    expect((await ask('GET', LIST)).status).toBe(503);
    expect((await ask('POST', PRESS, { not_after: '2026-02-13T17:30:10Z' })).status).toBe(404);
    await turn('Server trouble', false);
    expect((await ask('GET', LIST)).status).toBe(200);
  });

  it('sends Retry-After with too many requests', async () => {
    const ask = await signIn(demo);
    render(<FaultsPart demo={demo} />);
    await turn('Too many requests', true);
    for (const answer of [await ask('GET', LIST), await ask('POST', PRESS)]) {
      expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, '30']);
    }
  });

  it('removes only its own faults', async () => {
    const ask = await signIn(demo);
    await demo.control('POST', 'faults', { route: 'GET /api/v2/health', status: 500, times: 3, nth: 2 });
    await ask('GET', '/api/v2/health');
    await ask('GET', '/api/v2/health');
    render(<FaultsPart demo={demo} />);
    await turn('Answers that make no sense', true);
    await turn('The next press is lost twice', true);
    await turn('Answers that make no sense', false);
    expect(isOn('The next press is lost twice')).toBe(true);
    expect(await demo.control('GET', 'faults')).toMatchObject([
      { pattern: '/api/v2/health', status: 500, nth: 1, times: 2 },
      { pattern: '/gateway/*', drop: 'after', times: 2 },
    ]);
  });

  it('turns off when its fault is used up', async () => {
    const ask = await signIn(demo);
    render(<FaultsPart demo={demo} />);
    await turn('The next press is lost on the way', true);
    await expect(ask('POST', PRESS)).rejects.toThrow('dropped');
    // Only the phone's log notifies of a dropped request.
    await act(async () => void demo.radio.fetch('/api/v2/health').catch(() => {}));
    await becomes('The next press is lost on the way', false);
  });

  it('follows changes of the facility and of the network', async () => {
    render(<FaultsPart demo={demo} />);
    await act(() => demo.control('POST', 'faults', { route: '/api/v2/*', status: 503, times: 0 }));
    await becomes('Server trouble', true);
    await act(() => demo.control('DELETE', 'faults'));
    await becomes('Server trouble', false);
    act(() => demo.radio.setOnline(false));
    expect(isOn('No network')).toBe(true);
    fireEvent.click(fault('No network'));
    expect(demo.radio.isOnline()).toBe(true);
  });

  it('shows and clears faults that belong to no switch', async () => {
    render(<FaultsPart demo={demo} />);
    await act(() => demo.control('POST', 'faults', { route: 'GET /api/v2/health', never: true }));
    await screen.findByText(/no answer at all/);
    fireEvent.click(screen.getByRole('button', { name: 'Clear these' }));
    await waitFor(() => expect(screen.queryByText(/no answer at all/)).toBeNull());
    expect(await demo.control('GET', 'faults')).toEqual([]);
  });
});

describe('the motors', () => {
  const select = () =>
    screen.getByRole('combobox', { name: 'Locks and gates of who is signed in' }) as HTMLSelectElement;
  const choose = (value: string) => fireEvent.change(select(), { target: { value } });
  const motorsOf = (nth: number) => {
    const { units, entryPoints } = demo.facility.world.tenants[nth] ?? { units: [], entryPoints: [] };
    return [...new Set([...units.flatMap(({ lock }) => lock ?? []), ...entryPoints].map(({ motor }) => motor))];
  };

  it('of the signed-in tenant can be jammed and repaired', async () => {
    await signIn(demo);
    render(<FaultsPart demo={demo} />);
    choose('jammed');
    await waitFor(() => expect(select().value).toBe('jammed'));
    expect([motorsOf(0), motorsOf(1)]).toEqual([['jammed'], ['ok']]);
    choose('ok');
    await waitFor(() => expect(select().value).toBe('ok'));
    expect(motorsOf(0)).toEqual(['ok']);
  });

  it('do not change, and a hint is shown, when no tenant is signed in', async () => {
    render(<FaultsPart demo={demo} />);
    choose('not_answered');
    await screen.findByText(/Sign in on the phone first/);
    expect(select().value).toBe('ok');
  });

  it('are shown as mixed when they differ', async () => {
    await signIn(demo);
    render(<FaultsPart demo={demo} />);
    const lock = demo.facility.world.tenants[0]?.units.find((unit) => unit.lock)?.lock?.id;
    await act(() => demo.control('PATCH', `doors/lock/${lock}`, { motor: 'jammed' }));
    await waitFor(() => expect(select().selectedOptions[0]?.textContent).toBe('Not all the same'));
  });
});

describe('the session', () => {
  it('expires with the button', async () => {
    const ask = await signIn(demo);
    render(<FaultsPart demo={demo} />);
    fireEvent.click(screen.getByRole('button', { name: 'Session expires now' }));
    await screen.findByText(/the app hears of it/);
    expect((await ask('GET', LIST)).status).toBe(401);
  });

  it('cannot expire when no tenant is signed in', async () => {
    render(<FaultsPart demo={demo} />);
    fireEvent.click(screen.getByRole('button', { name: 'Session expires now' }));
    await screen.findByText('Nobody has signed in yet.');
  });
});
