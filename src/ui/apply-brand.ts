import { brandColours, type Tokens } from './brand-colours.ts';

/**
 * Puts a brand's colour (`#rrggbb`) in place of the built-in one, for both colour schemes. Says so in one line when the
 * light pages, for which a brand's colour is chosen, cannot have it as it is.
 */
export function applyBrand(root: HTMLElement, accent: string, log: (line: string) => void): void {
  const { light, dark, adjusted } = brandColours(accent);
  // One property a scheme, for tokens.css to choose from: browsers without `light-dark()` get another form of it there.
  for (const [scheme, tokens] of [
    ['light', light],
    ['dark', dark],
  ] as const) {
    for (const name of Object.keys(tokens) as (keyof Tokens)[]) {
      root.style.setProperty(`${name.replace('--', '--brand-')}-${scheme}`, tokens[name]);
    }
  }
  // Dark pages need a light tint of every colour that suits light ones: that alone is nothing to look into.
  if (!adjusted.includes('light')) return;
  log(
    `config.json: brand.accent ${accent} is hard to read on ${adjusted.join(' and ')} pages, so ${light['--accent']} is used on light and ${dark['--accent']} on dark ones.`,
  );
}
