export * from './access-hours.ts';
export * from './arrange.ts';
export * from './denial.ts';
export * from './door.ts';
export * from './door-state.ts';
export * from './open-outcome.ts';
export * from './phone-number.ts';
export * from './tenant.ts';
