// @vitest-environment jsdom
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { type AccessList, tenantKey } from '#model';
import { aDoor } from '#model/test-helpers';
import type { Access } from '#systems';
import { surroundings, tenant } from './access.test-helper.tsx';
import { ACCESS_KEY, useAccess } from './use-access.ts';

const listOf = (...names: string[]): AccessList => ({ doors: names.map((name) => aDoor({ name })), syncedAt: null });

/** Renders `useAccess` with a system that answers in pages; `known` is the cached list. */
function renderAccess(known?: AccessList) {
  const asked: Parameters<Access['fetch']>[] = [];
  let finish = (_list: AccessList) => {};
  const fetch: Access['fetch'] = (...given) => {
    asked.push(given);
    return new Promise((resolve) => (finish = resolve));
  };
  const { around, queries } = surroundings({ fetch });
  if (known) queries.setQueryData([ACCESS_KEY, tenantKey(tenant)], known, { updatedAt: 1 });
  const wrapper = ({ children }: { readonly children: ReactNode }) => around(children);
  const { result } = renderHook(() => useAccess(), { wrapper });
  return {
    asked,
    firstPage: (list: AccessList) => act(async () => asked[0]?.[2]?.(list)),
    finish: (list: AccessList) => act(async () => finish(list)),
    names: () => result.current.data?.doors.map(({ name }) => name),
    isFetching: () => result.current.isFetching,
  };
}

describe('the access list', () => {
  it('is fetched for the signed-in tenant', async () => {
    const { asked } = renderAccess();
    await waitFor(() => expect(asked[0]?.[0]).toBe(tenantKey(tenant)));
  });

  it('shows its first page while the rest is being fetched', async () => {
    const { asked, firstPage, finish, names, isFetching } = renderAccess();
    await waitFor(() => expect(asked).toHaveLength(1));
    await firstPage(listOf('A'));
    await waitFor(() => expect([names(), isFetching()]).toEqual([['A'], true]));
    await finish(listOf('A', 'B'));
    await waitFor(() => expect([names(), isFetching()]).toEqual([['A', 'B'], false]));
  });

  it('is not replaced by a first page', async () => {
    const { asked, firstPage, names } = renderAccess(listOf('A', 'B', 'C'));
    await waitFor(() => expect(asked).toHaveLength(1));
    await firstPage(listOf('A'));
    await act(() => new Promise((next) => setTimeout(next, 0)));
    expect(names()).toEqual(['A', 'B', 'C']);
  });
});
