// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyLook } from './look.ts';

beforeEach(() => {
  document.head.innerHTML = `
    <meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)" data-scheme="light">
    <meta name="theme-color" content="#1c2328" media="(prefers-color-scheme: dark)" data-scheme="dark">`;
});
afterEach(() => {
  document.head.replaceChildren();
  applyLook(null);
});

const shown = () => document.documentElement.dataset.look;
const media = () => [...document.querySelectorAll('meta')].map((meta) => meta.getAttribute('media'));
const OF_THE_SYSTEM = ['(prefers-color-scheme: light)', '(prefers-color-scheme: dark)'];

describe('the look of the page', () => {
  it.each([
    ['light', ['all', 'not all']],
    ['dark', ['not all', 'all']],
  ])('is %s with its theme colour when that was chosen', (look, then) => {
    applyLook(look);
    expect([shown(), media()]).toEqual([look, then]);
  });

  it.each([null, undefined, 'sepia', 1, {}])('follows the system for %j', (look) => {
    applyLook('dark');
    applyLook(look);
    expect([shown(), media()]).toEqual([undefined, OF_THE_SYSTEM]);
  });
});
