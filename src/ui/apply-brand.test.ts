// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { applyBrand } from './apply-brand.ts';
import { brandColours } from './brand-colours.ts';

function apply(accent: string) {
  const root = document.createElement('div');
  const log = vi.fn<(line: string) => void>();
  applyBrand(root, accent, log);
  return { root, log };
}

describe('applying a brand', () => {
  it.each(['#0b5c73', '#ffc400'])('sets %s for both schemes', (accent) => {
    const { root } = apply(accent);
    const { light, dark } = brandColours(accent);
    for (const [name, property] of [
      ['--accent', '--brand-accent'],
      ['--accent-soft', '--brand-accent-soft'],
    ] as const) {
      expect(root.style.getPropertyValue(`${property}-light`)).toBe(light[name]);
      expect(root.style.getPropertyValue(`${property}-dark`)).toBe(dark[name]);
    }
    expect(root.style).toHaveLength(4);
  });

  it('logs nothing for a colour that suits the light scheme', () => {
    expect(apply('#0b5c73').log).not.toHaveBeenCalled();
  });

  it.each([
    ['#FFC400', 'light'],
    ['#2b7de9', 'light and dark'],
  ])('logs one line about the adjustment of %s', (accent, where) => {
    const { log } = apply(accent);
    const { light, dark } = brandColours(accent);
    expect(log.mock.calls).toEqual([
      [
        `config.json: brand.accent ${accent} is hard to read on ${where} pages, so ${light['--accent']} is used on light and ${dark['--accent']} on dark ones.`,
      ],
    ]);
  });
});
