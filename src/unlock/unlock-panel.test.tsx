// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { NotSentCause } from '#model';
import { createTestPlatform } from '#platform/test-helpers';
import type { NotOpened, UnlockState } from './machine.ts';
import { noOpener } from './openers/none.ts';
import { renderPanel } from './unlock-panel.test-helper.tsx';
import type { Unlocker } from './unlocker.ts';

const support = { phone: '+1 303 555 0100', sms: '+1 303 555 0101', email: 'help@elm.test' };

function show(state: UnlockState, phone: string | null = null, platform = createTestPlatform()) {
  const unlocker: Unlocker = {
    opener: noOpener,
    state: () => state,
    press: () => {},
    forget: () => {},
    isBusy: () => false,
    isActive: () => false,
    subscribe: () => () => {},
  };
  renderPanel(unlocker, { support }, phone, platform);
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
  show({ kind: 'opened', openedAt, relayEndsAt: 0, relay: 'ending' });
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
