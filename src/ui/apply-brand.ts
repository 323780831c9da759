import { brandColours, type Tokens } from './brand-colours.ts';

/**
 * Sets a brand's colour (`#rrggbb`) for both colour schemes. Logs one line when the light scheme needs another colour for
 * contrast.
 */
export function applyBrand(root: HTMLElement, accent: string, log: (line: string) => void): void {
  const { light, dark, adjusted } = brandColours(accent);
  // One property per scheme, because the build transpiles `light-dark()` in tokens.css.
  for (const [scheme, tokens] of [
    ['light', light],
    ['dark', dark],
  ] as const) {
    for (const name of Object.keys(tokens) as (keyof Tokens)[]) {
      root.style.setProperty(`${name.replace('--', '--brand-')}-${scheme}`, tokens[name]);
    }
  }
  // Every colour that suits the light scheme needs a lighter tint for the dark one, so that alone is not logged.
  if (!adjusted.includes('light')) return;
  log(
    `config.json: brand.accent ${accent} is hard to read on ${adjusted.join(' and ')} pages, so ${light['--accent']} is used on light and ${dark['--accent']} on dark ones.`,
  );
}
