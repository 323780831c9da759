import { expect } from 'vitest';
import { test as base, openDoor, signIn } from './visit.ts';
import { waitFor } from './wait-for.ts';

const test = base.extend({ isStorageBlocked: [true, { scope: 'file' }] });

const CAN_STORE = `try { localStorage.setItem('a', 'b'); return true; } catch { return false; }`;

test('signs in, opens a door and sends the report with storage blocked', async ({ visit }) => {
  await signIn(visit);
  expect(await visit.tab.run(CAN_STORE)).toBe(false);
  await openDoor(visit.tab, 'B204');
  expect(await visit.facility.openings()).toHaveLength(1);
  await waitFor('the report is accepted', async () => (await visit.facility.reports()).length);
});
