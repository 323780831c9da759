import { describe, expect, it } from 'vitest';
import { areaOf, doorIn, doorPath, routes, withoutSlash } from './routes.ts';

describe('the area of a path', () => {
  it.each([
    ['/', 'start'],
    ['/sign-in', 'sign-in'],
    ['/sign-in/', 'sign-in'],
    ['/sign-in/code', 'sign-in'],
    ['/sign-in/anything', 'sign-in'],
    ['/sign-inside', 'unknown'],
    ['/doors', 'signed-in'],
    ['/doors/', 'signed-in'],
    ['/doors/u1', 'signed-in'],
    ['/doors/a.json', 'signed-in'],
    ['/doors/u1/more', 'unknown'],
    ['/doorsteps', 'unknown'],
    ['/activity', 'signed-in'],
    ['/activity/', 'signed-in'],
    ['/activity/u1', 'unknown'],
    ['/help', 'public'],
    ['/help/', 'public'],
    ['/help/more', 'unknown'],
    ['', 'unknown'],
    ['//doors', 'unknown'],
  ])('%j is %s', (path, area) => {
    expect(areaOf(path)).toBe(area);
  });

  it('is known for every path of the app', () => {
    for (const path of Object.values(routes)) expect(areaOf(path)).not.toBe('unknown');
  });
});

it.each([
  ['/', '/'],
  ['/doors', '/doors'],
  ['/doors/', '/doors'],
  ['/sign-in/code/', '/sign-in/code'],
])('%s without a trailing slash is %s', (path, bare) => {
  expect(withoutSlash(path)).toBe(bare);
});

describe('the page of a door', () => {
  it.each(['u1', 'a/b', '$&', '../help', 'ü ~'])('encodes the id %j in one segment', (id) => {
    expect(doorIn(doorPath(id))).toBe(id);
    expect(doorPath(id).split('/')).toHaveLength(3);
  });

  it.each([
    ['/doors/u1', 'u1'],
    ['/doors/u1/', 'u1'],
    ['/doors/u1~l2', 'u1~l2'],
    ['/doors/100%', '100%'],
    ['/doors', null],
    ['/doors/', null],
    ['/doors/u1/more', null],
    ['/activity', null],
  ])('at %s has the id %j', (path, id) => {
    expect(doorIn(path)).toBe(id);
  });
});
