import './styles.ts';
// Bundles the only system with the entry, so that systems/registry.ts fetches no file. With a second system this line goes,
// and the boot script preloads the configured one.
import './systems/kiss/kiss.ts';
import { start } from '#app';
import { createBrowserPlatform } from '#platform';

async function main(): Promise<void> {
  const host = document.getElementById('root');
  if (!host) throw new Error('index.html has no #root');
  const platform = createBrowserPlatform(window);
  if (import.meta.env.GALLERY) {
    const { isGallery, showGallery } = await import('#gallery');
    if (isGallery(platform.location.path())) return showGallery(host, platform);
  }
  await start(host, platform);
}

// The script is async, so from the browser's cache it can run before the document is parsed.
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => void main(), { once: true });
else void main();
