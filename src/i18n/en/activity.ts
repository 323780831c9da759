/* What happened. */

export const activityPage = {
  title: 'Activity',
  intro: 'What happened at your doors, on this device.',
  loading: 'Loading…',
  emptyTitle: 'Nothing yet',
  emptyBody: 'When you open a door, it is written down here.',
  unnamed: 'A door',
  sendNow: 'Send reports now',
  unsent: (count: number) =>
    count === 1
      ? '1 report has not been sent yet. It goes by itself.'
      : `${count} reports have not been sent yet. They go by themselves.`,
  outcomes: {
    pending: 'In progress',
    opened: 'Opened',
    'already-open': 'Was already open',
    denied: 'Denied',
    jammed: 'Jammed',
    'not-answered': 'Lock did not answer',
    failed: 'Did not open',
    expired: 'Came too late',
    'not-sent': 'Not sent',
    unknown: 'Not confirmed',
  },
  reports: {
    none: '',
    due: 'Report waiting',
    sent: 'Reported',
    refused: 'Report refused by the server; it is not sent again',
    kept: 'Kept here only',
  },
} as const;
