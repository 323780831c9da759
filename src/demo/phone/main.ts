import { install } from './install.ts';

/* The page in the phone's frame: first the phone, then the app, which takes it for a browser like any other. */

const { demoPhone } = window.parent;
if (window.parent === window || !demoPhone) {
  // Opened by itself there is no phone: its frame is one folder up.
  location.replace('../');
} else {
  install(demoPhone, window);
  void import('../../main.tsx');
}
