// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react';
import { type ReactNode, Suspense } from 'react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { setLocale } from '#i18n';
import { createFakeClock, createTestPlatform } from '#platform/test-helpers';
import { lazyPage } from '#ui';
import { ErrorBoundary } from './error-boundary.tsx';
import { PlatformProvider } from './platform-provider.tsx';

beforeAll(() => setLocale('en'));

const clock = createFakeClock();
const wrapper = ({ children }: { readonly children: ReactNode }) => (
  <PlatformProvider platform={createTestPlatform({ clock })}>{children}</PlatformProvider>
);

const Shown = ({ name }: { readonly name: string }) => <p>Page of {name}</p>;

describe('a page in a chunk of its own', () => {
  it('shows what there is to show while it waits', async () => {
    let come = () => {};
    const comes = new Promise<typeof Shown>((resolve) => {
      come = () => resolve(Shown);
    });
    const { Page } = lazyPage(() => comes);
    await act(async () => {
      render(
        <Suspense fallback={<p>Wait</p>}>
          <Page name="Ada" />
        </Suspense>,
        { wrapper },
      );
    });
    expect(screen.getByText('Wait')).toBeTruthy();
    await act(async () => come());
    expect(screen.getByText('Page of Ada')).toBeTruthy();
  });

  it('shows at once when it was loaded ahead', async () => {
    const { Page, load } = lazyPage(async () => Shown);
    await load();
    render(
      <Suspense fallback={<p>Wait</p>}>
        <Page name="Ada" />
      </Suspense>,
      { wrapper },
    );
    expect(screen.getByText('Page of Ada')).toBeTruthy();
  });

  it('may be asked for again when it could not be had', async () => {
    let isThere = false;
    const { load } = lazyPage(async () => {
      if (!isThere) throw new TypeError('Failed to fetch');
      return () => null;
    });
    await expect(load()).rejects.toThrow('Failed to fetch');
    isThere = true;
    await expect(load()).resolves.toBeTypeOf('function');
  });

  it('is asked for again by whoever comes back to it', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    let isThere = false;
    const { Page } = lazyPage(async () => {
      if (!isThere) throw new TypeError('Failed to fetch');
      return Shown;
    });
    const show = (place: string) => (
      <ErrorBoundary key={place}>
        <Suspense fallback={null}>
          <Page name="Ada" />
        </Suspense>
      </ErrorBoundary>
    );
    const { rerender } = render(show('first'), { wrapper });
    await act(async () => {});
    expect(screen.getByRole('heading', { level: 1 })).toBeTruthy();
    isThere = true;
    clock.advance(1_000);
    await act(async () => rerender(show('again')));
    expect(screen.getByText('Page of Ada')).toBeTruthy();
  });
});
