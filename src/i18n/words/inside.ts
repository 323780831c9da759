/* 179 messages; written by "npm run words:types" from src/i18n/messages/en. */

export type InsideWords = {
  readonly activityPage: {
    readonly title: string;
    readonly intro: string;
    readonly loading: string;
    readonly emptyTitle: string;
    readonly emptyBody: string;
    readonly unnamed: string;
    readonly sendNow: string;
    readonly unsent: (values: { readonly count: number }) => string;
    readonly outcomes: {
      readonly pending: string;
      readonly opened: string;
      readonly 'already-open': string;
      readonly denied: string;
      readonly jammed: string;
      readonly 'not-answered': string;
      readonly failed: string;
      readonly expired: string;
      readonly 'not-sent': string;
      readonly unknown: string;
    };
    readonly reports: {
      readonly due: string;
      readonly sent: string;
      readonly refused: string;
      readonly kept: string;
    };
  };
  readonly doors: {
    readonly title: string;
    readonly loading: string;
    readonly refresh: string;
    readonly refreshing: string;
    readonly asOf: (values: { readonly time: string }) => string;
    readonly pull: string;
    readonly release: string;
    readonly search: string;
    readonly searchPlaceholder: string;
    readonly found: (values: { readonly count: number; readonly total: number }) => string;
    readonly count: (values: { readonly count: number }) => string;
    readonly emptyTitle: string;
    readonly emptyBody: string;
    readonly otherLocation: string;
    readonly failedTitle: string;
    readonly staleNotice: string;
    readonly unit: string;
    readonly entryPoint: string;
    readonly primary: string;
    readonly shared: string;
    readonly lastUsed: string;
    readonly permitted: string;
    readonly noLock: string;
    readonly callLocation: (values: { readonly number: string }) => string;
    readonly hours: (values: { readonly start: string; readonly end: string }) => string;
    readonly hoursAllDay: string;
    readonly until: (values: { readonly time: string }) => string;
    readonly hoursLine: (values: { readonly hours: string }) => string;
  };
  readonly denials: {
    readonly 'payment-due': {
      readonly short: string;
      readonly long: string;
      readonly next: string;
    };
    readonly amountDue: (values: { readonly due: string }) => string;
    readonly paidThrough: (values: { readonly date: string }) => string;
    readonly 'other-unit-past-due': {
      readonly short: string;
      readonly long: string;
      readonly next: string;
    };
    readonly 'not-started': {
      readonly short: string;
      readonly long: string;
      readonly next: string;
    };
    readonly overlock: {
      readonly short: string;
      readonly long: string;
      readonly next: string;
    };
    readonly 'operator-lockout': {
      readonly short: string;
      readonly long: string;
      readonly next: string;
    };
    readonly auction: {
      readonly short: string;
      readonly long: string;
      readonly next: string;
    };
    readonly 'out-of-service': {
      readonly short: string;
      readonly long: string;
      readonly next: string;
    };
    readonly vacant: {
      readonly short: string;
      readonly long: string;
      readonly next: string;
    };
    readonly 'because-of-unit': {
      readonly short: string;
      readonly long: string;
      readonly next: string;
    };
    readonly 'not-included': {
      readonly short: string;
      readonly long: string;
      readonly next: string;
    };
    readonly 'outside-hours': {
      readonly short: string;
      readonly long: string;
      readonly next: string;
    };
    readonly opensAt: (values: { readonly time: string }) => string;
    readonly expired: {
      readonly short: string;
      readonly long: string;
      readonly next: string;
    };
    readonly other: {
      readonly short: string;
      readonly long: string;
      readonly next: string;
    };
    readonly pay: string;
  };
  readonly help: {
    readonly title: string;
    readonly intro: string;
    readonly factsTitle: string;
    readonly factsIntro: string;
    readonly version: string;
    readonly connection: string;
    readonly online: string;
    readonly offline: string;
    readonly lastSync: string;
    readonly never: string;
    readonly copy: string;
    readonly copied: string;
    readonly refused: string;
    readonly problemsTitle: string;
    readonly noProblems: string;
    readonly noAnswer: string;
    readonly took: (values: { readonly ms: number }) => string;
    readonly toSignIn: string;
  };
  readonly menu: {
    readonly doors: string;
    readonly activity: string;
    readonly signOut: string;
    readonly signingOut: string;
    readonly switchAccount: string;
    readonly navigation: string;
  };
  readonly notFound: {
    readonly title: string;
    readonly body: string;
    readonly toDoors: string;
  };
  readonly toasts: {
    readonly lockNotFound: string;
    readonly entryPointNotFound: string;
    readonly notFoundNext: string;
    readonly doorNotYours: string;
    readonly dismiss: string;
  };
  readonly unlock: {
    readonly back: string;
    readonly open: string;
    readonly openDoor: (values: { readonly name: string }) => string;
    readonly states: {
      readonly ready: string;
      readonly sending: string;
      readonly waiting: string;
      readonly opened: (values: { readonly time: string }) => string;
      readonly openedNext: string;
      readonly openedLate: string;
      readonly closesIn: (values: { readonly seconds: number }) => string;
      readonly 'already-open': string;
      readonly denied: string;
      readonly jammed: string;
      readonly 'not-answered': string;
      readonly failed: string;
      readonly expired: string;
      readonly unknown: string;
      readonly finishing: string;
      readonly offline: string;
      readonly 'rate-limited': string;
      readonly 'signed-out': string;
      readonly 'not-found': string;
      readonly unsupported: string;
      readonly 'not-permitted': string;
      readonly cancelled: string;
      readonly 'nfc-off': string;
      readonly 'wrong-lock': string;
    };
    readonly next: {
      readonly 'already-open': string;
      readonly denied: string;
      readonly jammed: string;
      readonly 'not-answered': string;
      readonly failed: string;
      readonly expired: string;
      readonly unknown: string;
      readonly unconfirmed: string;
      readonly offline: string;
      readonly 'rate-limited': string;
      readonly 'not-found': string;
      readonly unsupported: string;
      readonly 'not-permitted': string;
      readonly cancelled: string;
      readonly 'nfc-off': string;
      readonly 'wrong-lock': string;
    };
    readonly lockUnknown: {
      readonly title: string;
      readonly body: string;
    };
    readonly noLock: {
      readonly title: string;
      readonly body: string;
    };
    readonly noOpener: {
      readonly title: string;
      readonly body: string;
    };
    readonly noBridge: {
      readonly title: string;
      readonly body: string;
    };
    readonly framed: {
      readonly title: string;
      readonly body: string;
      readonly open: string;
    };
  };
};
