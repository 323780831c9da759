// @vitest-environment jsdom
import { cleanup, createEvent, fireEvent, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { PlatformContext } from '#platform';
import { createTestPlatform } from '#platform/test-helpers';
import { Link, Redirect, usePath } from './router.tsx';

afterEach(cleanup);

function Path() {
  return <output>{usePath()}</output>;
}

function show(page: ReactNode) {
  const platform = createTestPlatform();
  platform.location.navigate('/doors');
  render(
    <PlatformContext value={platform}>
      <Path />
      {page}
    </PlatformContext>,
  );
  return platform.location;
}

/** Clicks the link. Returns whether the browser would follow it. */
function click(init: MouseEventInit = {}): boolean {
  const link = screen.getByRole('link', { name: 'Help' });
  const event = createEvent.click(link, { button: 0, ...init });
  let isFollowed = false;
  const observe = (seen: Event) => {
    isFollowed = !seen.defaultPrevented;
    // jsdom cannot follow a link.
    seen.preventDefault();
  };
  window.addEventListener('click', observe, { once: true });
  fireEvent(link, event);
  return isFollowed;
}

describe('a link to another path of the app', () => {
  it('has that address', () => {
    show(<Link href="/help">Help</Link>);
    expect(screen.getByRole('link', { name: 'Help' }).getAttribute('href')).toBe('/help');
  });

  it('changes the path without loading a page', () => {
    show(<Link href="/help">Help</Link>);
    expect(click()).toBe(false);
    expect(screen.getByRole('status').textContent).toBe('/help');
  });

  it.each([{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }, { button: 1 }])(
    'is followed by the browser when it is clicked with %o',
    (init) => {
      const location = show(<Link href="/help">Help</Link>);
      expect(click(init)).toBe(true);
      expect(location.path()).toBe('/doors');
    },
  );
});

it('a redirect replaces the path', () => {
  show(<Redirect to="/sign-in" />);
  expect(screen.getByRole('status').textContent).toBe('/sign-in');
});
