// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ConfigContext, UNBRANDED } from '#config';
import { SupportLinks } from './support-links.tsx';

it.each([
  ['help@x.test', 'mailto:help@x.test'],
  ['help+doors@x.test', 'mailto:help%2Bdoors@x.test'],
  ['help@x.test?bcc=spy@y.test&body=x#y', 'mailto:help@x.test%3Fbcc%3Dspy%40y.test%26body%3Dx%23y'],
])('the address %s is escaped and adds no header to the message', (email, href) => {
  render(
    <ConfigContext value={{ ...UNBRANDED, support: { email } }}>
      <SupportLinks hasMore={false} />
    </ConfigContext>,
  );
  expect(screen.getByRole('link').getAttribute('href')).toBe(href);
});
