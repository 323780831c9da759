import { expect } from 'vitest';
import { ELSEWHERE } from './proxy.ts';
import { phones, signIn, test } from './visit.ts';
import { waitFor } from './wait-for.ts';

/**
 * The contrast ratio (WCAG 2.2) between the most frequent colour in a region of a screenshot (PNG, base64) and the colour
 * that differs most from it. Ignores the edges of the region.
 */
const CONTRAST = `
  const image = new Image();
  const [png, part] = arguments;
  image.src = 'data:image/png;base64,' + png;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(
    part.left + part.width * 0.05, part.top + part.height * 0.2, part.width * 0.9, part.height * 0.6);
  const counts = new Map();
  for (let at = 0; at < data.length; at += 4) {
    const colour = data.slice(at, at + 3).join();
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const luminance = (colour) => {
    const [red, green, blue] = colour
      .split(',')
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ratioOf = (one, other) => {
    const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (lighter + 0.05) / (darker + 0.05);
  };
  const [[background]] = [...counts].sort(([, a], [, b]) => b - a);
  const ratios = [...counts.keys()].map((colour) => ({ colour, ratio: ratioOf(background, colour) }));
  const { colour, ratio } = ratios.reduce((most, one) => (one.ratio > most.ratio ? one : most));
  return { ratio, seen: colour + ' on ' + background };`;

/** Waits until the current frame is painted. */
const PAINTED = 'await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';

/** The outline of the focused element. */
const RING = `
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(document.activeElement);
  return { tag: document.activeElement.tagName, outlineStyle, width: parseFloat(outlineWidth), outlineColor };`;

test('gives the placeholder of the search field enough contrast', async ({ visit }) => {
  await signIn(visit, phones.everyState);
  const field = await visit.tab.field('Search doors');
  // Large text has pixels without antialiasing. WebKit's computed colour differs from the colour in a screenshot.
  await visit.tab.run('arguments[0].style.fontSize = "3rem"', field);
  const part = await visit.tab.run<object>('return arguments[0].getBoundingClientRect().toJSON()', field);
  // The app's Content-Security-Policy blocks data: images.
  const canvasTab = await visit.newTab();
  await canvasTab.go(ELSEWHERE);
  let last = '';
  const { ratio, seen } = await waitFor('two equal screenshots', async () => {
    await visit.tab.runAsync(PAINTED);
    // Takes a screenshot of the whole page, because WebKit's screenshot of one element is empty.
    const screenshot = await visit.tab.driver.takeScreenshot();
    const found = await canvasTab.runAsync<{ ratio: number; seen: string }>(CONTRAST, screenshot, part);
    const isSame = found.seen === last;
    last = found.seen;
    return isSame ? found : null;
  });
  expect(ratio, seen).toBeGreaterThanOrEqual(4.5);
});

test('shows a focus ring on a focused button', async ({ visit: { tab } }) => {
  await tab.go('/');
  await tab.waitForText('Front Range Storage');
  const field = await tab.field('Phone number');
  await field.click();
  await tab.pressTab();
  const ring = await tab.run<{ tag: string; outlineStyle: string; width: number }>(RING);
  expect(ring).toMatchObject({ tag: 'BUTTON', outlineStyle: expect.not.stringMatching('none') });
  expect(ring.width).toBeGreaterThan(0);
});
