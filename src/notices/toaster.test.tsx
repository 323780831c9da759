// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { Suspense, startTransition, use, useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestPlatform } from '#platform/test-helpers';
import { createToastList } from './toast-list.ts';
import { Toaster } from './toaster.tsx';

const SHOWN_MS = 8_000;
const platform = createTestPlatform();
const lost = { cause: 'not-found lock', title: 'Lock not found', next: 'Here is your fresh list.' };

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** Renders a toaster with one toast. */
function showOne() {
  const toasts = createToastList();
  render(<Toaster toasts={toasts} platform={platform} />);
  act(() => toasts.add(lost));
  return toasts;
}
const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));
const place = () => screen.getByRole('status');

describe('a toast', () => {
  it('is added to a live region that was already there', () => {
    const toasts = createToastList();
    render(<Toaster toasts={toasts} platform={platform} />);
    expect(place().textContent).toBe('');
    act(() => toasts.add(lost));
    expect(place().textContent).toContain('Lock not found');
    expect(place().textContent).toContain('Here is your fresh list.');
  });

  it('closes by itself', () => {
    showOne();
    pass(SHOWN_MS - 1);
    expect(place().textContent).not.toBe('');
    pass(1);
    expect(place().textContent).toBe('');
  });

  it.each([
    ['is hovered', fireEvent.pointerEnter, fireEvent.pointerLeave],
    ['has the focus', fireEvent.focus, fireEvent.blur],
  ])('stays while it %s, and for its whole time afterwards', (_what, hold, release) => {
    showOne();
    const button = screen.getByRole('button');
    const target = hold === fireEvent.focus ? button : place();
    pass(SHOWN_MS - 1);
    hold(target);
    pass(SHOWN_MS * 10);
    expect(place().textContent).not.toBe('');
    release(target);
    pass(SHOWN_MS - 1);
    expect(place().textContent).not.toBe('');
    pass(1);
    expect(place().textContent).toBe('');
  });

  it('that is shown again stays for its full time again', () => {
    const toasts = showOne();
    pass(SHOWN_MS - 1);
    act(() => toasts.add(lost));
    pass(SHOWN_MS - 1);
    expect(place().textContent).not.toBe('');
    pass(1);
    expect(place().textContent).toBe('');
  });

  it('is removed from the rendered list, not from one whose render was abandoned', async () => {
    const [shown, abandoned] = [createToastList(), createToastList()];
    for (const toasts of [shown, abandoned]) toasts.add(lost);
    const forever = new Promise<null>(() => {});
    let choose = (_toasts: typeof shown) => {};
    const Waits = () => use(forever);
    function Either() {
      const [toasts, setToasts] = useState(shown);
      choose = setToasts;
      return (
        <>
          <Toaster toasts={toasts} platform={platform} />
          {toasts === abandoned ? <Waits /> : null}
        </>
      );
    }
    render(
      <Suspense fallback={null}>
        <Either />
      </Suspense>,
    );
    await act(async () => startTransition(() => choose(abandoned)));
    await act(async () => vi.advanceTimersByTime(SHOWN_MS));
    expect([shown.list().length, abandoned.list().length]).toEqual([0, 1]);
  });

  it('dismissed by keyboard does not keep the next one open, and moves the focus to the page', () => {
    const page = document.createElement('main');
    page.id = 'content';
    page.innerHTML = '<h1 tabindex="-1">Your doors</h1>';
    document.body.append(page);
    const toasts = showOne();
    const button = screen.getByRole('button', { name: 'Dismiss' });
    button.focus();
    fireEvent.click(button);
    expect(document.activeElement?.textContent).toBe('Your doors');
    act(() => toasts.add(lost));
    pass(SHOWN_MS);
    expect(place().textContent).toBe('');
    page.remove();
  });

  it('closes when it is dismissed by its labelled button', () => {
    showOne();
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(place().textContent).toBe('');
  });
});
