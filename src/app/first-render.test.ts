// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { PICTURE } from '#boot';
import { checkConfig } from '#config/check';
import { createTestPlatform } from '#platform/test-helpers';
import { kiss } from '#systems/test-helpers';
import { showFirst } from './first-render.tsx';
import { createServices } from './services.ts';

vi.mock('./app.tsx', () => ({ App: () => null }));

it('a start of nobody removes the picture that an earlier page may have left', async () => {
  const result = checkConfig('{"system":"kiss"}');
  if (result.kind !== 'ok') throw new Error('the test’s configuration is broken');
  const services = createServices(result.config, kiss, createTestPlatform());
  services.local.set(PICTURE, { of: '{}', lang: 'en', dir: 'ltr', nodes: ['B204'] });
  const root = await showFirst(document.createElement('div'), services);
  root.unmount();
  expect(services.local.get(PICTURE)).toBeNull();
});
