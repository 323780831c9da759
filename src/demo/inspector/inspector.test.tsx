// @vitest-environment jsdom
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PhoneRequest } from '../phone/requests.ts';
import { createDemoTime } from '../time.ts';
import { ClockPart } from './clock.tsx';
import { HALF_PAST_TEN, stillDemo } from './inspector.test-helper.ts';
import { Inspector } from './inspector.tsx';
import { RequestsPart } from './requests.tsx';

const button = (name: string) => screen.getByRole('button', { name });

describe('the inspector', () => {
  it('has a heading for each part and no requests at first', () => {
    render(<Inspector demo={stillDemo()} />);
    const headings = screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
    expect(headings).toEqual(['Requests and answers', 'Clock', 'Faults', 'Latency']);
    expect(screen.getByText('Nothing yet: what the phone asks for appears here.')).toBeTruthy();
  });

  it('shows the current demo, not the previous one', () => {
    const [first, second] = [stillDemo(), stillDemo()];
    first.radio.setLatencyMs(700);
    first.time.setRate(0);
    const { rerender } = render(<Inspector demo={first} />);
    const slider = () => screen.getByRole('slider', { name: /on the way/ });
    expect(slider().getAttribute('aria-valuetext')).toBe('700 milliseconds');
    expect(button('Pause').getAttribute('aria-pressed')).toBe('true');
    rerender(<Inspector demo={second} />);
    expect(slider().getAttribute('aria-valuetext')).toBe('160 milliseconds');
    expect(button('Pause').getAttribute('aria-pressed')).toBe('false');
    fireEvent.change(slider(), { target: { value: '1500' } });
    expect([first.radio.latencyMs(), second.radio.latencyMs()]).toEqual([700, 1500]);
    expect(screen.getByText('1500 ms')).toBeTruthy();
  });
});

const setTimer = (run: () => void, ms: number) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

describe('the clock', () => {
  beforeEach(() => void vi.useFakeTimers({ now: HALF_PAST_TEN }));
  afterEach(() => void vi.useRealTimers());

  function showClock() {
    const time = createDemoTime(HALF_PAST_TEN, { now: Date.now, setTimer });
    render(<ClockPart time={time} />);
    return time;
  }
  const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms));
  const shown = () => document.querySelector('time')?.textContent;

  it('shows the current date and time of the facility', () => {
    showClock();
    expect(shown()).toBe('10:30:00 AM Fri, Feb 13, 2026');
    pass(2_000);
    expect(shown()).toContain('10:30:02 AM');
  });

  it('pauses, runs sixty times as fast, and runs normally', () => {
    const time = showClock();
    fireEvent.click(button('Pause'));
    pass(60_000);
    expect(shown()).toContain('10:30:00 AM');
    fireEvent.click(button('×60'));
    expect(button('×60').getAttribute('aria-pressed')).toBe('true');
    expect(button('Pause').getAttribute('aria-pressed')).toBe('false');
    pass(60_000);
    expect(shown()).toContain('11:30:00 AM');
    fireEvent.click(button('Run'));
    expect(time.rate()).toBe(1);
  });

  it.each<[string, string]>([
    ['+1 minute', '10:31:00 AM Fri, Feb 13, 2026'],
    ['+1 hour', '11:30:00 AM Fri, Feb 13, 2026'],
    ['To the night', '11:00:00 PM Fri, Feb 13, 2026'],
    ['To the morning', '8:00:00 AM Sat, Feb 14, 2026'],
  ])('jumps: %s', (name, then) => {
    showClock();
    fireEvent.click(button(name));
    expect(shown()).toBe(then);
  });
});

describe('the requests', () => {
  function showRequests(first: readonly PhoneRequest[]) {
    let listed = first;
    let notify = () => {};
    const requests = {
      list: () => listed,
      subscribe(changed: () => void) {
        notify = changed;
        return () => {};
      },
    };
    render(<RequestsPart requests={requests} />);
    return (next: readonly PhoneRequest[]) =>
      act(() => {
        listed = next;
        notify();
      });
  }
  const request = (nth: number, facts: Partial<PhoneRequest> = {}): PhoneRequest => ({
    nth,
    method: 'GET',
    path: `/api/v2/${nth}`,
    at: HALF_PAST_TEN,
    status: null,
    durationMs: null,
    kind: null,
    ...facts,
  });
  const rows = () =>
    within(screen.getByRole('list'))
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);

  it('are shown when they start, and then with the kind and the rule of the response', () => {
    const update = showRequests([request(1)]);
    expect(rows()).toEqual(['10:30:00 AM GET /api/v2/1on its way…']);
    update([request(1, { status: 401, durationMs: 41.6 })]);
    expect(rows()[0]).toContain('401 42 ms');
    update([request(1, { status: 401, durationMs: 41.6, kind: 'unauthenticated' })]);
    expect(rows()[0]).toContain('401 → unauthenticated 42 msEnds the session');
    update([request(1, { durationMs: 9, kind: 'unavailable' })]);
    expect(rows()[0]).toContain('no answer → unavailable 9 ms');
  });

  it('are listed newest first, only the last six until all are requested', () => {
    showRequests(Array.from({ length: 20 }, (_, index) => request(index + 1)));
    expect(rows()).toHaveLength(6);
    expect(rows()[0]).toContain('/api/v2/20');
    fireEvent.click(button('Show all 20'));
    expect(rows()).toHaveLength(20);
    fireEvent.click(button('Show the last 6 only'));
    expect(rows()).toHaveLength(6);
  });

  it('are not in a live region', () => {
    showRequests([request(1)]);
    expect(document.querySelector('[aria-live], [role="status"], [role="alert"], [role="log"]')).toBeNull();
  });
});
