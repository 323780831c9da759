/* Whom to ask, and what the app knows that may help them. */

export const help = {
  title: 'Help',
  intro: 'Stuck at a door, or cannot sign in? Ask the facility.',
  factsTitle: 'What this app knows',
  factsIntro: 'It helps whoever helps you. Your number, your name and your doors are not in it.',
  version: 'Version',
  connection: 'Connection',
  online: 'Online',
  offline: 'Offline',
  lastSuccess: 'Last answer that was good',
  never: 'None yet',
  copy: 'Copy for support',
  copied: 'Copied. Paste it into a message to support.',
  refused: 'This browser does not let the app copy. Pick the text below.',
  exchangesTitle: 'Last requests',
  noExchanges: 'Nothing was asked yet.',
  noAnswer: 'no answer',
  took: (ms: number) => `${ms} ms`,
  toSignIn: 'Go to sign-in',
} as const;
