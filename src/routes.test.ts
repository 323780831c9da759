import { describe, expect, it } from 'vitest';
import { areaOf, doorPath, routes } from './routes.ts';

describe('the area of an address', () => {
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

  it('is known for each path of the app', () => {
    for (const path of Object.values(routes)) expect(areaOf(path)).not.toBe('unknown');
  });
});

describe('the page of a door', () => {
  it.each(['u1', 'a/b', '$&', '../help', 'ü ~'])('has the id %j in one segment', (id) => {
    expect(decodeURIComponent(doorPath(id).slice('/doors/'.length))).toBe(id);
    expect(doorPath(id).split('/')).toHaveLength(3);
  });
});
