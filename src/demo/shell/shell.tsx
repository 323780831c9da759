import './shell.css';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Director } from '../director/director.ts';
import type { Tour } from '../director/tour.ts';
import { Inspector } from '../inspector/inspector.tsx';
import { NAVIGATION_KEYS } from '../phone/watch-input.ts';
import { Plan } from '../plan/plan.tsx';
import { Controls } from './controls.tsx';
import { hashOf, parseHash, TOUR_HASH } from './hash.ts';
import type { OfflineCopy } from './offline.ts';
import { PhoneFrame } from './phone-frame.tsx';
import { ScenarioList } from './scenario-list.tsx';
import { useSnapshot } from './use-snapshot.ts';
import { useTenants } from './use-tenants.ts';

type Props = {
  readonly director: Director;
  readonly tour: Tour;
  readonly offline: OfflineCopy;
  /** prefers-reduced-motion. */
  readonly reducedMotion: { readonly isOn: () => boolean; readonly subscribe: (changed: () => void) => () => void };
};

/** The page: the phone, the plan of the facility, the scenarios and the inspector. */
export function Shell({ director, tour, offline, reducedMotion }: Props) {
  const isOfflineReady = useSnapshot(offline, offline.isComplete);
  const isMotionReduced = useSyncExternalStore(reducedMotion.subscribe, reducedMotion.isOn);
  const isTour = useSnapshot(tour, tour.isOn);
  const demoId = useSnapshot(director, director.demoId);
  const title = useRef<HTMLHeadingElement>(null);
  const demo = director.demo();
  const tenants = useTenants(director);
  const { unknown, go } = useHash(director, tour);
  useEndOfTour(tour, isTour);
  useTourHash(isTour);

  const takeOver = useCallback(() => (tour.isOn() ? tour.stop() : director.takeOver()), [tour, director]);
  /** Moves the focus to the title, because the action removes the focused button. */
  const thenFocusTitle = (action: () => void) => () => {
    action();
    title.current?.focus();
  };
  return (
    <div className="demo" data-tour={isTour}>
      <header className="demo-head">
        <h1 ref={title} tabIndex={-1}>
          Door access demo
        </h1>
        <p className="demo-offline" role="status">
          {isOfflineReady ? 'Works without a network' : null}
        </p>
        <button
          type="button"
          className="button button-secondary demo-button"
          data-tour-control
          onClick={() => (isTour ? tour.stop() : go(TOUR_HASH))}
        >
          {isTour ? 'Stop the tour' : 'Two-minute tour'}
        </button>
      </header>
      <main className="demo-main">
        <Controls
          director={director}
          tour={tour}
          isMotionReduced={isMotionReduced}
          onClear={thenFocusTitle(() => go(''))}
          onStopTour={thenFocusTitle(tour.stop)}
        >
          {unknown === null ? null : (
            <p className="demo-unknown" role="alert">
              There is no scenario “{unknown}”. Choose one from the list.
            </p>
          )}
        </Controls>
        <PhoneFrame director={director} onTouch={takeOver} />
        <details className="demo-fold demo-fold-plan" open>
          <summary>
            <h2>The facility from above</h2>
          </summary>
          <Plan key={demoId} facility={demo.facility} time={demo.time} tenants={tenants} />
        </details>
        <div className="demo-more">
          <details className="demo-fold" open>
            <summary>
              <h2>Scenarios</h2>
            </summary>
            <ScenarioList director={director} onChoose={(scenario) => go(hashOf(scenario))} />
          </details>
          <details className="demo-fold">
            <summary>
              <h2>Inspector</h2>
            </summary>
            <Inspector key={demoId} demo={demo} />
          </details>
        </div>
      </main>
    </div>
  );
}

/** Plays what the URL hash requests; `go` changes the hash. */
function useHash(director: Director, tour: Tour) {
  const [unknown, setUnknown] = useState<string | null>(null);
  const follow = useCallback(() => {
    const target = parseHash(location.hash);
    setUnknown(target.kind === 'unknown-scenario' ? target.name : null);
    if (target.kind === 'tour') tour.start();
    if (target.kind === 'scenario') director.play(target.scenario, target.playback);
    if (target.kind === 'scenario' || target.kind === 'tour') scrollToTop();
  }, [director, tour]);
  useEffect(() => {
    follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [follow]);
  const go = (hash: string) => {
    history.replaceState(null, '', hash === '' ? urlWithoutHash() : hash);
    follow();
    if (hash === '') director.clear();
  };
  return { unknown, go };
}

/** Removes the hash of a stopped tour, so that a reload does not start it again. */
function useTourHash(isTour: boolean): void {
  const wasTour = useRef(false);
  useEffect(() => {
    if (wasTour.current && !isTour && location.hash === TOUR_HASH) history.replaceState(null, '', urlWithoutHash());
    wasTour.current = isTour;
  }, [isTour]);
}

const urlWithoutHash = () => location.href.replace(/#.*/, '');

/** On a small screen the list is far below the phone. */
function scrollToTop() {
  document.querySelector('.demo-head')?.scrollIntoView({ block: 'start' });
}

/** Any input ends the tour, except on the tour's own buttons and navigation keys. */
function useEndOfTour(tour: Tour, isTour: boolean): void {
  useEffect(() => {
    if (!isTour) return;
    const stop = (event: Event) => {
      const isControl = event.target instanceof Element && event.target.closest('[data-tour-control]') !== null;
      const isNavigation = event instanceof KeyboardEvent && NAVIGATION_KEYS.has(event.key);
      if (event.isTrusted && !isControl && !isNavigation) tour.stop();
    };
    // A screen reader sends clicks without pointer events.
    const kinds = ['pointerdown', 'click', 'keydown'] as const;
    for (const kind of kinds) addEventListener(kind, stop, true);
    return () => {
      for (const kind of kinds) removeEventListener(kind, stop, true);
    };
  }, [tour, isTour]);
}
