import { expect } from 'vitest';
import { openDoor, signIn, test } from './visit.ts';

test('signs in, lists the doors and opens one once', async ({ visit }) => {
  await signIn(visit);
  await openDoor(visit.tab, 'B204');
  const openings = await visit.facility.openings();
  expect(openings.map(({ kind, id }) => `${kind} ${id}`)).toEqual([`lock ${await visit.facility.lockOf('B204')}`]);
});
