// @vitest-environment jsdom
import { act, fireEvent, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { checkConfig } from '#config/check';
import { createTestPlatform } from '#platform/test-helpers';
import { usePath } from '#router';
import { ConfigFaultPage } from './config-fault-page.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { PlatformProvider } from './platform-provider.tsx';

/** Shows it, on a platform whose location the test moves. */
function show(page: ReactNode) {
  const platform = createTestPlatform();
  render(<PlatformProvider platform={platform}>{page}</PlatformProvider>);
  return platform.location;
}

/** What is wrong with this text, as the app sees it. */
function faultOf(text: string) {
  const result = checkConfig(text);
  if (result.kind === 'ok') throw new Error('nothing is wrong with it');
  return result;
}

describe('an app that is not set up correctly', () => {
  it('names every key at fault to the operator', () => {
    const fault = faultOf('{"system":"kiss","api":{"base":"x"},"defaultCountry":"us"}');
    show(<ConfigFaultPage fault={fault} onRetry={() => {}} />);
    const lines = screen.getAllByRole('listitem').map((line) => line.textContent);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^api\.base must be a path/);
    expect(lines[1]).toMatch(/^defaultCountry must be a country/);
  });

  it.each([
    ['config.json', '{ "system": "kiss", }'],
    ['system', '{}'],
    ['system', '{"system":"kisi"}'],
    ['api.base', '{"system":"kiss","api":{"base":"api/v2"}}'],
    ['opener.kind', '{"system":"kiss","opener":{"kind":"magic"}}'],
    ['locations.loc_1.timezone', '{"system":"kiss","locations":{"loc_1":{"name":"A","timezone":"Mars"}}}'],
    ['defaultCountry', '{"system":"kiss","defaultCountry":"usa"}'],
    ['brand.name', '{"system":"kiss","brand":{"name":7}}'],
  ])('names %s alone for the file %s', (key, text) => {
    show(<ConfigFaultPage fault={faultOf(text)} onRetry={() => {}} />);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('This app is not set up correctly');
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
    expect(screen.getByRole('code').textContent).toBe(key);
  });

  it('says what is wrong with a file that is no JSON', () => {
    show(<ConfigFaultPage fault={faultOf('{')} onRetry={() => {}} />);
    expect(screen.getByRole('listitem').textContent).toMatch(/^config\.json is not JSON/);
  });

  it.each([
    [404, 'The server answered 404 for config.json.'],
    [null, null],
  ])('that could not be fetched (%s) can be tried again', (status, text) => {
    const retry = vi.fn();
    show(<ConfigFaultPage fault={{ kind: 'missing', status }} onRetry={retry} />);
    if (text === null) expect(screen.queryByText(/answered/)).toBeNull();
    else expect(screen.getByText(text)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledTimes(1);
  });
});

function Broken(): never {
  throw new Error('a secret of ours');
}

describe('a defect of ours', () => {
  it('is a page that says so, with a way on, and says nothing of our insides', () => {
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => {});
    show(
      <ErrorBoundary>
        <Broken />
      </ErrorBoundary>,
    );
    expect(complaint).toHaveBeenCalled();
    expect(screen.getByRole('heading', { name: 'Something went wrong in this app' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Reload' })).toBeTruthy();
    expect(document.body.textContent).not.toContain('a secret of ours');
  });

  it('lets go when the person goes to another address, and is told of once', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const onCrash = vi.fn();
    const Page = () => {
      const path = usePath();
      return path === '/broken' ? <Broken /> : <p>{path}</p>;
    };
    const { navigate } = show(
      <ErrorBoundary onCrash={onCrash}>
        <Page />
      </ErrorBoundary>,
    );
    act(() => navigate('/broken'));
    expect(screen.getByRole('button', { name: 'Reload' })).toBeTruthy();
    act(() => navigate('/help'));
    expect(screen.getByText('/help')).toBeTruthy();
    expect(onCrash.mock.calls).toEqual([[new Error('a secret of ours')]]);
  });

  it('is nothing to see where there is none', () => {
    show(<ErrorBoundary>all is well</ErrorBoundary>);
    expect(screen.getByText('all is well')).toBeTruthy();
  });
});
