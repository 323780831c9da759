import '../../styles.ts';
import { start } from '#app';
import { createPhonePlatform } from './phone-platform.ts';
import { watchInput } from './watch-input.ts';

/* The page in the phone's frame: the app on the phone's platform. */

const { currentDemo: demo } = window.parent;
const host = document.getElementById('root');
if (window.parent === window || !demo || !host) {
  // Opened outside of the frame: go to the demo, one folder up.
  location.replace('../');
} else {
  const platform = createPhonePlatform(demo, window);
  watchInput(demo.phone, window, platform.focus);
  void start(host, platform);
}
