import { useId, useMemo, useState, useSyncExternalStore } from 'react';
import './faults.css';
import type { Demo } from '../demo.ts';
import { createFaultHand, type SetFault } from './fault-hand.ts';
import { type FaultPreset, faultPresets, isOf, isOn } from './fault-presets.ts';
import { type MotorHealth, motorsAsTheyAre, setMotors } from './motors.ts';
import { Part } from './part.tsx';
import { Switch } from './switch.tsx';

const MOTORS: readonly { readonly health: MotorHealth; readonly label: string }[] = [
  { health: 'ok', label: 'Work' },
  { health: 'jammed', label: 'Jam' },
  { health: 'not_answered', label: 'Do not answer' },
];

/** What can go wrong, on and off. What is shown is what is so, whoever made it so. */
export function FaultsPart({ demo }: { readonly demo: Demo }) {
  const { radio, facility } = demo;
  const hand = useMemo(() => createFaultHand(demo), [demo]);
  const faults = useSyncExternalStore(hand.subscribe, hand.list);
  const isOnline = useSyncExternalStore(radio.subscribe, radio.isOnline);
  const motors = useSyncExternalStore(facility.subscribe, () => motorsAsTheyAre(facility));
  const [said, setSaid] = useState('');
  const selectId = useId();

  function make(work: Promise<string>) {
    work.then(setSaid, (error: unknown) => setSaid(error instanceof Error ? error.message : String(error)));
  }

  async function turn(preset: FaultPreset, on: boolean): Promise<string> {
    await (on ? hand.set(preset.faults) : hand.lift((fault) => isOf(preset, fault)));
    return '';
  }

  async function expire(): Promise<string> {
    const { tokens } = (await demo.control('POST', 'tokens', { action: 'expire' })) as { readonly tokens: number };
    return tokens > 0 ? 'Expired: the app hears of it with its next request.' : 'Nobody has signed in yet.';
  }

  async function change(health: MotorHealth): Promise<string> {
    const changed = await setMotors(demo, health);
    return changed > 0 || health === 'ok'
      ? ''
      : 'Sign in on the phone first: it is about the doors of who is signed in.';
  }

  return (
    <Part title="Faults">
      <div className="inspector-switches">
        <Switch
          label="No network"
          means="The phone reaches nobody"
          isOn={!isOnline}
          onTurn={(on) => radio.setOnline(!on)}
        />
        {faultPresets.map((preset) => (
          <Switch
            key={preset.label}
            label={preset.label}
            means={preset.means}
            isOn={isOn(preset, faults)}
            onTurn={(on) => make(turn(preset, on))}
          />
        ))}
      </div>
      <OtherFaults faults={faults} onLift={() => make(hand.lift(isOther).then(() => ''))} />
      <div className="inspector-field">
        <label htmlFor={selectId}>Locks and gates of who is signed in</label>
        <select
          id={selectId}
          className="inspector-select"
          value={motors}
          onChange={({ currentTarget: { value } }) => {
            const chosen = MOTORS.find(({ health }) => health === value);
            if (chosen) make(change(chosen.health));
          }}
        >
          {motors === 'mixed' && <option value="mixed">Not all the same</option>}
          {MOTORS.map(({ health, label }) => (
            <option key={health} value={health}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <div className="inspector-field">
        <button type="button" className="inspector-button" onClick={() => make(expire())}>
          Session expires now
        </button>
        <p role="status">{said}</p>
      </div>
    </Part>
  );
}

const isOther = (fault: SetFault) => !faultPresets.some((preset) => isOf(preset, fault));

/** What a story has set, which no switch stands for. */
function OtherFaults({ faults, onLift }: { readonly faults: readonly SetFault[]; readonly onLift: () => void }) {
  const others = faults.filter(isOther);
  if (others.length === 0) return null;
  return (
    <div className="inspector-others">
      <p>Set by the story:</p>
      <ul>
        {others.map((fault) => (
          <li key={`${fault.method} ${fault.pattern} ${fault.nth} ${fault.status} ${fault.drop}`}>
            <code>
              {fault.method ?? 'any'} {fault.pattern}
            </code>
            : {whatItDoes(fault)}
          </li>
        ))}
      </ul>
      <button type="button" className="inspector-button" onClick={onLift}>
        Clear these
      </button>
    </div>
  );
}

function whatItDoes({ status, drop, never, delayMs, truncate }: SetFault): string {
  if (never) return 'no answer at all';
  if (drop === 'before') return 'lost before it is heard';
  if (drop === 'after') return 'the answer is lost';
  if (status !== undefined) return `answered ${status}`;
  if (truncate !== undefined) return 'the answer breaks off';
  return delayMs > 0 ? `${delayMs} ms late` : 'another answer than the real one';
}
