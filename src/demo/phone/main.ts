import { install } from './install.ts';

/* The page in the phone's frame: first the phone, then the app, which takes it for a browser like any other. */

const { demoOnStage: demo } = window.parent;
if (window.parent === window || !demo) {
  // Opened by itself there is no phone: its frame is one folder up.
  location.replace('../');
} else {
  install(demo, window);
  void import('../../main.tsx');
}
