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

/** A toaster with one toast in it, after so many ms. */
function showOne() {
  const toasts = createToastList();
  render(<Toaster toasts={toasts} platform={platform} />);
  act(() => toasts.add(lost));
  return toasts;
}
const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));
const place = () => screen.getByRole('status');

describe('a toast', () => {
  it('is said in a place that stood there before it', () => {
    const toasts = createToastList();
    render(<Toaster toasts={toasts} platform={platform} />);
    expect(place().textContent).toBe('');
    act(() => toasts.add(lost));
    expect(place().textContent).toContain('Lock not found');
    expect(place().textContent).toContain('Here is your fresh list.');
  });

  it('goes by itself', () => {
    showOne();
    pass(SHOWN_MS - 1);
    expect(place().textContent).not.toBe('');
    pass(1);
    expect(place().textContent).toBe('');
  });

  it.each([
    ['is pointed at', fireEvent.pointerEnter, fireEvent.pointerLeave],
    ['has the focus', fireEvent.focus, fireEvent.blur],
  ])('stays while it %s, and has all of its time again afterwards', (_what, hold, letGo) => {
    showOne();
    const button = screen.getByRole('button');
    const target = hold === fireEvent.focus ? button : place();
    pass(SHOWN_MS - 1);
    hold(target);
    pass(SHOWN_MS * 10);
    expect(place().textContent).not.toBe('');
    letGo(target);
    pass(SHOWN_MS - 1);
    expect(place().textContent).not.toBe('');
    pass(1);
    expect(place().textContent).toBe('');
  });

  it('said anew has all of its time again', () => {
    const toasts = showOne();
    pass(SHOWN_MS - 1);
    act(() => toasts.add(lost));
    pass(SHOWN_MS - 1);
    expect(place().textContent).not.toBe('');
    pass(1);
    expect(place().textContent).toBe('');
  });

  it('ends in the list that is shown, not in one whose drawing was never finished', async () => {
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

  it('that was dismissed by keyboard holds no later one, and gives the focus back to the page', () => {
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

  it('goes when it is dismissed, and its button says what it does', () => {
    showOne();
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(place().textContent).toBe('');
  });
});
