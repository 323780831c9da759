/* 87 messages; written by "npm run words:types" from src/i18n/messages/en. */

export type StartWords = {
  readonly app: {
    readonly documentTitle: (values: { readonly page: string; readonly brand: string }) => string;
    readonly skipToContent: string;
    readonly loading: string;
    readonly crashedTitle: string;
    readonly crashedBody: string;
    readonly reload: string;
    readonly troubleTitle: string;
    readonly troubleBody: string;
    readonly help: string;
    readonly offlineTitle: string;
    readonly offlineBody: string;
    readonly language: string;
    readonly languageLost: string;
  };
  readonly config: {
    readonly brokenTitle: string;
    readonly brokenBody: string;
    readonly wholeFile: string;
    readonly missingTitle: string;
    readonly missingBody: string;
    readonly missingStatus: (values: { readonly status: string }) => string;
    readonly retry: string;
  };
  readonly support: {
    readonly heading: string;
    readonly call: (values: { readonly number: string }) => string;
    readonly text: (values: { readonly number: string }) => string;
    readonly email: (values: { readonly address: string }) => string;
    readonly more: string;
  };
  readonly banner: {
    readonly tooMany: string;
    readonly tryAgainIn: string;
    readonly over: string;
  };
  readonly legal: {
    readonly terms: string;
    readonly privacy: string;
    readonly imprint: string;
  };
  readonly problems: {
    readonly network: string;
    readonly timeout: string;
    readonly unavailable: string;
    readonly trouble: string;
    readonly unsupported: string;
    readonly rejected: string;
    readonly conflict: string;
    readonly malformed: string;
    readonly forbidden: string;
    readonly notFound: string;
    readonly invalid: string;
    readonly unauthenticated: string;
    readonly rateLimited: string;
    readonly serverSaid: string;
    readonly retry: string;
    readonly checksAgain: (values: { readonly left: string }) => string;
  };
  readonly signIn: {
    readonly phoneTitle: string;
    readonly phoneIntro: string;
    readonly country: string;
    readonly phoneNumber: string;
    readonly phoneHint: string;
    readonly sendCode: string;
    readonly sendingCode: string;
    readonly haveCode: string;
    readonly errors: {
      readonly empty: string;
      readonly letters: string;
      readonly tooShort: (values: { readonly country: string }) => string;
      readonly tooLong: (values: { readonly country: string }) => string;
      readonly invalid: (values: { readonly country: string }) => string;
      readonly loading: string;
      readonly unknownNumber: string;
      readonly stillLimited: string;
    };
    readonly expired: string;
    readonly rejectedTitle: string;
    readonly rejectedBody: string;
    readonly tryAnyway: string;
    readonly codeTitle: string;
    readonly codeSentTo: (values: { readonly number: string }) => string;
    readonly code: string;
    readonly codeHint: string;
    readonly codeLife: (values: { readonly left: string }) => string;
    readonly codeExpired: string;
    readonly verify: string;
    readonly verifying: string;
    readonly resend: string;
    readonly resendIn: (values: { readonly left: string }) => string;
    readonly resent: string;
    readonly changeNumber: string;
    readonly enterAgain: string;
    readonly codeErrors: {
      readonly incomplete: (values: { readonly digits: number }) => string;
      readonly digits: string;
      readonly wrong: string;
    };
    readonly accountTitle: string;
    readonly accountIntro: string;
    readonly choosing: string;
    readonly backToCode: string;
  };
};
