// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { createServerClock } from '#api';
import type { NotSentCause } from '#model';
import { createFakeClock, createTestPlatform } from '#platform/test-helpers';
import type { Attempt } from '#systems';
import { type NotOpened, REST_MS, type UnlockState } from './machine.ts';
import { noOpener } from './openers/none.ts';
import { createFakeOpener, settle, unlockerInState } from './unlock.test-helper.ts';
import { renderPanel } from './unlock-panel.test-helper.tsx';
import { createUnlocker } from './unlocker.ts';

const support = { phone: '+1 303 555 0100', sms: '+1 303 555 0101', email: 'help@elm.test' };

function show(state: UnlockState, phone: string | null = null, platform = createTestPlatform(), onDone = () => {}) {
  renderPanel(unlockerInState(state, { opener: noOpener }), { support }, phone, platform, onDone);
}

const ended = (outcome: NotOpened): UnlockState => ({ kind: 'ended', outcome, restUntil: 0 });
const notSent = (kind: 'not-permitted'): NotOpened => ({ kind: 'not-sent', because: { kind } satisfies NotSentCause });

it.each<[string, NotOpened, string]>([
  [
    'moved away from a lock that finishes by itself',
    { kind: 'unknown', because: 'finishing' },
    'The lock is finishing. Check it.',
  ],
  [
    'has an unconfirmed outcome',
    { kind: 'unknown', because: 'unconfirmed' },
    'We could not confirm that the door opened.',
  ],
  ['pressed after the end of their access', notSent('not-permitted'), 'you have no access to this door now.'],
])('a person who %s sees the message', (_who, outcome, text) => {
  show(ended(outcome));
  expect(screen.getByRole('status').textContent).toContain(text);
});

it('shows a link instead of the button in another site’s frame', () => {
  const platform = createTestPlatform({ device: { parent: {} as Window } });
  show({ kind: 'ready' }, null, platform);
  expect(screen.queryByRole('button')).toBeNull();
  const link = screen.getByRole('link', { name: 'Open this page by itself' });
  expect(link).toMatchObject({ href: platform.location.href(), target: '_blank', rel: 'noopener' });
});

it('an opening shows the opener’s time, in the facility’s zone', () => {
  const openedAt = Date.UTC(2026, 0, 1, 13, 7);
  show({ kind: 'opened', openedAt, relayEndsAt: 0, relayMs: 3_000, relay: 'ending' });
  expect(screen.getByRole('status').textContent).toContain('Opened at 6:07 AM.');
});

const links = () => screen.queryAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')]);
const others = [
  ['Text +1 303 555 0101', 'sms:+13035550101'],
  ['Email help@elm.test', 'mailto:help@elm.test'],
  ['More help', '/help'],
];

it.each<NotOpened>([
  { kind: 'jammed' },
  { kind: 'not-answered' },
  { kind: 'failed', message: null },
  { kind: 'denied', message: null },
  { kind: 'expired' },
  { kind: 'unknown', because: 'no-answer' },
])('a door that did not open ($kind) shows support links, first the number of its location', (outcome) => {
  show(ended(outcome), '+1 303 555 0150');
  expect(links()).toEqual([['Call +1 303 555 0150', 'tel:+13035550150'], ...others]);
});

it('a door whose location has no number shows the operator’s', () => {
  show(ended({ kind: 'jammed' }));
  expect(links()).toEqual([['Call +1 303 555 0100', 'tel:+13035550100'], ...others]);
});

it.each<NotOpened>([{ kind: 'already-open' }, notSent('not-permitted')])(
  'a door for which support cannot help ($kind) shows no support links',
  (outcome) => {
    show(ended(outcome), '+1 303 555 0150');
    expect(links()).toEqual([]);
  },
);

it('announces the press, the outcome and the end of the relay time once each', async () => {
  const clock = createFakeClock();
  const answers: ((attempt: Attempt) => void)[] = [];
  const { opener } = createFakeOpener(() => new Promise((resolve) => answers.push(resolve)));
  const unlocker = createUnlocker({
    opener,
    clock,
    serverClock: createServerClock(clock),
    isVisible: () => true,
    isOnline: () => true,
    isFramed: () => false,
    isCurrent: () => true,
    onPress: () => 'record',
    onOutcome: () => {},
  });
  renderPanel(unlocker, {}, null, createTestPlatform({ clock }));
  const announced: string[] = [];
  const region = screen.getByRole('status');
  const observer = new MutationObserver(() => {
    const copy = region.cloneNode(true) as HTMLElement;
    for (const hidden of copy.querySelectorAll('[aria-hidden="true"]')) hidden.remove();
    const text = copy.textContent.trim();
    if (text !== announced.at(-1)) announced.push(text);
  });
  observer.observe(region, { subtree: true, childList: true, characterData: true, attributes: true });

  fireEvent.click(screen.getByRole('button', { name: 'Open B204' }));
  await act(async () => clock.advance(1_000));
  expect(region.textContent).toContain('Waiting for the door…');
  await act(async () => {
    answers.at(-1)?.({ kind: 'ended', outcome: { kind: 'opened', openedAt: clock.now(), relaySeconds: 5 } });
    await settle();
  });
  await act(async () => clock.advance(5_000));
  observer.disconnect();
  expect(announced).toEqual([
    'Sending…',
    expect.stringMatching(/^Opened at .+\. Go through now\.$/),
    expect.stringMatching(/^Opened at .+\. The time to go through is over\.$/),
  ]);
});

it('Done replaces Open while the door is open, and ignores the rest of the burst of taps', async () => {
  const clock = createFakeClock();
  const platform = createTestPlatform({ clock });
  const done = vi.fn();
  const now = clock.now();
  const opened: UnlockState = {
    kind: 'opened',
    openedAt: now,
    relayEndsAt: now + 5_000,
    relayMs: 5_000,
    relay: 'counted',
  };
  show(opened, null, platform, done);
  expect(screen.queryByRole('button', { name: /^Open/ })).toBeNull();
  const button = screen.getByRole('button', { name: 'Done' });
  fireEvent.click(button);
  expect(done).not.toHaveBeenCalled();
  await act(async () => clock.advance(REST_MS));
  fireEvent.click(button);
  expect(done).toHaveBeenCalledTimes(1);
});
