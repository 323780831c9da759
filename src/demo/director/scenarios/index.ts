import type { Scenario } from '../script.ts';
import { jammedLock, lockDeleted, pressedTwice, serverTrouble, signalLost } from './at-the-door.ts';
import { gateAtNight, latePayment, tenThousandDoors } from './money-and-hours.ts';
import { firstVisit, sessionExpires, tooManyAttempts, twoAccounts } from './signing-in.ts';

/** All scenarios, in display order. */
export const scenarios: readonly Scenario[] = [
  firstVisit,
  twoAccounts,
  latePayment,
  gateAtNight,
  lockDeleted,
  sessionExpires,
  tooManyAttempts,
  serverTrouble,
  signalLost,
  jammedLock,
  pressedTwice,
  tenThousandDoors,
];

/** The scenario with this name; undefined when it does not exist. */
export function scenarioNamed(name: string): Scenario | undefined {
  return scenarios.find((scenario) => scenario.name === name);
}
