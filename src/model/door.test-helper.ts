import type { Door } from './door.ts';

/** A permitted unit with the given facts. */
export function aDoor(facts: Partial<Door> = {}): Door {
  const id = facts.id ?? facts.name ?? 'u1';
  return {
    id,
    kind: 'unit',
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
