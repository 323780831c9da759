import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from 'react';
import type { Account, PhoneNumber } from '#model';
import { toE164 } from '#model';
import { usePlatform } from '#platform';
import { useSession, useSessionServices } from '#session';
import { usePhoneCode } from '#systems';
import { createDraftStore, type Draft } from './draft.ts';
import { initialCountry } from './phone-rules.ts';
import type { PreHydrationInput } from './pre-hydration-input.ts';

/** In memory only: after a reload the code must be entered again. */
export type Choice = { readonly code: string; readonly accounts: readonly Account[] };

export type Flow = {
  readonly draft: Draft;
  readonly choice: Choice | null;
  /** Why the person is back at the code step. */
  readonly codeNotice: 'reloaded' | 'refused' | null;
  readonly early: PreHydrationInput | null;
  /** Loads the chunks of the next steps. */
  preloadNext(): void;
  typed(country: string, national: string): void;
  codeSent(phone: PhoneNumber): void;
  /**
   * Exchanges the code for a session or a choice of accounts.
   * @throws ApiProblem; Error when no code was sent
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

/** The state shared by the sign-in pages. */
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

  // A ref, because two changes may come in one task: a response, and the number formatted by a reader that just loaded.
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
      // The chosen account, else the user: see `Tenant`.
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
