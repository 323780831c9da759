import type { Door } from './door.ts';

/** A permitted unit with the given facts. An entry point is of no known type unless they say its form. */
export function aDoor(facts: Partial<Door> = {}): Door {
  const id = facts.id ?? facts.name ?? 'u1';
  return {
    id,
    kind: 'unit',
    form: facts.kind === 'entry-point' ? 'other' : 'unit',
    name: 'B204',
    locationId: null,
    zones: [],
    grantType: 'primary',
    grant: { kind: 'permitted' },
    openability: { kind: 'openable', target: { kind: 'lock', id: `lock-${id}`, key: null } },
    hours: [],
    expiresAt: null,
    ...facts,
  };
}
