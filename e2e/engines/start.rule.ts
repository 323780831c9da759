import { expect } from 'vitest';
import { test } from './visit.ts';

test('requests the configuration once per start', async ({ visit: { tab, proxy } }) => {
  await tab.go('/');
  await tab.waitForText('Front Range Storage');
  expect(proxy.count(/^\/config\.json/)).toBe(1);
  await tab.reload();
  await tab.waitForText('Front Range Storage');
  expect(proxy.count(/^\/config\.json/)).toBe(2);
});
