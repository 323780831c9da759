// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { SNAPSHOT_KEY } from '#boot';
import { checkConfig } from '#config/check';
import { createTestPlatform } from '#platform/test-helpers';
import { kiss } from '#systems/test-helpers';
import { renderApp } from './render-app.tsx';
import { createServices } from './services.ts';

vi.mock('./app.tsx', () => ({ App: () => null }));

it('a signed-out start removes a stored snapshot', async () => {
  const result = checkConfig('{"system":"kiss"}');
  if (result.kind !== 'ok') throw new Error('the test’s configuration is broken');
  const services = createServices(result.config, kiss, createTestPlatform());
  services.platform.local.set(SNAPSHOT_KEY, { of: '{}', lang: 'en', dir: 'ltr', nodes: ['B204'] });
  const root = await renderApp(document.createElement('div'), services);
  root.unmount();
  expect(services.platform.local.get(SNAPSHOT_KEY)).toBeNull();
});
