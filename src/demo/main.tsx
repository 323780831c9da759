import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { realTime } from '#facility';
import { createDemo } from './demo.ts';
import { createDirector } from './director/director.ts';
import { scenarios } from './director/scenarios/index.ts';
import { createTour } from './director/tour.ts';
import { keepOfflineCopy } from './shell/offline.ts';
import { Shell } from './shell/shell.tsx';

/* The page around the phone: the facility runs in it, and nothing of it needs a network once it has come. */

const TOUR = ['first-visit', 'late-payment', 'session-expires', 'signal-lost'];

/** A script waits in real time, whatever the demo's does. */
const { setTimer: later } = realTime;

const director = createDirector({
  begin(scenario) {
    const demo = createDemo(realTime, scenario?.accessPath);
    // Read by the page in the phone's frame, before any of the app is loaded: see phone/main.ts.
    window.demoOnStage = demo;
    return demo;
  },
  screen(beginning) {
    const frame = document.querySelector<HTMLIFrameElement>('iframe.demo-frame');
    if (frame?.dataset.beginning !== String(beginning)) return null;
    return frame.contentWindow as (Window & typeof globalThis) | null;
  },
  plan: () => document.querySelector('.demo-fold-plan'),
  later,
});

const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)');
const calm = {
  isOn: () => reducedMotion.matches,
  subscribe(changed: () => void) {
    reducedMotion.addEventListener('change', changed);
    return () => reducedMotion.removeEventListener('change', changed);
  },
};

const tour = createTour({
  director,
  scenarios: scenarios.filter(({ name }) => TOUR.includes(name)),
  isCalm: calm.isOn,
  later,
});

const host = document.getElementById('demo');
if (!host) throw new Error('demo/index.html has no #demo');
createRoot(host).render(
  <StrictMode>
    <Shell director={director} tour={tour} offline={keepOfflineCopy()} calm={calm} />
  </StrictMode>,
);
