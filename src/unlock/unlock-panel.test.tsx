// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { createRateWindows, createServerClock } from '#api';
import { ConfigContext } from '#config';
import { checkConfig } from '#config/check';
import type { NotSentCause } from '#model';
import { createWatchedScopes, RateLimitContext } from '#notices';
import { memoryStore, systemClock } from '#platform';
import { SignedInContext } from '#session';
import type { NotOpened, UnlockState } from './machine.ts';
import { noOpener } from './openers/none.ts';
import { aDoor, session } from './unlock.test-helper.ts';
import { UnlockContext } from './unlock-context.ts';
import { UnlockPanel } from './unlock-panel.tsx';
import type { Unlocker } from './unlocker.ts';

afterEach(cleanup);
afterEach(() => vi.unstubAllGlobals());

const checked = checkConfig(JSON.stringify({ system: 'kiss' }));
const windows = createRateWindows(memoryStore(), systemClock, createServerClock(systemClock));
const limits = { windows, watched: createWatchedScopes(windows), breaker: null };

function show(state: UnlockState) {
  const unlocker: Unlocker = {
    opener: noOpener,
    state: () => state,
    press: () => {},
    forget: () => {},
    isBusy: () => false,
    subscribe: () => () => {},
  };
  render(
    <ConfigContext value={checked.kind === 'ok' ? checked.config : null}>
      <RateLimitContext value={limits}>
        <SignedInContext value={session}>
          <UnlockContext value={unlocker}>
            <UnlockPanel door={aDoor()} timeZone={null} phone={null} />
          </UnlockContext>
        </SignedInContext>
      </RateLimitContext>
    </ConfigContext>,
  );
}

const notSent = (kind: 'not-permitted'): NotOpened => ({ kind: 'not-sent', because: { kind } satisfies NotSentCause });

it.each<[string, NotOpened, string]>([
  [
    'moved away from a lock that goes on',
    { kind: 'unknown', because: 'finishing' },
    'The lock is finishing. Check it.',
  ],
  ['saw no end', { kind: 'unknown', because: 'unconfirmed' }, 'We could not confirm that the door opened.'],
  ['pressed after the end of their access', notSent('not-permitted'), 'you have no access to this door now.'],
])('a person who %s reads so', (_who, outcome, words) => {
  show({ kind: 'ended', outcome, restUntil: 0 });
  expect(screen.getByRole('status').textContent).toContain(words);
});

it('shows a way out of another site’s frame in place of the button', () => {
  vi.stubGlobal('parent', {});
  show({ kind: 'ready' });
  expect(screen.queryByRole('button')).toBeNull();
  const link = screen.getByRole('link', { name: 'Open this page by itself' });
  expect(link).toMatchObject({ href: location.href, target: '_blank', rel: 'noopener' });
});
