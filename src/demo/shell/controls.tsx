import type { ReactNode } from 'react';
import type { Director } from '../director/director.ts';
import type { Progress } from '../director/progress.ts';
import type { Tour } from '../director/tour.ts';
import { useSnapshot } from './use-snapshot.ts';

type Props = {
  readonly director: Director;
  readonly tour: Tour;
  readonly isMotionReduced: boolean;
  readonly onClear: () => void;
  readonly onStopTour: () => void;
  readonly children?: ReactNode;
};

/** The caption, and the buttons that control the script. */
export function Controls({ director, tour, isMotionReduced, onClear, onStopTour, children }: Props) {
  const progress = useSnapshot(director, director.progress);
  const isTour = useSnapshot(tour, tour.isOn);
  const { time } = director.demo();
  const rate = useSnapshot(time, time.rate);
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
          <TourButtons
            tour={tour}
            onStop={onStopTour}
            isMotionReduced={isMotionReduced}
            isMoving={progress.kind === 'playing'}
          />
        ) : (
          <Buttons director={director} progress={progress} onClear={onClear} />
        )}
      </div>
    </section>
  );
}

type CaptionProps = {
  readonly progress: Progress;
  /** Whether a person stopped the clock in the inspector, which pauses the script. */
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
      <p className="demo-say">{captionOf(progress)}</p>
    </>
  );
}

function captionOf(progress: Exclude<Progress, { kind: 'idle' }>): string {
  const caption = progress.step?.say ?? progress.scenario.watch;
  switch (progress.kind) {
    case 'ended':
      return `${caption} That was it.`;
    case 'taken-over':
      return 'The phone is yours now. Replay begins anew.';
    case 'failed':
      return `This was to be seen, and did not come: “${progress.missed}” Replay begins anew.`;
    default:
      return caption;
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
        onClick={() => (isOver ? director.play(scenario) : kind === 'paused' ? director.resume() : director.pause())}
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
  readonly isMotionReduced: boolean;
  readonly isMoving: boolean;
};

function TourButtons({ tour, onStop, isMotionReduced, isMoving }: TourProps) {
  return (
    <>
      {isMotionReduced ? (
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
