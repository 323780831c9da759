import type { ReactNode } from 'react';
import type { Director } from '../director/director.ts';
import type { Progress } from '../director/progress.ts';
import type { Tour } from '../director/tour.ts';
import { usePicked } from './use-picked.ts';

type Props = {
  readonly director: Director;
  readonly tour: Tour;
  readonly isCalm: boolean;
  /** No script any more, and a fresh phone. */
  readonly onClear: () => void;
  readonly onStopTour: () => void;
  readonly children?: ReactNode;
};

/** What happens now, in one sentence, and the hand on the script. */
export function Controls({ director, tour, isCalm, onClear, onStopTour, children }: Props) {
  const progress = usePicked(director, director.progress);
  const isTour = usePicked(tour, tour.isOn);
  const { time } = director.demo();
  const rate = usePicked(time, time.rate);
  return (
    <section
      className="demo-controls"
      aria-label="Scenario"
      data-progress={progress.kind}
      data-done={progress.kind === 'idle' ? 0 : progress.done}
      data-tour={isTour}
    >
      <div className="demo-caption" role="status">
        <Caption progress={progress} isClockStopped={rate === 0} />
      </div>
      {children}
      <div className="demo-buttons" data-tour-control>
        {isTour ? (
          <TourButtons tour={tour} onStop={onStopTour} isCalm={isCalm} isMoving={progress.kind === 'playing'} />
        ) : (
          <Buttons director={director} progress={progress} onClear={onClear} />
        )}
      </div>
    </section>
  );
}

type CaptionProps = {
  readonly progress: Progress;
  /** By the inspector: a script waits for what cannot come then. */
  readonly isClockStopped: boolean;
};

function Caption({ progress, isClockStopped }: CaptionProps) {
  if (progress.kind === 'idle') {
    return (
      <>
        <p className="demo-watch">The phone is yours.</p>
        <p className="demo-say">Sign in with +1 303 555 0101, or choose a scenario and watch.</p>
      </>
    );
  }
  const { scenario, step, kind } = progress;
  const nth = step === null ? 0 : scenario.steps.indexOf(step) + 1;
  return (
    <>
      <p className="demo-watch">
        {scenario.title} · {nth} of {scenario.steps.length}
        {kind === 'playing' && isClockStopped ? ' · the clock is paused in the inspector' : ''}
      </p>
      <p className="demo-say">{saying(progress)}</p>
    </>
  );
}

function saying(progress: Exclude<Progress, { kind: 'idle' }>): string {
  const said = progress.step?.say ?? progress.scenario.watch;
  switch (progress.kind) {
    case 'ended':
      return `${said} That was it.`;
    case 'taken-over':
      return 'The phone is yours now. Replay begins anew.';
    case 'failed':
      return `This was to be seen, and did not come: “${progress.missed}” Replay begins anew.`;
    default:
      return said;
  }
}

type ButtonsProps = { readonly director: Director; readonly progress: Progress; readonly onClear: () => void };

function Buttons({ director, progress, onClear }: ButtonsProps) {
  if (progress.kind === 'idle') return null;
  const { scenario, kind } = progress;
  const isOver = kind === 'ended' || kind === 'failed' || kind === 'taken-over';
  return (
    <>
      <button
        type="button"
        className="button button-primary demo-button"
        aria-disabled={kind === 'preparing'}
        onClick={() => (isOver ? director.play(scenario) : kind === 'paused' ? director.goOn() : director.pause())}
      >
        {isOver ? 'Replay' : kind === 'paused' ? 'Continue' : 'Pause'}
      </button>
      <button
        type="button"
        className="button button-secondary demo-button"
        aria-disabled={kind !== 'paused'}
        onClick={director.step}
      >
        Step
      </button>
      <button
        type="button"
        className="button button-secondary demo-button"
        onClick={() => director.play(scenario, { isPaused: kind === 'paused' })}
      >
        Restart
      </button>
      <button type="button" className="button button-secondary demo-button" onClick={onClear}>
        Clear
      </button>
    </>
  );
}

type TourProps = {
  readonly tour: Tour;
  readonly onStop: () => void;
  readonly isCalm: boolean;
  readonly isMoving: boolean;
};

function TourButtons({ tour, onStop, isCalm, isMoving }: TourProps) {
  return (
    <>
      {isCalm ? (
        <button
          type="button"
          className="button button-primary demo-button"
          aria-disabled={isMoving}
          onClick={tour.next}
        >
          Next
        </button>
      ) : null}
      <button type="button" className="button button-secondary demo-button" onClick={onStop}>
        Stop the tour
      </button>
    </>
  );
}
