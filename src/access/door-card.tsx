import { memo } from 'react';
import { Link } from 'wouter';
import { useWordsInside, type Words } from '#i18n';
import { type Door, type DoorState, doorStateAt } from '#model';
import { ChevronIcon, GateIcon, UnitIcon } from '#ui';
import { denialWords } from './denial-words.ts';

type Props = {
  readonly door: Door;
  readonly isLastUsed: boolean;
  readonly timeZone: string | null;
  /** Epoch ms on the server's clock. */
  readonly now: number;
};

/** One door in the list: its name is the link, all of the card is its target. */
export const DoorCard = memo(function DoorCard({ door, isLastUsed, timeZone, now }: Props) {
  const t = useWordsInside();
  const state = doorStateAt(door, now);
  return (
    <div className="card door" data-state={state.kind}>
      <span className="door-kind">{door.kind === 'unit' ? <UnitIcon /> : <GateIcon />}</span>
      <span className="card-text">
        <Link className="card-title door-link" href={doorPath(door.id)}>
          <bdi>{door.name}</bdi>
        </Link>
        <span className="soft small">
          {[kindWords(t, door), isLastUsed ? t.doors.lastUsed : null].filter(Boolean).join(' · ')}
        </span>
        <DoorLine door={door} state={state} timeZone={timeZone} now={now} />
      </span>
      <ChevronIcon />
    </div>
  );
});

function DoorLine({ door, state, timeZone, now }: Omit<Props, 'isLastUsed'> & { readonly state: DoorState }) {
  const t = useWordsInside();
  if (state.kind === 'denied') {
    const { short, facts } = denialWords(t, state.denial, timeZone, now);
    return <span className="door-state door-denied small">{[short, ...facts.slice(0, 1)].join(' · ')}</span>;
  }
  if (door.openability.kind === 'no-lock') return <span className="door-state soft small">{t.doors.noLock}</span>;
  return <span className="door-state door-permitted small">{t.doors.permitted}</span>;
}

/** Where a door's own page is. */
export function doorPath(doorId: string): string {
  return `/doors/${encodeURIComponent(doorId)}`;
}

/** `Unit · Shared with you`; what the shape does not carry is not claimed. */
export function kindWords(t: Words, door: Door): string {
  const kind = door.kind === 'unit' ? t.doors.unit : t.doors.entryPoint;
  if (door.grantType === null) return kind;
  return `${kind} · ${door.grantType === 'primary' ? t.doors.primary : t.doors.shared}`;
}
