import './shell.css';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Director } from '../director/director.ts';
import type { Tour } from '../director/tour.ts';
import { Inspector } from '../inspector/inspector.tsx';
import { PASSING_KEYS } from '../phone/watch-person.ts';
import { Plan } from '../plan/plan.tsx';
import { hashOf, TOUR_HASH, wishOf } from './address.ts';
import { Controls } from './controls.tsx';
import type { OfflineCopy } from './offline.ts';
import { PhoneFrame } from './phone-frame.tsx';
import { ScenarioList } from './scenario-list.tsx';
import { usePicked } from './use-picked.ts';
import { useTenants } from './use-tenants.ts';

type Props = {
  readonly director: Director;
  readonly tour: Tour;
  readonly offline: OfflineCopy;
  /** prefers-reduced-motion. */
  readonly calm: { readonly isOn: () => boolean; readonly subscribe: (changed: () => void) => () => void };
};

/** The whole page: the phone on one side, the facility on the other, and the director between them. */
export function Shell({ director, tour, offline, calm }: Props) {
  const isKept = usePicked(offline, offline.isComplete);
  const isCalm = useSyncExternalStore(calm.subscribe, calm.isOn);
  const isTour = usePicked(tour, tour.isOn);
  const beginning = usePicked(director, director.beginning);
  const title = useRef<HTMLHeadingElement>(null);
  const demo = director.demo();
  const tenants = useTenants(director);
  const { unknown, go } = useAddress(director, tour);
  useEndOfTour(tour, isTour);
  useTourAddress(isTour);

  const touched = useCallback(() => (tour.isOn() ? tour.stop() : director.takeOver()), [tour, director]);
  /** The button that had the focus is gone then. */
  const andToTitle = (act: () => void) => () => {
    act();
    title.current?.focus();
  };
  return (
    <div className="demo" data-tour={isTour}>
      <header className="demo-head">
        <h1 ref={title} tabIndex={-1}>
          Door access demo
        </h1>
        <p className="demo-kept" role="status">
          {isKept ? 'Works without a network' : null}
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
          isCalm={isCalm}
          onClear={andToTitle(() => go(''))}
          onStopTour={andToTitle(tour.stop)}
        >
          {unknown === null ? null : (
            <p className="demo-unknown" role="alert">
              There is no scenario “{unknown}”. Choose one from the list.
            </p>
          )}
        </Controls>
        <PhoneFrame director={director} onTouch={touched} />
        <details className="demo-fold demo-fold-plan" open>
          <summary>
            <h2>The facility from above</h2>
          </summary>
          <Plan key={beginning} facility={demo.facility} time={demo.time} tenants={tenants} />
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
            <Inspector key={beginning} demo={demo} />
          </details>
        </div>
      </main>
    </div>
  );
}

/** The address says what is on, so that a reload and a copy of it bring the same; `go` does what one asks for. */
function useAddress(director: Director, tour: Tour) {
  const [unknown, setUnknown] = useState<string | null>(null);
  const follow = useCallback(() => {
    const wish = wishOf(location.hash);
    setUnknown(wish.kind === 'unknown-scenario' ? wish.name : null);
    if (wish.kind === 'tour') tour.start();
    if (wish.kind === 'scenario') director.play(wish.scenario, wish.how);
    if (wish.kind === 'scenario' || wish.kind === 'tour') showStage();
  }, [director, tour]);
  useEffect(() => {
    follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [follow]);
  const go = (hash: string) => {
    history.replaceState(null, '', hash === '' ? bareAddress() : hash);
    follow();
    if (hash === '') director.clear();
  };
  return { unknown, go };
}

/** A tour that was stopped is not what a reload is to bring. */
function useTourAddress(isTour: boolean): void {
  const wasTour = useRef(false);
  useEffect(() => {
    if (wasTour.current && !isTour && location.hash === TOUR_HASH) history.replaceState(null, '', bareAddress());
    wasTour.current = isTour;
  }, [isTour]);
}

const bareAddress = () => location.href.replace(/#.*/, '');

/** On a small screen the list stands far below what it begins. */
function showStage() {
  document.querySelector('.demo-head')?.scrollIntoView({ block: 'start' });
}

/** Anything that a hand does ends the tour, but for the tour's own buttons, and keys that only pass through. */
function useEndOfTour(tour: Tour, isTour: boolean): void {
  useEffect(() => {
    if (!isTour) return;
    const stop = (event: Event) => {
      const isControl = event.target instanceof Element && event.target.closest('[data-tour-control]') !== null;
      const isPassing = event instanceof KeyboardEvent && PASSING_KEYS.has(event.key);
      if (event.isTrusted && !isControl && !isPassing) tour.stop();
    };
    // A click without a pointer is that of a screen reader.
    const kinds = ['pointerdown', 'click', 'keydown'] as const;
    for (const kind of kinds) addEventListener(kind, stop, true);
    return () => {
      for (const kind of kinds) removeEventListener(kind, stop, true);
    };
  }, [tour, isTour]);
}
