import './ui/styles/tokens.css';
import './ui/styles/base.css';
import './ui/styles/parts.css';
import './ui/styles/frame.css';
import './ui/styles/feedback.css';
import './ui/styles/start.css';
import './access/access.css';
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
