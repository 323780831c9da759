import { expect } from 'vitest';
import { people, signIn, test } from './visit.ts';

/** The contrast of two colours (WCAG 2.2), as the browser paints them. */
const CONTRAST = `
  const field = document.querySelector('input[type=search]');
  const painter = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const paint = (colour, alpha = 1) => {
    painter.globalAlpha = alpha;
    painter.fillStyle = colour;
    painter.fillRect(0, 0, 1, 1);
    return [...painter.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const luminance = (pixel) => {
    const [red, green, blue] = pixel
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  paint('white');
  const behind = [];
  for (let element = field; element; element = element.parentElement) behind.unshift(getComputedStyle(element).backgroundColor);
  const ground = behind.map((colour) => paint(colour)).at(-1);
  const { color, opacity } = getComputedStyle(field, '::placeholder');
  const text = paint(color, Number(opacity));
  const [lighter, darker] = [luminance(ground), luminance(text)].sort((a, b) => b - a);
  return { ratio: (lighter + 0.05) / (darker + 0.05), seen: JSON.stringify({ ground, text, color, opacity }) };`;

/** What surrounds whatever has the focus. */
const RING = `
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(document.activeElement);
  return { tag: document.activeElement.tagName, outlineStyle, width: parseFloat(outlineWidth), outlineColor };`;

test('the example within the search field can be read', async ({ visit }) => {
  await signIn(visit, people.everyState);
  await visit.tab.field('Search doors');
  const { ratio, seen } = await visit.tab.run<{ ratio: number; seen: string }>(CONTRAST);
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
