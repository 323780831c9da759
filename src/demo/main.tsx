import '../ui/styles/tokens.css';
import { createDemo } from './demo.ts';

const demo = createDemo({
  now: Date.now,
  setTimer: (run, ms) => {
    const id = setTimeout(run, ms);
    return () => clearTimeout(id);
  },
});
window.demoPhone = demo.phone;
const f = document.createElement('iframe');
f.src = 'phone/';
f.width = '360';
f.height = '740';
document.body.append(f);
