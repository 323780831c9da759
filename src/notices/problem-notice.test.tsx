// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aProblem } from '#api/test-helpers';
import { ConfigContext } from '#config';
import { checkConfig } from '#config/check';
import { PlatformContext } from '#platform';
import { createTestPlatform } from '#platform/test-helpers';
import { ProblemNotice } from './problem-notice.tsx';

const problem = (serverMessage: string | null) => aProblem('unavailable', { status: 503, serverMessage });

function show(serverMessage: string | null, support: object, phone: string | null = null) {
  const result = checkConfig(JSON.stringify({ system: 'kiss', support }));
  const config = result.kind === 'ok' ? result.config : null;
  render(
    <PlatformContext value={createTestPlatform()}>
      <ConfigContext value={config}>
        <ProblemNotice problem={problem(serverMessage)} phone={phone}>
          <button type="button">Try again</button>
        </ProblemNotice>
      </ConfigContext>
    </PlatformContext>,
  );
}

const links = () => screen.queryAllByRole('link').map((link) => link.getAttribute('href'));

describe('a problem notice', () => {
  it('shows our message first, then the server’s as text, and the button', () => {
    show('<img src=x onerror=alert(1)>', {});
    const text = document.body.textContent ?? '';
    expect(text.indexOf('has trouble right now')).toBeGreaterThanOrEqual(0);
    expect(text.indexOf('<img')).toBeGreaterThan(text.indexOf('has trouble right now'));
    expect(document.querySelector('img')).toBeNull();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });

  it('shows no server message when there is none', () => {
    show(null, {});
    expect(screen.queryByText(/The server said/)).toBeNull();
  });

  it.each<[string, object, string | null, string[]]>([
    ['the help page alone, where no contact is configured', {}, null, []],
    ['the operator', { phone: '+1 (303) 555-0199' }, null, ['tel:+13035550199']],
    ['the location, where it has a number', { phone: '1' }, '303 555 0100', ['tel:3035550100']],
    [
      'every configured contact',
      { phone: '1', sms: '2-3', email: 'help@x.test' },
      null,
      ['tel:1', 'sms:23', 'mailto:help@x.test'],
    ],
  ])('links to %s', (_who, support, phone, hrefs) => {
    show(null, support, phone);
    expect(links()).toEqual([...hrefs, '/help']);
  });
});
