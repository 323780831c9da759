import type { Facility } from '#facility';
import type { Demo } from '../demo.ts';

type Facts = Readonly<Record<string, unknown>>;

/** The facility, moved behind the scenes by its control API. Doors go by their names; a name that is not there throws. */
export type FacilityHand = {
  unit(name: string, facts: Facts): Promise<void>;
  entryPoint(name: string, facts: Facts): Promise<void>;
  motor(name: string, motor: 'ok' | 'jammed' | 'not_answered'): Promise<void>;
  deleteLock(unitName: string): Promise<void>;
  settings(facts: Facts): Promise<void>;
  /** As the control API takes it. */
  fault(fault: Facts): Promise<void>;
  healFaults(): Promise<void>;
  expireTokens(): Promise<void>;
};

export function createFacilityHand({ facility, control }: Pick<Demo, 'facility' | 'control'>): FacilityHand {
  const tell = async (method: string, path: string, body?: Facts) => void (await control(method, path, body));
  return {
    unit: (name, facts) => tell('PATCH', `units/${unitOf(facility, name).id}`, facts),
    entryPoint: (name, facts) => tell('PATCH', `entry-points/${pointOf(facility, name).id}`, facts),
    motor: (name, motor) => tell('PATCH', `doors/${doorPath(facility, name)}`, { motor }),
    deleteLock: (name) => tell('DELETE', `locks/${lockOf(facility, name)}`),
    settings: (facts) => tell('PATCH', 'settings', facts),
    fault: (fault) => tell('POST', 'faults', fault),
    healFaults: () => tell('DELETE', 'faults'),
    expireTokens: () => tell('POST', 'tokens', { action: 'expire' }),
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
