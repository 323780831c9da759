import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { realTime } from '#facility';
import { createDemo } from './demo.ts';
import { createDirector } from './director/director.ts';
import { scenarios } from './director/scenarios/index.ts';
import { createTour } from './director/tour.ts';
import { keepOfflineCopy } from './shell/offline.ts';
import { Shell } from './shell/shell.tsx';

/* The page around the phone. The facility runs in this page, so that the demo needs no network after it has loaded. */

const TOUR = ['first-visit', 'late-payment', 'session-expires', 'signal-lost'];

const { setTimer } = realTime;

const director = createDirector({
  createDemo(scenario) {
    const demo = createDemo(realTime, scenario?.accessPath);
    // Read by the page in the phone's frame: see phone/main.ts.
    window.currentDemo = demo;
    return demo;
  },
  phoneWindow(demoId) {
    const frame = document.querySelector<HTMLIFrameElement>('iframe.demo-frame');
    if (frame?.dataset.demoId !== String(demoId)) return null;
    return frame.contentWindow as (Window & typeof globalThis) | null;
  },
  plan: () => document.querySelector('.demo-fold-plan'),
  setTimer,
});

const motionQuery = matchMedia('(prefers-reduced-motion: reduce)');
const reducedMotion = {
  isOn: () => motionQuery.matches,
  subscribe(changed: () => void) {
    motionQuery.addEventListener('change', changed);
    return () => motionQuery.removeEventListener('change', changed);
  },
};

const tour = createTour({
  director,
  scenarios: scenarios.filter(({ name }) => TOUR.includes(name)),
  isMotionReduced: reducedMotion.isOn,
  setTimer,
});

const host = document.getElementById('demo');
if (!host) throw new Error('demo/index.html has no #demo element.');
createRoot(host).render(
  <StrictMode>
    <Shell director={director} tour={tour} offline={keepOfflineCopy()} reducedMotion={reducedMotion} />
  </StrictMode>,
);
