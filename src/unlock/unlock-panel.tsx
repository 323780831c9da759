import './unlock.css';
import { type CSSProperties, useContext, useEffect, useState } from 'react';
import { countdown, useSignedInMessages } from '#i18n';
import type { Door } from '#model';
import { ServerMessage, SupportLinks } from '#notices';
import { isCrossOriginFramed, usePlatform } from '#platform';
import { useSignedIn } from '#session';
import { Callout, ClockContext, StatusLine, useIsBefore, useSecondsUntil } from '#ui';
import { type DoorMessage, doorMessage } from './door-message.ts';
import { Drawing, type DrawingState } from './drawing.tsx';
import { isInFlight, isShownOpen, type NotOpened, REST_MS, type UnlockState } from './machine.ts';
import { useUnlocker, useUnlockState } from './unlock-context.ts';
import { useOpenLimit } from './use-open-limit.ts';

type Props = {
  readonly door: Door;
  /** IANA name of the door's time zone; null where it is unknown. */
  readonly timeZone: string | null;
  /** The location's phone number, shown after a failure. */
  readonly phone: string | null;
  /** Called by the button that replaces Open while the door is open. */
  readonly onDone: () => void;
};

/** Opens a door that `isOpenable`. In another origin's frame it shows a link to this page instead. */
export function UnlockPanel(props: Props) {
  const { device, location } = usePlatform();
  return isCrossOriginFramed(device) ? <Framed href={location.href()} /> : <Panel {...props} />;
}

function Framed({ href }: { readonly href: string }) {
  const { title, body, open } = useSignedInMessages().unlock.framed;
  return (
    <>
      <StatusLine />
      <Callout title={title}>
        <p>{body}</p>
        <a className="button button-primary" href={href} target="_blank" rel="noopener">
          {open}
        </a>
      </Callout>
    </>
  );
}

/** The drawing of the door, what happened, and the Open button. */
function Panel({ door, timeZone, phone, onDone }: Props) {
  const t = useSignedInMessages();
  const unlocker = useUnlocker();
  const state = useUnlockState(door.id);
  const message = doorMessage(t, state, timeZone);
  // The next visit to this door starts without an outcome.
  useEffect(() => () => unlocker.forget(door.id), [unlocker, door.id]);
  return (
    <section className="unlock" data-state={state.kind}>
      <div className="unlock-scene">
        <div className="unlock-picture">
          {state.kind === 'opened' ? (
            <Ring key={state.relayEndsAt} until={state.relayEndsAt} total={state.relayMs} />
          ) : null}
          <Drawing form={door.form} state={drawingState(state, message)} />
        </div>
        <p key={message.word} className="unlock-word" aria-hidden="true">
          {message.word ? t.unlock.words[message.word] : null}
        </p>
        <div className="unlock-text">
          <Announced state={state} message={message} />
          {state.kind === 'opened' && state.relay === 'counted' ? <RelayCountdown until={state.relayEndsAt} /> : null}
          {state.kind === 'ended' ? <OutcomeDetails outcome={state.outcome} phone={phone} /> : null}
        </div>
      </div>
      <MainButton door={door} state={state} onDone={onDone} />
    </section>
  );
}

/**
 * The live region. After a press its text stays the same until the outcome, so that each is announced once. Keyed by the
 * text: a centred text that changes would count as a layout shift, a new one does not.
 */
function Announced({ state, message }: { readonly state: UnlockState; readonly message: DoorMessage }) {
  const { states } = useSignedInMessages().unlock;
  const isWaiting = state.kind === 'waiting';
  return (
    <StatusLine tone={message.tone}>
      <span key={message.line} className={isWaiting ? 'visually-hidden' : 'unlock-line'}>
        {message.line}
      </span>
      {isWaiting ? (
        <span className="unlock-line" aria-hidden="true">
          {states.waiting}
        </span>
      ) : null}
      {message.next ? (
        <span key={message.next} className="unlock-next">
          {' '}
          {message.next}
        </span>
      ) : null}
    </StatusLine>
  );
}

/**
 * Open, and while the door is open Done, because a label must not contradict the door. One element, so that it keeps the
 * focus. Presses of the burst of taps that opened the door are ignored.
 */
function MainButton({ door, state, onDone }: MainButtonProps) {
  const t = useSignedInMessages();
  const unlocker = useUnlocker();
  const session = useSignedIn();
  const limited = useOpenLimit();
  const isOpen = isShownOpen(state);
  const isBusy = isInFlight(state);
  const isResting = useIsBefore(restUntil(state));
  const press = () => {
    if (!isOpen) unlocker.press(door, session);
    else if (!isResting) onDone();
  };
  return (
    <button
      type="button"
      className={isOpen ? 'unlock-button unlock-done' : 'unlock-button'}
      aria-label={isOpen ? undefined : t.unlock.openDoor({ name: door.name })}
      aria-disabled={isBusy || isResting}
      aria-busy={isBusy}
      disabled={!isOpen && limited > 0}
      onClick={press}
    >
      {isOpen ? t.unlock.done : limited > 0 ? `${t.unlock.open} · ${countdown(limited)}` : t.unlock.open}
    </button>
  );
}

type MainButtonProps = {
  readonly door: Door;
  readonly state: UnlockState;
  readonly onDone: () => void;
};

function restUntil(state: UnlockState): number | null {
  if (state.kind === 'opened') return state.relayEndsAt - state.relayMs + REST_MS;
  return state.kind === 'ended' ? state.restUntil : null;
}

/** Drains with the relay time. `until` is epoch ms, `total` the whole time in ms. */
function Ring({ until, total }: { readonly until: number; readonly total: number }) {
  const clock = useContext(ClockContext);
  const [elapsed] = useState(() => Math.max(0, total - (until - clock.now())));
  // Custom properties, which the style sheet can ignore for reduced motion.
  const style = { '--relay': `${total}ms`, '--elapsed': `${-elapsed}ms` } as CSSProperties;
  return (
    <svg className="ring" viewBox="0 0 100 100" aria-hidden="true" focusable="false">
      <circle className="ring-left" cx="50" cy="50" r="47" pathLength="1" style={style} />
    </svg>
  );
}

/** Not part of the status, so screen readers announce the time of the opening and not every second. */
function RelayCountdown({ until }: { readonly until: number }) {
  const t = useSignedInMessages();
  const seconds = useSecondsUntil(until);
  return <p className="unlock-relay">{t.unlock.states.closesIn({ seconds })}</p>;
}

/** The server's message, and support links where the door did not open. */
function OutcomeDetails({ outcome, phone }: { readonly outcome: NotOpened; readonly phone: string | null }) {
  const needsSupport = outcome.kind !== 'not-sent' && outcome.kind !== 'already-open';
  return (
    <>
      <ServerMessage text={'message' in outcome ? outcome.message : null} />
      {needsSupport ? <SupportLinks phone={phone} /> : null}
    </>
  );
}

function drawingState(state: UnlockState, { word }: DoorMessage): DrawingState {
  if (state.kind === 'sending') return 'asked';
  if (state.kind === 'waiting') return 'moving';
  return word === 'open' ? 'open' : word === 'unsure' ? 'unsure' : 'shut';
}
