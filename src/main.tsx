import './styles.ts';
import { start } from '#app';
import { createBrowserPlatform } from '#platform';

function main(): void {
  const host = document.getElementById('root');
  if (!host) throw new Error('index.html has no #root');
  void start(host, createBrowserPlatform(window));
}

// The script is async: from the browser's cache it can run while the rest of the page is still on its way.
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', main, { once: true });
else main();
