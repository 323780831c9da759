// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderSnapshot, SNAPSHOT_KEY } from '#boot';
import { createMemoryLocation, memoryStore } from '#platform';
import { createTestPlatform, deviceEvents } from '#platform/test-helpers';
import { createSessionStore, type SessionStoreEvent } from '#session';
import type { Services } from './services.ts';
import { takeSnapshot, takeSnapshotOnPageHide } from './take-snapshot.ts';

beforeEach(() => document.body.replaceChildren());
afterEach(() => document.body.replaceChildren());

/** The HTML of this page after it was stored as a snapshot and rendered. */
function roundTrip(html: string): string {
  const host = document.createElement('div');
  host.innerHTML = html;
  const place = document.createElement('div');
  place.append(renderSnapshot(JSON.parse(JSON.stringify(takeSnapshot(host)))));
  return place.innerHTML;
}

describe('a snapshot of the list', () => {
  it('keeps elements, classes and links', () => {
    const card = '<div class="card door" data-state="permitted"><a class="door-link" href="/doors/u1">B204</a></div>';
    expect(roundTrip(card)).toBe(card);
  });

  it('keeps icons as SVG', () => {
    const host = document.createElement('div');
    host.innerHTML = '<svg viewBox="0 0 24 24"><path d="M0 0"></path></svg>';
    const renderedPath = renderSnapshot(takeSnapshot(host)).querySelector('path');
    expect(renderedPath?.namespaceURI).toBe('http://www.w3.org/2000/svg');
  });

  it('keeps text as text, even if it looks like markup', () => {
    const host = document.createElement('p');
    host.textContent = '<img src=x onerror=alert(1)><script>x</script>';
    expect(renderSnapshot(takeSnapshot(host)).textContent).toBe(host.textContent);
    expect(renderSnapshot(takeSnapshot(host)).childElementCount).toBe(0);
  });

  it.each([
    ['attributes that run code or style', '<p onclick="x()" style="color:red" class="a">t</p>', '<p class="a">t</p>'],
    ['links to other origins', '<a href="//evil.test">t</a><a href="javascript:x">u</a>', '<a>t</a><a>u</a>'],
    ['other elements with their content', '<iframe></iframe><form><p>t</p></form>', ''],
    ['banners and visually hidden texts', '<div class="banner">a</div><p class="visually-hidden">b</p>', ''],
    ['dialogs', '<p>a</p><dialog open=""><button>Sign out</button></dialog>', '<p>a</p>'],
    ['values of inputs', '<input value="B2">', '<input inert="">'],
  ])('leaves out %s', (_what, html, left) => {
    expect(roundTrip(html)).toBe(left);
  });

  it.each([
    [
      'elements that run code',
      [
        ['script', {}, ['x']],
        ['iframe', { srcdoc: 'x' }, []],
      ],
      '',
    ],
    [
      'attributes that run code',
      [['p', { onclick: 'x()', style: 'color:red', class: 'a' }, ['t']]],
      '<p class="a">t</p>',
    ],
    [
      'links to other origins',
      [
        ['a', { href: 'javascript:x' }, ['t']],
        ['a', { href: '/\\evil.test' }, []],
      ],
      '<a>t</a><a></a>',
    ],
    ['a value that is no snapshot', { length: 1 }, ''],
  ])('leaves out %s from storage when it is rendered', (_what, stored, left) => {
    const place = document.createElement('div');
    place.append(renderSnapshot(JSON.parse(JSON.stringify(stored))));
    expect(place.innerHTML).toBe(left);
  });
});

describe('when the page is hidden', () => {
  const API = 'https://a.test';
  const sarah = { apiBase: API, e164: '+13035550101', id: 't1', name: 'Sarah' };
  const signIn: SessionStoreEvent = {
    type: 'signed-in',
    token: 't',
    tenant: sarah,
    phone: { country: 'US', national: '3035550101' },
    accounts: 1,
    at: 0,
  };
  const DOORS = '<p><a class="door-link" href="/doors/u1">B204</a></p>';

  /** Opens this page; `hide` gives the stored snapshot. */
  function openPage({ path = '/doors', html = DOORS, events = [signIn] as readonly SessionStoreEvent[] } = {}) {
    const local = memoryStore();
    const sessions = createSessionStore(local, API, {}, Date.now);
    for (const event of events) sessions.send(event);
    const host = document.createElement('div');
    host.innerHTML = html;
    const platform = createTestPlatform({
      local,
      device: deviceEvents(window),
      location: createMemoryLocation(path),
    });
    takeSnapshotOnPageHide({ sessions, platform } as unknown as Services, host);
    const hide = () => {
      dispatchEvent(new Event('pagehide'));
      return local.get(SNAPSHOT_KEY);
    };
    return { sessions, local, host, hide };
  }

  it('stores a snapshot of the list with its tenant', () => {
    const kept = openPage().hide();
    expect(kept).toMatchObject({ of: JSON.stringify(sarah), nodes: [['p', {}, [['a', expect.anything(), ['B204']]]]] });
  });

  it.each([
    ['no one is signed in', { events: [] }],
    ['the session has ended', { events: [signIn, { type: 'rejected', credential: 'credential 1', at: 1 } as const] }],
    ['another page shows', { path: '/doors/u1' }],
    ['there are no doors yet', { html: '<p>Loading your doors…</p>' }],
    ['the list is virtualized', { html: `<div class="windowed">${DOORS}</div>` }],
  ])('stores no snapshot when %s', (_when, facts) => {
    expect(openPage(facts).hide()).toBeNull();
  });

  it('stores no snapshot of a filtered list', () => {
    const { host, hide } = openPage({ html: `<input type="search">${DOORS}` });
    for (const input of host.querySelectorAll('input')) input.value = 'B2';
    expect(hide()).toBeNull();
  });

  it.each<[string, SessionStoreEvent]>([
    ['signed out', { type: 'signed-out', because: 'signed-out', at: 1 }],
    ['signed in as another tenant', { ...signIn, token: 'u', tenant: { ...sarah, id: 't2' } }],
  ])('stores no snapshot when another tab has %s', (_what, event) => {
    const { local, hide } = openPage();
    createSessionStore(local, API, {}, Date.now).send(event);
    expect(hide()).toBeNull();
  });
});
