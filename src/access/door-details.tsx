import { useConfig } from '#config';
import { dayAndTime, useSignedInMessages } from '#i18n';
import { type Denial, type Door, doorStateAt } from '#model';
import { SupportLinks } from '#notices';
import { Button, Callout, PinIcon, StatusLine } from '#ui';
import { doorMessage, UnlockPanel, useUnlocker, useUnlockState } from '#unlock';
import { denialMessages, isAboutMoney } from './denial-messages.ts';
import { DoorFrame } from './door-frame.tsx';
import { kindText } from './door-kind.ts';
import { DottedName } from './dotted-name.tsx';
import { hoursText, type Place, timeZoneOf, usePlaces } from './places.ts';
import { useAccess, useServerNow } from './use-access.ts';
import { useLeaveDoor } from './use-leave-door.ts';
import { usePins } from './use-pins.ts';

type Props = { readonly door: Door; readonly isSheet: boolean };

/** A door on the list: its facts and, where it can be opened, the button. */
export function DoorDetails({ door, isSheet }: Props) {
  const t = useSignedInMessages();
  const place = usePlaces()(door.locationId);
  const timeZone = timeZoneOf(door, place);
  const { tone } = doorMessage(t, useUnlockState(door.id), timeZone);
  return (
    <DoorFrame title={<bdi>{door.name}</bdi>} isSheet={isSheet} tone={tone} action={<PinButton door={door} />}>
      <Facts door={door} place={place} timeZone={timeZone} />
      <Access door={door} place={place} timeZone={timeZone} />
    </DoorFrame>
  );
}

/** Pins the door to the top of the list. */
function PinButton({ door }: { readonly door: Door }) {
  const t = useSignedInMessages();
  const { pinnedIds, toggle } = usePins();
  const isPinned = pinnedIds.includes(door.id);
  return (
    <button
      type="button"
      className="pin"
      aria-pressed={isPinned}
      aria-label={t.doors.pin({ name: door.name })}
      onClick={() => toggle(door.id)}
    >
      <PinIcon />
    </button>
  );
}

type DoorProps = { readonly door: Door; readonly place: Place; readonly timeZone: string | null };

function Facts({ door, place, timeZone }: DoorProps) {
  const t = useSignedInMessages();
  const hours = hoursText(t, door.hours);
  const zone = door.zones.find(({ name }) => name !== null)?.name ?? null;
  return (
    <div className="door-facts soft">
      <p>
        {kindText(t, door)}
        <DottedName name={zone} />
        <DottedName name={place.name} />
      </p>
      {hours ? <p>{t.doors.hoursLine({ hours })}</p> : null}
      {door.expiresAt === null ? null : <p>{t.doors.until({ time: dayAndTime(door.expiresAt, timeZone) })}</p>}
    </div>
  );
}

/** The Open button, or why there is none. A command in flight and its outcome stay visible when a new list denies the door. */
function Access({ door, place, timeZone }: DoorProps) {
  const t = useSignedInMessages();
  const now = useServerNow();
  const unlocker = useUnlocker();
  const leave = useLeaveDoor();
  const isReady = useUnlockState(door.id).kind === 'ready';
  const state = doorStateAt(door, now);
  if (state.kind === 'denied' && isReady) {
    return <Denied denial={state.denial} place={place} timeZone={timeZone} now={now} />;
  }
  const reason = door.openability.kind === 'openable' ? unlocker.opener.unavailable() : door.openability.kind;
  if (reason !== null) return <Unavailable {...t.unlock[MESSAGES[reason]]} phone={place.phone} />;
  return <UnlockPanel door={door} timeZone={timeZone} phone={place.phone} onDone={leave} />;
}

const MESSAGES = {
  'no-lock': 'noLock',
  'lock-unknown': 'lockUnknown',
  'no-opener': 'noOpener',
  'no-bridge': 'noBridge',
} as const;

type UnavailableProps = { readonly title: string; readonly body: string; readonly phone: string | null };

function Unavailable({ title, body, phone }: UnavailableProps) {
  return (
    <>
      <StatusLine />
      <Callout title={title}>
        <p>{body}</p>
        <SupportLinks phone={phone} />
      </Callout>
    </>
  );
}

type DeniedProps = Omit<DoorProps, 'door'> & { readonly denial: Denial; readonly now: number };

function Denied({ denial, place, timeZone, now }: DeniedProps) {
  const t = useSignedInMessages();
  const { paymentUrl } = useConfig();
  const { refetch, isFetching } = useAccess();
  const messages = denialMessages(t, denial, timeZone, now);
  return (
    <>
      <StatusLine>{isFetching ? t.doors.refreshing : null}</StatusLine>
      <Callout tone="bad" title={messages.long}>
        {messages.facts.map((fact) => (
          <p key={fact} className="door-fact">
            {fact}
          </p>
        ))}
        <p>{messages.next}</p>
        <div className="actions">
          {paymentUrl && isAboutMoney(denial) ? (
            <a className="button button-primary" href={paymentUrl} rel="noreferrer">
              {t.denials.pay}
            </a>
          ) : null}
          <Button variant="secondary" aria-disabled={isFetching} onClick={() => void refetch()}>
            {t.doors.refresh}
          </Button>
        </div>
        <SupportLinks phone={place.phone} />
      </Callout>
    </>
  );
}
