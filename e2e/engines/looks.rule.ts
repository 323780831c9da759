import { expect } from 'vitest';
import { ELSEWHERE } from './front.ts';
import { soon } from './soon.ts';
import { people, signIn, test } from './visit.ts';

/**
 * The contrast (WCAG 2.2) within a part of a picture (PNG, base64): the colour that most of it has against the one that
 * differs most from it. The edges of the part do not count.
 */
const CONTRAST = `
  const picture = new Image();
  const [png, part] = arguments;
  picture.src = 'data:image/png;base64,' + png;
  await picture.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: picture.width, height: picture.height });
  const painter = canvas.getContext('2d', { willReadFrequently: true });
  painter.drawImage(picture, 0, 0);
  const { data } = painter.getImageData(
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
  const [[ground]] = [...counts].sort(([, a], [, b]) => b - a);
  const ratios = [...counts.keys()].map((colour) => ({ colour, ratio: ratioOf(ground, colour) }));
  const { colour, ratio } = ratios.reduce((most, one) => (one.ratio > most.ratio ? one : most));
  return { ratio, seen: colour + ' on ' + ground };`;

/** What is there has been painted. */
const PAINTED = 'await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';

/** What surrounds whatever has the focus. */
const RING = `
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(document.activeElement);
  return { tag: document.activeElement.tagName, outlineStyle, width: parseFloat(outlineWidth), outlineColor };`;

test('the example within the search field can be read', async ({ visit }) => {
  await signIn(visit, people.everyState);
  const field = await visit.tab.field('Search doors');
  // Large letters have places that no edge softens. What is painted counts: WebKit computes another colour than it paints.
  await visit.tab.run('arguments[0].style.fontSize = "3rem"', field);
  const part = await visit.tab.run<object>('return arguments[0].getBoundingClientRect().toJSON()', field);
  // The app's policy would not let the picture in.
  const judge = await visit.newTab();
  await judge.go(ELSEWHERE);
  let last = '';
  const { ratio, seen } = await soon('what is painted stays as it is', async () => {
    await visit.tab.runAsync(PAINTED);
    // Of the whole page: WebKit's picture of one element is empty.
    const picture = await visit.tab.driver.takeScreenshot();
    const found = await judge.runAsync<{ ratio: number; seen: string }>(CONTRAST, picture, part);
    const isSame = found.seen === last;
    last = found.seen;
    return isSame ? found : null;
  });
  expect(ratio, seen).toBeGreaterThanOrEqual(4.5);
});

test('a button that has the focus shows it', async ({ visit: { tab } }) => {
  await tab.go('/');
  await tab.says('Front Range Storage');
  const field = await tab.field('Phone number');
  await field.click();
  await tab.tabOn();
  const ring = await tab.run<{ tag: string; outlineStyle: string; width: number }>(RING);
  expect(ring).toMatchObject({ tag: 'BUTTON', outlineStyle: expect.not.stringMatching('none') });
  expect(ring.width).toBeGreaterThan(0);
});
