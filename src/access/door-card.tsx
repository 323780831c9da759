import { memo } from 'react';
import { type SignedInMessages, useSignedInMessages } from '#i18n';
import { type Door, doorStateAt } from '#model';
import { Link } from '#router';
import { doorPath } from '#routes';
import { ChevronIcon, GateIcon, UnitIcon } from '#ui';
import { denialMessages } from './denial-messages.ts';
import { kindText } from './door-kind.ts';

/** The current state of a door, as its card shows it. */
export type DoorLine = { readonly tone: 'permitted' | 'denied' | 'soft'; readonly line: string };

type Props = DoorLine & { readonly door: Door; readonly isLastUsed: boolean };

/**
 * One door in the list. The name is the link and the whole card its click target. The props contain the text and not the
 * time, so that memo skips cards whose text has not changed.
 */
export const DoorCard = memo(function DoorCard({ door, isLastUsed, tone, line }: Props) {
  const t = useSignedInMessages();
  return (
    <div className="card door" data-state={tone === 'denied' ? 'denied' : 'permitted'}>
      <span className="door-kind">{door.kind === 'unit' ? <UnitIcon /> : <GateIcon />}</span>
      <span className="card-text">
        <Link className="card-title door-link cut" href={doorPath(door.id)}>
          <bdi>{door.name}</bdi>
        </Link>
        <span className="soft small">
          {[kindText(t, door), isLastUsed ? t.doors.lastUsed : null].filter(Boolean).join(' · ')}
        </span>
        <span className={`door-state small ${TONES[tone]}`}>{line}</span>
      </span>
      <ChevronIcon />
    </div>
  );
});

const TONES = { permitted: 'door-permitted', denied: 'door-denied', soft: 'soft' } as const;

/** The card's text at `now`, epoch ms on the server's clock. */
export function doorLine(t: SignedInMessages, door: Door, timeZone: string | null, now: number): DoorLine {
  const state = doorStateAt(door, now);
  if (state.kind === 'denied') {
    const { short, facts } = denialMessages(t, state.denial, timeZone, now);
    return { tone: 'denied', line: [short, ...facts.slice(0, 1)].join(' · ') };
  }
  if (door.openability.kind === 'no-lock') return { tone: 'soft', line: t.doors.noLock };
  return { tone: 'permitted', line: t.doors.permitted };
}
