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

describe('a lazy page', () => {
  it('shows the fallback while it loads', async () => {
    let finish = () => {};
    const loading = new Promise<typeof Shown>((resolve) => {
      finish = () => resolve(Shown);
    });
    const { Page } = lazyPage(() => loading);
    await act(async () => {
      render(
        <Suspense fallback={<p>Wait</p>}>
          <Page name="Ada" />
        </Suspense>,
        { wrapper },
      );
    });
    expect(screen.getByText('Wait')).toBeTruthy();
    await act(async () => finish());
    expect(screen.getByText('Page of Ada')).toBeTruthy();
  });

  it('shows without a fallback when it was preloaded', async () => {
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

  it('can be loaded again after a failure', async () => {
    let isOnline = false;
    const { load } = lazyPage(async () => {
      if (!isOnline) throw new TypeError('Failed to fetch');
      return () => null;
    });
    await expect(load()).rejects.toThrow('Failed to fetch');
    isOnline = true;
    await expect(load()).resolves.toBeTypeOf('function');
  });

  it('is loaded again when it is shown again after a failure', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    let isOnline = false;
    const { Page } = lazyPage(async () => {
      if (!isOnline) throw new TypeError('Failed to fetch');
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
    isOnline = true;
    clock.advance(1_000);
    await act(async () => rerender(show('again')));
    expect(screen.getByText('Page of Ada')).toBeTruthy();
  });
});
