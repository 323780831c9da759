import { useId, useMemo, useState, useSyncExternalStore } from 'react';
import type { MotorHealth } from '#facility';
import './faults.css';
import type { Demo } from '../demo.ts';
import { type ActiveFault, createFaultController } from './fault-controller.ts';
import { type FaultPreset, faultPresets, isOf, isOn } from './fault-presets.ts';
import { readMotorHealth, setMotors } from './motors.ts';
import { Part } from './part.tsx';
import { Switch } from './switch.tsx';

const MOTORS: readonly { readonly health: MotorHealth; readonly label: string }[] = [
  { health: 'ok', label: 'Work' },
  { health: 'jammed', label: 'Jam' },
  { health: 'not_answered', label: 'Do not answer' },
];

/** Switches for faults. They show the state of the facility, which scenarios change as well. */
export function FaultsPart({ demo }: { readonly demo: Demo }) {
  const { radio, facility } = demo;
  const controller = useMemo(() => createFaultController(demo), [demo]);
  const faults = useSyncExternalStore(controller.subscribe, controller.list);
  const isOnline = useSyncExternalStore(radio.subscribe, radio.isOnline);
  const motors = useSyncExternalStore(facility.subscribe, () => readMotorHealth(facility));
  const [status, setStatus] = useState('');
  const selectId = useId();

  function showResult(work: Promise<string>) {
    work.then(setStatus, (error: unknown) => setStatus(error instanceof Error ? error.message : String(error)));
  }

  async function turn(preset: FaultPreset, on: boolean): Promise<string> {
    await (on ? controller.add(preset.faults) : controller.remove((fault) => isOf(preset, fault)));
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
            onTurn={(on) => showResult(turn(preset, on))}
          />
        ))}
      </div>
      <OtherFaults faults={faults} onClear={() => showResult(controller.remove(isOther).then(() => ''))} />
      <div className="inspector-field">
        <label htmlFor={selectId}>Locks and gates of who is signed in</label>
        <select
          id={selectId}
          className="inspector-select"
          value={motors}
          onChange={({ currentTarget: { value } }) => {
            const chosen = MOTORS.find(({ health }) => health === value);
            if (chosen) showResult(change(chosen.health));
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
        <button type="button" className="inspector-button" onClick={() => showResult(expire())}>
          Session expires now
        </button>
        <p role="status">{status}</p>
      </div>
    </Part>
  );
}

const isOther = (fault: ActiveFault) => !faultPresets.some((preset) => isOf(preset, fault));

/** Faults of a scenario that belong to no switch. */
function OtherFaults({ faults, onClear }: { readonly faults: readonly ActiveFault[]; readonly onClear: () => void }) {
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
            : {describeFault(fault)}
          </li>
        ))}
      </ul>
      <button type="button" className="inspector-button" onClick={onClear}>
        Clear these
      </button>
    </div>
  );
}

function describeFault({ status, drop, never, delayMs, truncate }: ActiveFault): string {
  if (never) return 'no answer at all';
  if (drop === 'before') return 'lost before it is heard';
  if (drop === 'after') return 'the answer is lost';
  if (status !== undefined) return `answered ${status}`;
  if (truncate !== undefined) return 'the answer breaks off';
  return delayMs > 0 ? `${delayMs} ms late` : 'another answer than the real one';
}
