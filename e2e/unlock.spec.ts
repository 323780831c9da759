import type { Page } from '@playwright/test';
import type { FacilityControl } from './support/facility.ts';
import { press } from './support/input-driver.ts';
import { messages } from './support/messages.ts';
import { safety } from './support/safety.ts';
import {
  doneButton,
  goToDoor,
  goToDoors,
  openButton,
  opensFromList,
  phones,
  reachOpenButton,
  signIn,
  status,
} from './support/steps.ts';
import { still } from './support/still.ts';
import { expect, test } from './support/test.ts';

const B204 = '01HQ8901234567HIJKMNPQRSTUVWXY';
const BUILDING_B = '01HQ6789012345FGHJKMNPQRSTUVWX';
/** 6:07 a.m. at the facility. Each test ends within that minute. */
const SEVEN_PAST_SIX = '2030-01-15T13:07:00Z';

async function atDoor(page: Page, facility: FacilityControl, name: string): Promise<void> {
  await signIn(page, facility, phones.oneAccount);
  await reachOpenButton(page, name);
}

test('for a lock, shows sending, waiting, opened with a countdown of the relay time, and its end', {
  tag: '@all-projects',
}, async ({ page, facility }) => {
  const { states } = messages().unlock;
  await facility.settings({ motorMs: 2000 });
  await facility.setClock(SEVEN_PAST_SIX);
  await page.clock.install({ time: SEVEN_PAST_SIX });
  await atDoor(page, facility, 'B204');
  if (!opensFromList()) await expect(status(page)).toContainText(states.ready);
  await press(openButton(page, 'B204'));
  await expect(status(page)).toContainText(states.sending);
  await expect(openButton(page, 'B204')).toBeDisabled();
  await page.clock.runFor(1_000);
  await expect(status(page)).toContainText(states.waiting);
  await expect.poll(() => facility.count('POST', /^\/gateway\//)).toBe(1);
  await facility.advance(2);
  await expect(status(page)).toContainText(safety()['opened at 6:07']);
  await expect(page.getByText(staysOpen(3, 4, 5))).toBeVisible();
  await page.clock.runFor(2_000);
  await expect(page.getByText(staysOpen(1, 2, 3))).toBeVisible();
  // No control of an open door is named Open.
  await expect(openButton(page, 'B204')).toHaveCount(0);
  await page.clock.runFor(4_000);
  await expect(status(page)).toContainText(safety().over);
  await expect(openButton(page, 'B204')).toBeEnabled();
  expect(await facility.openings()).toMatchObject([{ kind: 'lock', id: B204 }]);
});

test('opens an entry point', async ({ page, facility }) => {
  await atDoor(page, facility, 'Building B Door');
  await press(openButton(page, 'Building B Door'));
  await expect(status(page)).toContainText(safety().opened);
  expect(await facility.openings()).toMatchObject([{ kind: 'entry_point', id: BUILDING_B }]);
});

test('sends the command with its own key and `not_after`', async ({ page, facility }) => {
  await atDoor(page, facility, 'B204');
  const request = page.waitForRequest('**/gateway/locks/*/open');
  const pressedAt = Date.now();
  await press(openButton(page, 'B204'));
  const sent = await request;
  const { not_after } = sent.postDataJSON() as { not_after: string };
  expect(Date.parse(not_after) - pressedAt).toBeGreaterThan(8_000);
  expect(Date.parse(not_after) - pressedAt).toBeLessThan(13_000);
  expect(await sent.headerValue('idempotency-key')).toMatch(/^[0-9a-f-]{36}$/);
  expect(await sent.headerValue('authorization')).toMatch(/^Bearer /);
});

test('sends the right `not_after` from a phone with a wrong clock', { tag: '@all-projects' }, async ({
  page,
  facility,
}) => {
  await facility.setClock(SEVEN_PAST_SIX);
  await page.clock.install({ time: Date.parse(SEVEN_PAST_SIX) - 3_600_000 });
  await atDoor(page, facility, 'B204');
  await press(openButton(page, 'B204'));
  await expect(status(page)).toContainText(safety()['opened at 6:07']);
  expect(await facility.openings()).toMatchObject([{ id: B204, at: expect.stringMatching(/^2030-01-15T13:07:/) }]);
});

type Ending = 'already-open' | 'denied' | 'jammed' | 'not-answered' | 'expired' | 'unknown';
/** Each response, and the message that is shown for it. */
const ends: readonly (readonly [name: string, fault: object, message: Ending])[] = [
  ['already open', { status: 409, body: { outcome: 'already_open' } }, 'already-open'],
  ['denied', { status: 403, body: { outcome: 'denied' } }, 'denied'],
  ['jammed', { status: 423, body: { outcome: 'jammed' } }, 'jammed'],
  ['not answered', { status: 504, body: { outcome: 'not_answered' } }, 'not-answered'],
  ['expired', { status: 410, body: { outcome: 'expired' } }, 'expired'],
  [
    'opened with an error status',
    { status: 500, body: { outcome: 'opened', opened_at: '2026-11-20T12:00:00Z' } },
    'unknown',
  ],
  ['opened without a time', { status: 200, body: { outcome: 'opened' } }, 'unknown'],
  ['an unknown outcome', { status: 200, body: { outcome: 'levitated' } }, 'unknown'],
];
/** Messages that are tested in every language: a known and an unknown outcome. */
const inEveryProject: readonly string[] = ['jammed', 'an unknown outcome'];
for (const [name, fault, message] of ends) {
  const tag = inEveryProject.includes(name) ? '@all-projects' : [];
  test(`${name}: shows the message "${message}" and what to do`, { tag }, async ({ page, facility }) => {
    await atDoor(page, facility, 'B204');
    await facility.fault({ route: 'POST /gateway/locks/:id/open', ...fault });
    await press(openButton(page, 'B204'));
    await expect(status(page)).toHaveText(`${safety()[message]} ${messages().unlock.next[message]}`);
    await expect(page.getByText(safety().opened)).toHaveCount(0);
    if (message === 'already-open') {
      await expect(doneButton(page)).toBeEnabled();
      await press(doneButton(page));
      await reachOpenButton(page, 'B204');
    }
    // After the burst of the last press, the next press makes a new command.
    await expect(openButton(page, 'B204')).toBeEnabled();
    await press(openButton(page, 'B204'));
    await expect(status(page)).toContainText(safety().opened);
  });
}

test('shows the result of the motor', async ({ page, facility }) => {
  await atDoor(page, facility, 'B204');
  await facility.motor('lock', B204, 'jammed');
  await press(openButton(page, 'B204'));
  await expect(status(page)).toContainText(safety().jammed);
  await facility.motor('lock', B204, 'not_answered');
  await expect(openButton(page, 'B204')).toBeEnabled();
  await press(openButton(page, 'B204'));
  await expect(status(page)).toContainText(safety()['not-answered']);
  expect(await facility.openings()).toEqual([]);
});

test('reports withdrawn access and fetches the list again', async ({ page, facility }) => {
  await atDoor(page, facility, 'B204');
  const before = await facility.count('GET', /tenant\/access/);
  await facility.unit('01HQ1234567890ABCDEFGHJKMNPQRS', { pmsLockout: true });
  await press(openButton(page, 'B204'));
  await expect(status(page)).toContainText(safety().denied);
  await expect.poll(() => facility.count('GET', /tenant\/access/)).toBeGreaterThan(before);
  await goToDoors(page);
  await expect(page.getByRole('listitem').filter({ hasText: 'B204' })).toContainText(messages().denials.overlock.short);
});

test('keeps the state of the command when the tenant leaves the door and returns', {
  tag: '@all-projects',
}, async ({ page, facility }) => {
  await facility.settings({ motorMs: 60_000 });
  await atDoor(page, facility, 'B204');
  await press(openButton(page, 'B204'));
  await goToDoors(page);
  await goToDoor(page, 'B204');
  await expect(openButton(page, 'B204')).toBeDisabled();
  await expect(status(page)).toContainText(messages().unlock.states.sending);
  // The command must arrive before the clock advances, or it is refused as expired.
  await expect.poll(() => facility.count('POST', /^\/gateway\//)).toBe(1);
  await facility.advance(60);
  await expect(status(page)).toContainText(safety().opened);
});

test('keeps the position and the focus of the button while its text changes', {
  tag: ['@one-size', '@all-projects'],
}, async ({ page, facility }) => {
  await signIn(page, facility, phones.oneAccount);
  await goToDoor(page, 'B204');
  const button = openButton(page, 'B204');
  await still(page);
  const before = await button.boundingBox();
  expect(before?.height ?? 0).toBeGreaterThanOrEqual(64);
  await press(button);
  await expect(status(page)).toContainText(safety().opened);
  await expect(doneButton(page)).toBeFocused();
  const after = await doneButton(page).boundingBox();
  expect(after?.y).toBeCloseTo(before?.y ?? 0, 0);
  // The button is in the lower half of the screen, where a thumb can reach it.
  expect(before?.y ?? 0).toBeGreaterThan(370);
});

/** Matches the relay countdown at any of these seconds. */
function staysOpen(...seconds: readonly number[]): RegExp {
  return new RegExp(`^(${seconds.map((left) => messages().unlock.states.closesIn({ seconds: left })).join('|')})$`);
}
