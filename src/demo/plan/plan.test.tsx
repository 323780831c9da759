// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { codeIn, createFacility, type Facility } from '#facility';
import { createDemoTime, type DemoTime } from '../time.ts';
import { Plan } from './plan.tsx';

/** Noon in Denver on a weekday. */
const NOON = Date.parse('2026-02-13T19:00:00Z');
const HOUR = 3_600_000;
const B204_LOCK = '01HQ8901234567HIJKMNPQRSTUVWXY';
const SARAH = '01HQ0123456789ABCDEFGHJKMNPQRS';

let time: DemoTime;
let facility: Facility;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame'] });
  time = createDemoTime(NOON, { now: () => NOON, setTimer: () => () => {} });
  facility = createFacility({ now: time.now, setTimer: time.setTimer });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const show = (tenants: readonly string[] = [SARAH]) =>
  render(<Plan facility={facility} time={time} tenants={tenants} />);
const lampOf = (door: string) => document.querySelector(`[data-door="${door}"]`)?.getAttribute('data-lamp');
const position = () => document.querySelector('[data-position]')?.getAttribute('data-position');
const light = () => document.querySelector('svg[data-light]')?.getAttribute('data-light');

/** Advances the time by `ms` and renders the next frame. */
async function pass(ms: number) {
  await act(async () => {
    time.jump(ms);
    await vi.advanceTimersByTimeAsync(50);
  });
}

/** Sends an open command as the app does, and waits until the motor runs. */
async function press(lock: string) {
  const post = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
    facility.fetch(new Request(`http://facility.test${path}`, { method: 'POST', body: JSON.stringify(body), headers }));
  const number = { country_code: '1', phone_number: '3035550101' };
  await post('/api/v2/auth/phone', number);
  const otp = codeIn(facility.world.messages.at(-1)?.text);
  const verified = (await (await post('/api/v2/auth/verify-otp', { ...number, otp })).json()) as Verified;
  const not_after = new Date(facility.clock.now() + 10_000).toISOString();
  const headers = { authorization: `Bearer ${verified.data.token}`, 'idempotency-key': 'one press' };
  const answer = post(`/gateway/locks/${lock}/open`, { not_after }, headers);
  await vi.waitFor(() => expect(facility.journal.requests.at(-1)?.path).toMatch(/open$/));
  await pass(0);
  return answer;
}

type Verified = { readonly data: { readonly token: string } };

describe('the plan', () => {
  it('is named after the sites at which the tenant has doors', () => {
    show();
    expect(screen.getByRole('group', { name: 'Plan of Denver North and Boulder' })).toBeDefined();
  });

  it('shows each door, with lamps only for the tenant’s own', () => {
    show();
    expect(lampOf('B204')).toBe('permitted');
    expect(lampOf('C101')).toBe('denied');
    expect(lampOf('A305')).toBe('none');
    expect(lampOf('Building B Door')).toBe('permitted');
    expect(lampOf('D12')).toBe('other');
    expect(screen.getByRole('img', { name: 'B204: permitted' })).toBeDefined();
    expect(screen.getByRole('img', { name: 'D12: somebody else’s' })).toBeDefined();
  });

  it('shows the tenant on the street until a door opens', () => {
    show();
    expect(position()).toBe('street');
  });

  it('shows a door that opens and closes, and the tenant at it', async () => {
    show();
    void press(B204_LOCK);
    await vi.waitFor(async () => {
      await pass(0);
      expect(lampOf('B204')).toBe('opening');
    });
    expect(position()).toBe('street');
    await pass(2000);
    expect(lampOf('B204')).toBe('open');
    expect(screen.getByRole('img', { name: 'B204: open' })).toBeDefined();
    expect(position()).toBe('B204');
    await pass(5000);
    expect(lampOf('B204')).toBe('permitted');
    expect(position()).toBe('B204');
  });

  it('shows names as text, even when they contain markup', () => {
    show(['tenant_hostile']);
    expect(document.querySelectorAll('[data-door]')).toHaveLength(11);
    expect(document.querySelector('.plan b, .plan i, .plan img, .plan script')).toBeNull();
  });

  it('can be focused and moved with the keyboard, and describes how', () => {
    show();
    const plan = screen.getByRole('group', { name: 'Move and zoom the plan' });
    expect(plan.tabIndex).toBe(0);
    const help = document.getElementById(plan.getAttribute('aria-describedby') ?? '');
    expect(help?.textContent).toMatch(/Arrow keys/);
    for (const name of ['Zoom in', 'Zoom out', 'Show all', 'Go to the tenant']) {
      expect(screen.getByRole('button', { name })).toBeDefined();
    }
  });

  it('has buttons to move it only while a part is outside of the view', async () => {
    show();
    expect(screen.queryByRole('button', { name: 'Move left' })).toBeNull();
    const plan = screen.getByRole('group', { name: 'Move and zoom the plan' });
    await act(async () => {
      plan.dispatchEvent(new KeyboardEvent('keydown', { key: '+', bubbles: true }));
      await vi.advanceTimersByTimeAsync(50);
    });
    expect(screen.getByRole('button', { name: 'Move left' })).toBeDefined();
    await act(async () => {
      plan.dispatchEvent(new KeyboardEvent('keydown', { key: '0', bubbles: true }));
      await vi.advanceTimersByTimeAsync(50);
    });
    expect(screen.queryByRole('button', { name: 'Move left' })).toBeNull();
  });

  it('draws ten thousand doors at a small scale as a few paths for each site', () => {
    show(['tenant_ten_thousand']);
    expect(screen.getByRole('group', { name: 'Plan of 40 sites' })).toBeDefined();
    expect(document.querySelectorAll('[data-door]')).toHaveLength(0);
    expect(document.querySelectorAll('.plan-far')).toHaveLength(80);
    expect(document.querySelectorAll('.plan *').length).toBeLessThan(2000);
  });

  it('has a message when there is no site', () => {
    show([]);
    expect(screen.getByText('There is no site to show.')).toBeDefined();
  });

  it('gets dark with the time of the facility', async () => {
    show();
    expect(light()).toBe('day');
    await pass(7 * HOUR);
    expect(light()).toBe('dusk');
    await pass(3 * HOUR);
    expect(light()).toBe('night');
    expect(screen.getByText('10:00 PM')).toBeDefined();
  });
});
