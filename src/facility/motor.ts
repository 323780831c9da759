import type { FacilityClock } from './clock.ts';
import type { Door } from './doors.ts';
import type { Journal } from './journal.ts';
import type { Settings } from './world.ts';

/** The result of one motor run. */
export type MovementEnd =
  | { readonly kind: 'opened'; readonly at: string }
  | { readonly kind: 'jammed' | 'not_answered' };

/**
 * The motors of all doors. A motor runs at most once at a time, and its door stays open for the relay time. `onMove` is
 * called when a motor starts or stops and when a door closes.
 */
export function createMotors(clock: FacilityClock, settings: Settings, journal: Journal, onMove: () => void) {
  const moving = new Map<string, Promise<MovementEnd>>();
  const open = new Set<string>();
  const nameOf = ({ kind, id }: Pick<Door, 'kind' | 'id'>) => `${kind} ${id}`;

  return {
    /** The motor run in progress. */
    movement: (door: Door): Promise<MovementEnd> | undefined => moving.get(nameOf(door)),
    /** Whether the relay of this door is active. */
    isOpen: (door: Pick<Door, 'kind' | 'id'>): boolean => open.has(nameOf(door)),
    isMoving: (door: Pick<Door, 'kind' | 'id'>): boolean => moving.has(nameOf(door)),
    /** Starts the motor synchronously; resolves after `settings.motorMs` on the facility's clock. */
    start(door: Door): Promise<MovementEnd> {
      const name = nameOf(door);
      const health = door.motor.motor;
      const movement = new Promise<MovementEnd>((resolve) => {
        clock.after(settings.motorMs, () => {
          moving.delete(name);
          if (health !== 'ok') {
            onMove();
            return resolve({ kind: health });
          }
          const at = clock.iso();
          journal.openings.push({ kind: door.kind, id: door.id, at });
          open.add(name);
          clock.after(settings.relaySeconds * 1000, () => {
            open.delete(name);
            onMove();
          });
          onMove();
          resolve({ kind: 'opened', at });
        });
      });
      moving.set(name, movement);
      onMove();
      return movement;
    },
  };
}
