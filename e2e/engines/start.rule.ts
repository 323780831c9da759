import { expect } from 'vitest';
import { test } from './visit.ts';

test('the configuration is asked for once a start', async ({ visit: { tab, front } }) => {
  await tab.go('/');
  await tab.says('Front Range Storage');
  expect(front.count(/^\/config\.json/)).toBe(1);
  await tab.reload();
  await tab.says('Front Range Storage');
  expect(front.count(/^\/config\.json/)).toBe(2);
});
