import './styles.ts';
// The only system that is spoken comes along with the entry: loading it (systems/registry.ts) then asks for no file. With a
// second one this line goes, and the boot script fetches the one that the configuration names.
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

// The script is async: from the browser's cache it can run while the rest of the page is still on its way.
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => void main(), { once: true });
else void main();
