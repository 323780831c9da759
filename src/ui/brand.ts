/**
 * Shows the app in a brand's colour (`#rrggbb`). Its arithmetic is loaded for brands that have one; without it, as when the
 * network fails, the built-in colours stay.
 */
export async function showBrand(accent: string): Promise<void> {
  try {
    const brand = await import('./apply-brand.ts');
    brand.applyBrand(document.documentElement, accent, (line) => console.info(line));
  } catch {
    // The built-in colours serve.
  }
}
