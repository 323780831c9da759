import '../../styles.ts';
import { start } from '#app';
import { createPhonePlatform } from './phone-platform.ts';
import { watchPerson } from './watch-person.ts';

/* The page in the phone's frame: the app, on the platform that the phone is. */

const { demoOnStage: demo } = window.parent;
const host = document.getElementById('root');
if (window.parent === window || !demo || !host) {
  // Opened by itself there is no phone: its frame is one folder up.
  location.replace('../');
} else {
  const platform = createPhonePlatform(demo, window);
  watchPerson(demo.phone, window, platform.focus);
  void start(host, platform);
}
