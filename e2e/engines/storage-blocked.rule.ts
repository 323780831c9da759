import { expect } from 'vitest';
import { soon } from './soon.ts';
import { test as base, openDoor, signIn } from './visit.ts';

const test = base.extend({ isStorageBlocked: [true, { scope: 'file' }] });

const CAN_STORE = `try { localStorage.setItem('a', 'b'); return true; } catch { return false; }`;

test('where the browser keeps nothing, sign-in and opening work, and the report leaves', async ({ visit }) => {
  await signIn(visit);
  expect(await visit.tab.run(CAN_STORE)).toBe(false);
  await openDoor(visit.tab, 'B204');
  expect(await visit.facility.openings()).toHaveLength(1);
  await soon('the report is accepted', async () => (await visit.facility.reports()).length);
});
