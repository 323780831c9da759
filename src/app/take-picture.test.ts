// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draw, PICTURE } from '#boot';
import { createMemoryLocation, memoryStore } from '#platform';
import { createTestPlatform, leavable } from '#platform/test-helpers';
import { createSessionStore, type SessionStoreEvent } from '#session';
import type { Services } from './services.ts';
import { keepPictureOnLeaving, nodesOf } from './take-picture.ts';

beforeEach(() => document.body.replaceChildren());
afterEach(() => document.body.replaceChildren());

/** What a picture of this page shows when it is drawn again. */
function again(html: string): string {
  const host = document.createElement('div');
  host.innerHTML = html;
  const place = document.createElement('div');
  place.append(draw(JSON.parse(JSON.stringify(nodesOf(host)))));
  return place.innerHTML;
}

describe('a picture of the doors', () => {
  it('shows what was to be seen', () => {
    const card = '<div class="card door" data-state="permitted"><a class="door-link" href="/doors/u1">B204</a></div>';
    expect(again(card)).toBe(card);
  });

  it('draws icons as drawings', () => {
    const host = document.createElement('div');
    host.innerHTML = '<svg viewBox="0 0 24 24"><path d="M0 0"></path></svg>';
    const drawn = draw(nodesOf(host)).querySelector('path');
    expect(drawn?.namespaceURI).toBe('http://www.w3.org/2000/svg');
  });

  it('keeps text as text, however hostile', () => {
    const host = document.createElement('p');
    host.textContent = '<img src=x onerror=alert(1)><script>x</script>';
    expect(draw(nodesOf(host)).textContent).toBe(host.textContent);
    expect(draw(nodesOf(host)).childElementCount).toBe(0);
  });

  it.each([
    ['what runs or styles', '<p onclick="x()" style="color:red" class="a">t</p>', '<p class="a">t</p>'],
    ['addresses elsewhere', '<a href="//evil.test">t</a><a href="javascript:x">u</a>', '<a>t</a><a>u</a>'],
    ['other elements, with all that is in them', '<iframe></iframe><form><p>t</p></form>', ''],
    ['banners, and what is only to be heard', '<div class="banner">a</div><p class="visually-hidden">b</p>', ''],
    ['values of fields', '<input value="B2">', '<input inert="">'],
  ])('leaves out %s', (_what, html, left) => {
    expect(again(html)).toBe(left);
  });

  it.each([
    [
      'elements that run',
      [
        ['script', {}, ['x']],
        ['iframe', { srcdoc: 'x' }, []],
      ],
      '',
    ],
    ['attributes that run', [['p', { onclick: 'x()', style: 'color:red', class: 'a' }, ['t']]], '<p class="a">t</p>'],
    [
      'addresses elsewhere',
      [
        ['a', { href: 'javascript:x' }, ['t']],
        ['a', { href: '/\\evil.test' }, []],
      ],
      '<a>t</a><a></a>',
    ],
    ['what is no picture', { length: 1 }, ''],
  ])('leaves out %s when it is drawn, too: storage may hold anything', (_what, stored, left) => {
    const place = document.createElement('div');
    place.append(draw(JSON.parse(JSON.stringify(stored))));
    expect(place.innerHTML).toBe(left);
  });
});

describe('whoever leaves the page', () => {
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

  /** A person at this page; what is kept of it as they leave. */
  function stand({ path = '/doors', html = DOORS, events = [signIn] as readonly SessionStoreEvent[] } = {}) {
    const local = memoryStore();
    const sessions = createSessionStore(local, API, {}, Date.now);
    for (const event of events) sessions.send(event);
    const host = document.createElement('div');
    host.innerHTML = html;
    const platform = createTestPlatform({
      device: leavable(window),
      location: createMemoryLocation(path),
    });
    keepPictureOnLeaving({ local, sessions, platform } as unknown as Services, host);
    const leave = () => {
      dispatchEvent(new Event('pagehide'));
      return local.get(PICTURE);
    };
    return { sessions, local, host, leave };
  }

  it('finds their doors at the next start: the picture is theirs', () => {
    const kept = stand().leave();
    expect(kept).toMatchObject({ of: JSON.stringify(sarah), nodes: [['p', {}, [['a', expect.anything(), ['B204']]]]] });
  });

  it.each([
    ['nobody is signed in', { events: [] }],
    ['the session has ended', { events: [signIn, { type: 'rejected', credential: 'credential 1', at: 1 } as const] }],
    ['another page shows', { path: '/doors/u1' }],
    ['there are no doors yet', { html: '<p>Loading your doors…</p>' }],
    ['the list is a long one', { html: `<div class="windowed">${DOORS}</div>` }],
  ])('leaves no picture when %s', (_when, facts) => {
    expect(stand(facts).leave()).toBeNull();
  });

  it('leaves no picture of a search, which shows a part', () => {
    const { host, leave } = stand({ html: `<input type="search">${DOORS}` });
    for (const input of host.querySelectorAll('input')) input.value = 'B2';
    expect(leave()).toBeNull();
  });

  it.each<[string, SessionStoreEvent]>([
    ['signed out', { type: 'signed-out', because: 'signed-out', at: 1 }],
    ['signed in as somebody else', { ...signIn, token: 'u', tenant: { ...sarah, id: 't2' } }],
  ])('leaves no picture when another page has %s', (_what, event) => {
    const { local, leave } = stand();
    createSessionStore(local, API, {}, Date.now).send(event);
    expect(leave()).toBeNull();
  });
});
