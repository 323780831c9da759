/* What stands around every screen, and what goes wrong on any. */

export const app = {
  documentTitle: (page: string, brand: string) => `${page} – ${brand}`,
  skipToContent: 'Skip to content',
  loading: 'Loading…',
  doors: 'Doors',
  activity: 'Activity',
  signOut: 'Sign out',
  signingOut: 'Signing out…',
  switchAccount: 'Switch account',
  navigation: 'Main',
  notFoundTitle: 'Page not found',
  notFoundBody: 'There is nothing at this address.',
  toDoors: 'Go to your doors',
  crashedTitle: 'Something went wrong in this app',
  crashedBody: 'It is our fault, not yours. No door was opened by this. Reload the page to go on.',
  reload: 'Reload',
  troubleTitle: 'The service cannot be reached right now',
  troubleBody: 'Doors may still open. We keep checking; next in',
  help: 'Help',
  offlineTitle: 'You are offline',
  offlineBody: 'Doors cannot be opened from here until the connection is back. Nothing will be sent by itself.',
} as const;

export const config = {
  brokenTitle: 'This app is not set up correctly',
  brokenBody: 'The operator needs to mend config.json:',
  wholeFile: 'config.json',
  missingTitle: 'The app could not start',
  missingBody: 'Its configuration could not be loaded. Check your connection and try again.',
  missingStatus: (status: number) => `The server answered ${status} for config.json.`,
  retry: 'Try again',
} as const;

export const support = {
  heading: 'Need help?',
  call: (number: string) => `Call ${number}`,
  text: (number: string) => `Text ${number}`,
  email: (address: string) => `Email ${address}`,
  facility: 'Contact the facility.',
  more: 'More help',
} as const;

export const problems = {
  network: 'No connection to the server. Check your signal and try again. What you typed is still here.',
  timeout: 'The server took too long to answer. Try again.',
  unavailable: 'The facility’s system has trouble right now. Try again in a moment.',
  trouble: 'The service cannot be reached right now. We keep checking; try again when the notice above has gone.',
  unsupported: 'This is not available here. Ask the facility how else it can be done.',
  rejected: 'That did not work, and it is not your fault. Try again, or contact the facility.',
  conflict: 'That clashed with something else. Try again.',
  malformed: 'The server’s answer made no sense. Try again in a moment, or contact the facility.',
  forbidden: 'You do not have access to this. If you should, contact the facility.',
  notFound: 'This is no longer there. Refresh your doors.',
  invalid: 'The server did not accept this. Check what you typed and try again.',
  unauthenticated: 'You are signed out. Please sign in again.',
  rateLimited: 'Too many attempts. Try again when the countdown has ended.',
  serverSaid: 'The server said:',
  retry: 'Try again',
  checksAgain: (left: string) => `Checking again in ${left}`,
} as const;

export const banner = {
  tooMany: 'Too many attempts.',
  tryAgainIn: 'Try again in',
  over: 'You can try again now.',
} as const;

export const toasts = {
  lockNotFound: 'Lock not found',
  entryPointNotFound: 'Entry point not found',
  notFoundNext: 'It may have been replaced. Here is your fresh list.',
  doorNotYours: 'It is not among your doors. Here is your fresh list.',
  updated: 'The app was updated. Please reload when you are done.',
} as const;
