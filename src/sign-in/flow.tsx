import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from 'react';
import type { Account, PhoneNumber } from '#model';
import { toE164 } from '#model';
import { usePlatform } from '#platform';
import { useSession, useSessionServices } from '#session';
import { usePhoneCode } from '#systems';
import { createDraftStore, type Draft } from './draft.ts';
import { initialCountry } from './phone-rules.ts';
import type { PreHydrationInput } from './pre-hydration-input.ts';

/** In memory only: gone with a reload, which is why the code has to be typed again then. */
export type Choice = { readonly code: string; readonly accounts: readonly Account[] };

export type Flow = {
  readonly draft: Draft;
  readonly choice: Choice | null;
  /** Why the person stands at the code step again. */
  readonly codeNotice: 'reloaded' | 'refused' | null;
  readonly early: PreHydrationInput | null;
  /** Fetches the code of the next steps while the person is at this one. */
  preloadNext(): void;
  typed(country: string, national: string): void;
  codeSent(phone: PhoneNumber): void;
  /**
   * Trades the code for a session or for a choice of accounts. Throws ApiProblem; a number without a sent code throws
   * an Error, for no screen that calls this is shown without one.
   */
  verify(code: string, accountId: string | null): Promise<'signed-in' | 'choose'>;
  backToCode(because: 'reloaded' | 'refused' | null): void;
};

const FlowContext = createContext<Flow | null>(null);

export function useFlow(): Flow {
  const flow = useContext(FlowContext);
  if (!flow) throw new Error('useFlow needs FlowProvider');
  return flow;
}

type ProviderProps = {
  readonly children: ReactNode;
  readonly apiBase: string;
  readonly defaultCountry: string | undefined;
  readonly early: PreHydrationInput | null;
  readonly preloadNext: () => void;
};

/** The steps between the sign-in screens. */
export function FlowProvider({ children, apiBase, defaultCountry, early, preloadNext }: ProviderProps) {
  const signIn = usePhoneCode();
  const session = useSession();
  const { store } = useSessionServices();
  const { local, clock, languages } = usePlatform();
  const drafts = useMemo(() => createDraftStore(local, clock.now), [local, clock]);
  const [draft, setDraft] = useState<Draft>(() => {
    const hint = session.kind === 'signed-out' ? session.phone : null;
    const country = hint?.country ?? initialCountry(defaultCountry, languages());
    const kept = drafts.load() ?? { country, national: hint?.national ?? '', sent: null, choosing: false };
    return early?.national ? { ...kept, national: early.national } : kept;
  });
  const [choice, setChoice] = useState<Choice | null>(null);
  const [codeNotice, setCodeNotice] = useState<Flow['codeNotice']>(null);

  // What was kept last, not what was rendered last: an answer and a late formatting of the number may come in one task.
  const latest = useRef(draft);
  const keep = (change: Partial<Draft>) => {
    latest.current = { ...latest.current, ...change };
    setDraft(latest.current);
    drafts.save(latest.current);
  };

  async function verify(code: string, accountId: string | null) {
    const sent = draft.sent;
    if (!sent) throw new Error('verify needs a sent code');
    const result = await signIn.verifyCode({ phone: sent.phone, code, accountId });
    if (result.kind === 'choose-account') {
      setChoice({ code, accounts: result.accounts });
      setCodeNotice(null);
      keep({ choosing: true });
      return 'choose' as const;
    }
    drafts.clear();
    store.send({
      type: 'signed-in',
      token: result.token,
      expiresAt: result.expiresAt,
      // The account where one was chosen, else the user: see `Tenant`.
      tenant: { apiBase, e164: toE164(sent.phone), id: accountId ?? result.userId, name: result.name },
      phone: { country: draft.country, national: draft.national },
      accounts: choice?.accounts.length ?? 1,
      at: clock.now(),
    });
    return 'signed-in' as const;
  }

  const flow: Flow = {
    draft,
    choice,
    codeNotice,
    early,
    preloadNext,
    typed: (country, national) => keep({ country, national }),
    codeSent: (phone) => {
      setChoice(null);
      setCodeNotice(null);
      keep({ sent: { phone, at: clock.now() }, choosing: false });
    },
    verify,
    backToCode: (because) => {
      setChoice(null);
      setCodeNotice(because);
      keep({ choosing: false });
    },
  };
  return <FlowContext value={flow}>{children}</FlowContext>;
}
