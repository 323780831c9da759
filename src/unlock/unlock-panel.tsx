import './unlock.css';
import { type ReactNode, useEffect } from 'react';
import { countdown, type SignedInMessages, timeOfDay, useSignedInMessages } from '#i18n';
import type { Door, OpenOutcome } from '#model';
import { ServerMessage, SupportLinks, useRateLimit } from '#notices';
import { isCrossOriginFramed, usePlatform } from '#platform';
import { useSignedIn } from '#session';
import {
  Callout,
  CheckIcon,
  CrossIcon,
  LockIcon,
  QuestionIcon,
  StatusLine,
  type Tone,
  TurningIcon,
  UnlockIcon,
  useIsBefore,
  useSecondsUntil,
} from '#ui';
import type { NotOpened, UnlockState } from './machine.ts';
import { useUnlocker, useUnlockState } from './unlock-context.ts';

type Props = {
  readonly door: Door;
  /** IANA name of the door's time zone; null where it is unknown. */
  readonly timeZone: string | null;
  /** The location's phone number, shown after a failure. */
  readonly phone: string | null;
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

/** The Open button and the outcome of the last press. */
function Panel({ door, timeZone, phone }: Props) {
  const t = useSignedInMessages();
  const unlocker = useUnlocker();
  const session = useSignedIn();
  const state = useUnlockState(door.id);
  const limited = useSecondsUntil(useRateLimit(unlocker.opener.scope(session.tenant.id)));
  const message = messageFor(t, state, timeZone);
  // The next visit to this door starts without an outcome.
  useEffect(() => () => unlocker.forget(door.id), [unlocker, door.id]);
  const isBusy = state.kind === 'sending' || state.kind === 'waiting';
  const isResting = useIsBefore(state.kind === 'ended' ? state.restUntil : null);
  const isIdle = !isBusy && !isResting && state.kind !== 'opened';
  return (
    <section className="unlock" data-state={state.kind} data-tone={message.tone}>
      <div className="unlock-text">
        <StatusLine tone={message.tone}>
          <span className="unlock-line">{message.line}</span> <span className="unlock-next">{message.next}</span>
        </StatusLine>
        {state.kind === 'opened' && state.relay === 'counted' ? <RelayCountdown until={state.relayEndsAt} /> : null}
        {state.kind === 'ended' ? <OutcomeDetails outcome={state.outcome} phone={phone} /> : null}
      </div>
      <button
        type="button"
        className="unlock-button"
        aria-label={t.unlock.openDoor({ name: door.name })}
        aria-disabled={!isIdle}
        aria-busy={isBusy}
        disabled={limited > 0}
        onClick={() => unlocker.press(door, session)}
      >
        <span className="unlock-icon">{message.icon}</span>
        <span>{limited > 0 ? `${t.unlock.open} · ${countdown(limited)}` : t.unlock.open}</span>
      </button>
    </section>
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

type DoorMessage = {
  readonly tone: Tone;
  readonly line: string;
  readonly next: string | null;
  readonly icon: ReactNode;
};

function messageFor(t: SignedInMessages, state: UnlockState, timeZone: string | null): DoorMessage {
  const { states } = t.unlock;
  switch (state.kind) {
    case 'ready':
      return { tone: 'neutral', line: states.ready, next: null, icon: <LockIcon /> };
    case 'sending':
      return { tone: 'neutral', line: states.sending, next: null, icon: <TurningIcon /> };
    case 'waiting':
      return { tone: 'neutral', line: states.waiting, next: null, icon: <TurningIcon /> };
    case 'opened':
      return {
        tone: 'good',
        line: states.opened({ time: timeOfDay(state.openedAt, timeZone) }),
        next: state.relay === 'ending' ? states.openedLate : states.openedNext,
        icon: <UnlockIcon />,
      };
    case 'ended':
      return { ...toneOf(state.outcome), ...sentences(t, state.outcome) };
  }
}

function sentences(t: SignedInMessages, outcome: NotOpened): Pick<DoorMessage, 'line' | 'next'> {
  const { states, next } = t.unlock;
  switch (outcome.kind) {
    case 'not-sent':
      return {
        line: states[outcome.because.kind],
        next: outcome.because.kind === 'signed-out' ? null : next[outcome.because.kind],
      };
    case 'unknown':
      if (outcome.because === 'finishing') return { line: states.finishing, next: null };
      return { line: states.unknown, next: outcome.because === 'unconfirmed' ? next.unconfirmed : next.unknown };
    default:
      return { line: states[outcome.kind], next: next[outcome.kind] };
  }
}

function toneOf(outcome: Exclude<OpenOutcome, { kind: 'opened' }>): Pick<DoorMessage, 'tone' | 'icon'> {
  switch (outcome.kind) {
    case 'already-open':
      return { tone: 'good', icon: <CheckIcon /> };
    case 'unknown':
    case 'not-sent':
      return { tone: 'unsure', icon: <QuestionIcon /> };
    default:
      return { tone: 'bad', icon: <CrossIcon /> };
  }
}
