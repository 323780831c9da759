import type { Page } from '@playwright/test';
import type { FacilityControl } from './support/facility.ts';
import { goToDoor, openButton, people, signIn, status } from './support/steps.ts';
import { expect, test } from './support/test.ts';

const B204 = '01HQ8901234567HIJKMNPQRSTUVWXY';
const BUILDING_B = '01HQ6789012345FGHJKMNPQRSTUVWX';

async function atDoor(page: Page, facility: FacilityControl, name: string): Promise<void> {
  await signIn(page, facility, people.oneAccount);
  await goToDoor(page, name);
}

test('a lock: sending, waiting for the motor, opened with the relay time counting down, ready again', async ({
  page,
  facility,
}) => {
  await facility.settings({ motorMs: 2000 });
  await page.clock.install();
  await atDoor(page, facility, 'B204');
  await expect(status(page)).toContainText('Ready');
  await openButton(page, 'B204').click();
  await expect(status(page)).toContainText('Sending');
  await expect(openButton(page, 'B204')).toBeDisabled();
  await page.clock.runFor(1_000);
  await expect(status(page)).toContainText('Waiting for the door');
  await facility.advance(2);
  await expect(status(page)).toContainText(/Opened at \d+:\d\d [AP]M/);
  await expect(page.getByText(/Stays open for [345] s/)).toBeVisible();
  await page.clock.runFor(2_000);
  await expect(page.getByText(/Stays open for [123] s/)).toBeVisible();
  await page.clock.runFor(4_000);
  await expect(status(page)).toContainText('Ready');
  await expect(openButton(page, 'B204')).toBeEnabled();
  expect(await facility.openings()).toMatchObject([{ kind: 'lock', id: B204 }]);
});

test('an entry point opens too', async ({ page, facility }) => {
  await atDoor(page, facility, 'Building B Door');
  await openButton(page, 'Building B Door').click();
  await expect(status(page)).toContainText('Opened at');
  expect(await facility.openings()).toMatchObject([{ kind: 'entry_point', id: BUILDING_B }]);
});

test('the command carries a key of its own and the moment after which it must not act', async ({ page, facility }) => {
  await atDoor(page, facility, 'B204');
  const request = page.waitForRequest('**/gateway/locks/*/open');
  const pressedAt = Date.now();
  await openButton(page, 'B204').click();
  const sent = await request;
  const { not_after } = sent.postDataJSON() as { not_after: string };
  expect(Date.parse(not_after) - pressedAt).toBeGreaterThan(8_000);
  expect(Date.parse(not_after) - pressedAt).toBeLessThan(13_000);
  expect(await sent.headerValue('idempotency-key')).toMatch(/^[0-9a-f-]{36}$/);
  expect(await sent.headerValue('authorization')).toMatch(/^Bearer /);
});

test('a phone with a wrong clock still names the right moment', async ({ page, facility }) => {
  await page.clock.install({ time: Date.now() - 3_600_000 });
  await atDoor(page, facility, 'B204');
  await openButton(page, 'B204').click();
  await expect(status(page)).toContainText('Opened at');
});

const ends: readonly (readonly [name: string, fault: object, words: RegExp])[] = [
  ['already open', { status: 409, body: { outcome: 'already_open' } }, /The door is already open/],
  [
    'denied',
    { status: 403, body: { outcome: 'denied' } },
    /Access denied\. The door did not open\..*Contact the facility/,
  ],
  ['jammed', { status: 423, body: { outcome: 'jammed' } }, /jammed.*press Open again/],
  ['not answered', { status: 504, body: { outcome: 'not_answered' } }, /did not answer/],
  ['expired', { status: 410, body: { outcome: 'expired' } }, /came too late/],
  [
    'opened, said with an error status',
    { status: 500, body: { outcome: 'opened', opened_at: '2026-11-20T12:00:00Z' } },
    /could not confirm/,
  ],
  ['opened, without saying when', { status: 200, body: { outcome: 'opened' } }, /could not confirm/],
  ['an outcome that nobody knows', { status: 200, body: { outcome: 'levitated' } }, /could not confirm/],
];
for (const [name, fault, words] of ends) {
  test(`${name}: ${words.source}`, async ({ page, facility }) => {
    await atDoor(page, facility, 'B204');
    await facility.fault({ route: 'POST /gateway/locks/:id/open', ...fault });
    await openButton(page, 'B204').click();
    await expect(status(page)).toHaveText(words);
    await expect(page.getByText('Opened at')).toHaveCount(0);
    // The next press is a new command.
    await openButton(page, 'B204').click();
    await expect(status(page)).toContainText('Opened at');
  });
}

test('what really happens to a motor is what is said', async ({ page, facility }) => {
  await atDoor(page, facility, 'B204');
  await facility.motor('lock', B204, 'jammed');
  await openButton(page, 'B204').click();
  await expect(status(page)).toContainText('The lock is jammed');
  await facility.motor('lock', B204, 'not_answered');
  await openButton(page, 'B204').click();
  await expect(status(page)).toContainText('did not answer');
  expect(await facility.openings()).toEqual([]);
});

test('withdrawn access is said, and the list is fetched again', async ({ page, facility }) => {
  await atDoor(page, facility, 'B204');
  const before = await facility.count('GET', /tenant\/access/);
  await facility.unit('01HQ1234567890ABCDEFGHJKMNPQRS', { pmsLockout: true });
  await openButton(page, 'B204').click();
  await expect(status(page)).toContainText('Access denied');
  await expect.poll(() => facility.count('GET', /tenant\/access/)).toBeGreaterThan(before);
  await page.getByRole('link', { name: 'All doors' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'B204' })).toContainText('Locked by the facility');
});

test('leaving the door while it opens, and coming back, finds the command where it was', async ({ page, facility }) => {
  await facility.settings({ motorMs: 60_000 });
  await atDoor(page, facility, 'B204');
  await openButton(page, 'B204').click();
  await page.getByRole('link', { name: 'All doors' }).click();
  await goToDoor(page, 'B204');
  await expect(openButton(page, 'B204')).toBeDisabled();
  await expect(status(page)).toContainText(/Sending|Waiting/);
  await facility.advance(60);
  await expect(status(page)).toContainText('Opened at');
});

test('the button keeps its place and its focus while its words change', async ({ page, facility }) => {
  await atDoor(page, facility, 'B204');
  const button = openButton(page, 'B204');
  const before = await button.boundingBox();
  expect(before?.height ?? 0).toBeGreaterThanOrEqual(64);
  await button.click();
  await expect(status(page)).toContainText('Opened at');
  const after = await button.boundingBox();
  expect(after?.y).toBeCloseTo(before?.y ?? 0, 0);
  // Within a thumb's reach: in the lower half of the screen.
  expect(before?.y ?? 0).toBeGreaterThan(370);
});
