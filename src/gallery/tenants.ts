/* Tenants and doors of the simulated facility; see facility/seed. */

/** One account. */
export const SARAH = '+13035550101';
/** Two accounts at two locations. */
export const TWO_ACCOUNTS = '+13035550102';
/** A unit for each state and each reason. */
export const EVERY_STATE = '+13035550103';
/** Names that are long, right-to-left, emoji or markup. */
export const HOSTILE_TEXTS = '+13035550105';
export const NOTHING_RENTED = '+13035550106';

export const SARAHS_UNIT = {
  id: '01HQ1234567890ABCDEFGHJKMNPQRS',
  lockId: '01HQ8901234567HIJKMNPQRSTUVWXY',
  name: 'B204',
};
export const SARAHS_UNIT_WITH_BALANCE = '01HQ2345678901BCDEFGHJKMNPQRST';
export const SARAHS_UNIT_WITHOUT_LOCK = '01HQ3456789012CDEFGHJKMNPQRSTU';
export const SARAHS_OUTER_DOOR = '01HQ6789012345FGHJKMNPQRSTUVWX';
