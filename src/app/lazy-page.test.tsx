// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { lazyPage } from './lazy-page.ts';

afterEach(cleanup);

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
    await expect(load()).resolves.toBeUndefined();
  });
});
