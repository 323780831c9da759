import type { Facility, MotorHealth } from '#facility';
import type { Demo } from '../demo.ts';

type Facts = Readonly<Record<string, unknown>>;

/** Changes the facility with its control API. Doors are found by name; an unknown name throws. */
export type FacilityController = {
  unit(name: string, facts: Facts): Promise<void>;
  entryPoint(name: string, facts: Facts): Promise<void>;
  motor(name: string, motor: MotorHealth): Promise<void>;
  deleteLock(unitName: string): Promise<void>;
  settings(facts: Facts): Promise<void>;
  /** In the format of the control API. */
  fault(fault: Facts): Promise<void>;
  clearFaults(): Promise<void>;
  expireTokens(): Promise<void>;
};

export function createFacilityController({
  facility,
  control,
}: Pick<Demo, 'facility' | 'control'>): FacilityController {
  const send = async (method: string, path: string, body?: Facts) => void (await control(method, path, body));
  return {
    unit: (name, facts) => send('PATCH', `units/${unitOf(facility, name).id}`, facts),
    entryPoint: (name, facts) => send('PATCH', `entry-points/${pointOf(facility, name).id}`, facts),
    motor: (name, motor) => send('PATCH', `doors/${doorPath(facility, name)}`, { motor }),
    deleteLock: (name) => send('DELETE', `locks/${lockOf(facility, name)}`),
    settings: (facts) => send('PATCH', 'settings', facts),
    fault: (fault) => send('POST', 'faults', fault),
    clearFaults: () => send('DELETE', 'faults'),
    expireTokens: () => send('POST', 'tokens', { action: 'expire' }),
  };
}

function unitOf({ world }: Facility, name: string) {
  return found(
    name,
    world.tenants.flatMap(({ units }) => units).find((unit) => unit.name === name),
  );
}

function pointOf({ world }: Facility, name: string) {
  return found(
    name,
    world.tenants.flatMap(({ entryPoints }) => entryPoints).find((point) => point.name === name),
  );
}

function lockOf(facility: Facility, unitName: string): string {
  return found(`the lock of ${unitName}`, unitOf(facility, unitName).lock).id;
}

function doorPath(facility: Facility, name: string): string {
  const isUnit = facility.world.tenants.some(({ units }) => units.some((unit) => unit.name === name));
  return isUnit ? `lock/${lockOf(facility, name)}` : `entry_point/${pointOf(facility, name).id}`;
}

function found<T>(name: string, thing: T | null | undefined): T {
  if (thing === null || thing === undefined) throw new Error(`There is no "${name}" in the facility.`);
  return thing;
}
