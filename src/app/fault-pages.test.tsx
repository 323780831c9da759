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

/** Renders a page; returns its location. */
function show(page: ReactNode) {
  const platform = createTestPlatform();
  render(<PlatformProvider platform={platform}>{page}</PlatformProvider>);
  return platform.location;
}

/** The faults of this configuration. */
function faultOf(text: string) {
  const result = checkConfig(text);
  if (result.kind === 'ok') throw new Error('the configuration has no faults');
  return result;
}

describe('an app with an invalid configuration', () => {
  it('lists every invalid key', () => {
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
  ])('lists only %s for the file %s', (key, text) => {
    show(<ConfigFaultPage fault={faultOf(text)} onRetry={() => {}} />);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('This app is not set up correctly');
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
    expect(screen.getByRole('code').textContent).toBe(key);
  });

  it('explains a file that is not JSON', () => {
    show(<ConfigFaultPage fault={faultOf('{')} onRetry={() => {}} />);
    expect(screen.getByRole('listitem').textContent).toMatch(/^config\.json is not JSON/);
  });

  it.each([
    [404, 'The server answered 404 for config.json.'],
    [null, null],
  ])('offers another try when the file could not be fetched (%s)', (status, text) => {
    const retry = vi.fn();
    show(<ConfigFaultPage fault={{ kind: 'missing', status }} onRetry={retry} />);
    if (text === null) expect(screen.queryByText(/answered/)).toBeNull();
    else expect(screen.getByText(text)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledTimes(1);
  });
});

function Broken(): never {
  throw new Error('internal details');
}

describe('an error boundary', () => {
  it('shows an error page with a reload button and without the error’s message', () => {
    const consoleError = vi.spyOn(console, 'error').mockImplementation(() => {});
    show(
      <ErrorBoundary>
        <Broken />
      </ErrorBoundary>,
    );
    expect(consoleError).toHaveBeenCalled();
    expect(screen.getByRole('heading', { name: 'Something went wrong in this app' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Reload' })).toBeTruthy();
    expect(document.body.textContent).not.toContain('internal details');
  });

  it('resets when the path changes, and reports the error once', async () => {
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
    expect(onCrash.mock.calls).toEqual([[new Error('internal details')]]);
  });

  it('renders its children when there is no error', () => {
    show(<ErrorBoundary>all is well</ErrorBoundary>);
    expect(screen.getByText('all is well')).toBeTruthy();
  });
});
