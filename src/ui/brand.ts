/** Applies a brand's colour (`#rrggbb`). When its code cannot be loaded, the built-in colours stay. */
export async function showBrand(accent: string): Promise<void> {
  try {
    const brand = await import('./apply-brand.ts');
    brand.applyBrand(document.documentElement, accent, (line) => console.info(line));
  } catch {
    // The built-in colours stay.
  }
}
