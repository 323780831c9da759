import { wholeNumber } from '../format.ts';

/* The list of doors, and why one is closed. */

export const doors = {
  title: 'Your doors',
  loading: 'Loading your doors…',
  refresh: 'Refresh',
  refreshing: 'Refreshing…',
  asOf: (time: string) => `As of ${time}`,
  pull: 'Pull to refresh',
  release: 'Release to refresh',
  search: 'Search doors',
  searchPlaceholder: 'Name or location',
  found: (count: number, total: number) =>
    count === 0 ? 'No door matches. Try another word.' : `${wholeNumber(count)} of ${wholeNumber(total)} doors`,
  count: (count: number) => `${wholeNumber(count)} ${count === 1 ? 'door' : 'doors'}`,
  clearSearch: 'Clear search',
  emptyTitle: 'No doors yet',
  emptyBody:
    'There is nothing rented under this number. If you have just moved in, refresh in a few minutes or contact the facility.',
  otherLocation: 'Other doors',
  failedTitle: 'Your doors could not be loaded',
  staleNotice: 'Showing the last list we could load.',
  unit: 'Unit',
  entryPoint: 'Entry point',
  primary: 'Your unit',
  shared: 'Shared with you',
  lastUsed: 'Last used',
  permitted: 'You may open this',
  noLock: 'No smart lock',
  callLocation: (number: string) => `Call ${number}`,
  hours: (start: string, end: string) => `${start} – ${end}`,
  hoursAllDay: 'Open all day',
  hoursLabel: 'Access hours',
  facilityTime: 'facility time',
  until: (time: string) => `Access until ${time}`,
} as const;

export const denials = {
  'payment-due': {
    short: 'Payment due',
    long: 'A payment is due on this unit.',
    next: 'Pay to get access back; then refresh.',
  },
  amountDue: (due: string) => `Amount due: ${due}`,
  paidThrough: (date: string) => `Paid through ${date}`,
  'other-unit-past-due': {
    short: 'Another unit is past due',
    long: 'Another of your units here is past due, which closes this one too.',
    next: 'Pay for the other unit, then refresh.',
  },
  'not-started': {
    short: 'Lease has not begun',
    long: 'Your lease for this unit has not begun yet.',
    next: 'It opens on your move-in day. Contact the facility if that is today.',
  },
  overlock: {
    short: 'Locked by the facility',
    long: 'The facility has put a hold on this unit.',
    next: 'Contact the facility to have it lifted.',
  },
  'operator-lockout': {
    short: 'Locked by the operator',
    long: 'The operator has locked this unit.',
    next: 'Contact the facility to find out why.',
  },
  auction: {
    short: 'In auction',
    long: 'This unit is in an auction process.',
    next: 'Contact the facility today.',
  },
  'out-of-service': {
    short: 'Out of service',
    long: 'This unit is out of service.',
    next: 'Contact the facility about another way in.',
  },
  vacant: { short: 'Not rented', long: 'This unit is not rented.', next: 'Contact the facility if you rent it.' },
  'because-of-unit': {
    short: 'Closed because of a unit',
    long: 'This entry point is closed to you because of one of your units.',
    next: 'See what your units say, put that right, then refresh.',
  },
  'not-included': {
    short: 'Not part of your access',
    long: 'This entry point is not part of your access.',
    next: 'Use another one, or contact the facility.',
  },
  'outside-hours': {
    short: 'Outside access hours',
    long: 'It is outside the access hours.',
    next: 'Come back within the hours, or contact the facility.',
  },
  opensAt: (time: string) => `Opens at ${time}`,
  expired: {
    short: 'Access has ended',
    long: 'Your access to this door has ended.',
    next: 'Contact the facility to have it renewed.',
  },
  other: {
    short: 'No access now',
    long: 'You have no access to this door right now.',
    next: 'Contact the facility.',
  },
  pay: 'Pay now',
} as const;
