import { memo } from 'react';
import { type SignedInMessages, useSignedInMessages } from '#i18n';
import { type Door, doorStateAt } from '#model';
import { Link } from '#router';
import { doorPath } from '#routes';
import { ChevronIcon, GateIcon, PinIcon, UnitIcon } from '#ui';
import { CardButton, doorMessage, useUnlockState } from '#unlock';
import { denialMessages } from './denial-messages.ts';
import { kindText } from './door-kind.ts';
import { DottedName } from './dotted-name.tsx';

/** The current state of a door, as its card shows it. */
export type DoorLine = {
  readonly tone: 'permitted' | 'denied' | 'soft';
  readonly line: string;
  /** Whether the card has an Open button. */
  readonly isOpenable: boolean;
};

export type CardProps = DoorLine & {
  readonly door: Door;
  readonly isPinned: boolean;
  readonly isLastUsed: boolean;
  /** Whether this door is shown beside the list. */
  readonly isShown: boolean;
  /** The location's name, where the group does not name it. */
  readonly placeName: string | null;
  readonly timeZone: string | null;
  readonly limited: number;
  readonly onPress: (doorId: string) => void;
};

/**
 * One door in the list. The name is the link and the whole card its click target, except for the Open button. The props
 * contain the text and not the time, so that memo skips cards whose text has not changed.
 */
export const DoorCard = memo(function DoorCard(props: CardProps) {
  const { door, isPinned, isLastUsed, isShown, placeName, tone, isOpenable, limited, onPress } = props;
  const t = useSignedInMessages();
  const facts = [kindText(t, door), isLastUsed ? t.doors.lastUsed : null].filter((fact) => fact !== null);
  return (
    <div className="card door" data-state={tone === 'denied' ? 'denied' : 'permitted'}>
      <span className="door-kind">{isPinned ? <PinIcon /> : door.kind === 'unit' ? <UnitIcon /> : <GateIcon />}</span>
      <span className="card-text">
        <Link
          className="card-title door-link cut"
          href={doorPath(door.id)}
          data-door={door.id}
          aria-current={isShown || undefined}
        >
          <bdi>{door.name}</bdi>
        </Link>
        <span className="soft small">
          {facts.join(' · ')}
          <DottedName name={placeName} />
        </span>
        <State {...props} />
      </span>
      {isOpenable ? <CardButton door={door} limited={limited} onPress={onPress} /> : <ChevronIcon />}
    </div>
  );
});

const TONES = { permitted: 'door-permitted', denied: 'door-denied', soft: 'soft' } as const;

/** A command in flight and its outcome, until it is read; else what the list says. */
function State({ door, timeZone, tone, line }: CardProps) {
  const t = useSignedInMessages();
  const state = useUnlockState(door.id);
  if (state.kind === 'ready') return <span className={`door-state small ${TONES[tone]}`}>{line}</span>;
  const message = doorMessage(t, state, timeZone);
  return <span className={`door-state small status-${message.tone}`}>{message.line}</span>;
}

/** The card's text at `now`, epoch ms on the server's clock. `canOpen`: whether this device can open doors at all. */
export function doorLine(
  t: SignedInMessages,
  door: Door,
  timeZone: string | null,
  now: number,
  canOpen: boolean,
): DoorLine {
  const state = doorStateAt(door, now);
  if (state.kind === 'denied') {
    const { short, facts } = denialMessages(t, state.denial, timeZone, now);
    return { tone: 'denied', line: [short, ...facts.slice(0, 1)].join(' · '), isOpenable: false };
  }
  if (door.openability.kind === 'no-lock') return { tone: 'soft', line: t.doors.noLock, isOpenable: false };
  return { tone: 'permitted', line: t.doors.permitted, isOpenable: canOpen && door.openability.kind === 'openable' };
}
