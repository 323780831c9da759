import { type FormEvent, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { type ApiProblem, isApiProblem, problemPolicy } from '#api';
import { useMessages } from '#i18n';
import { problemMessage, useRateLimit } from '#notices';
import { receiveCode, usePlatform } from '#platform';
import { routes } from '#routes';
import { usePhoneCode } from '#systems';
import { useSecondsUntil } from '#ui';
import type { SentCode } from './draft.ts';
import { useFlow } from './flow.tsx';

type Failure = { readonly message: string; readonly serverMessage: string | null };
type Progress = 'idle' | 'verifying' | 'sending' | 'resent';

/**
 * The code form: verifies the code as soon as it is complete, and sends a new one on request. Returns the props of the form,
 * its input and its buttons, and what the page shows around them. `lifetime` and `cooldown` are in seconds.
 */
export function useCodeForm(sent: SentCode) {
  const t = useMessages();
  const { requestCode, rules, scopes } = usePhoneCode();
  const flow = useFlow();
  const { device, focus, location } = usePlatform();
  const [code, setCode] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [progress, setProgress] = useState<Progress>('idle');
  const input = useRef<HTMLInputElement>(null);
  /** Prevents two submits in one task, before the state is rendered. */
  const isBusy = useRef(false);

  const lifetime = useSecondsUntil(sent.at + rules.lifeMs);
  const cooldown = useSecondsUntil(sent.at + rules.cooldownMs);
  const isVerifyLimited = useSecondsUntil(useRateLimit(scopes.verify(sent.phone))) > 0;
  const isResendLimited = useSecondsUntil(useRateLimit(scopes.request(sent.phone))) > 0;

  function fail(message: string, serverMessage: string | null = null) {
    setFailure({ message, serverMessage });
    focus(input.current);
    // The next digit replaces the code.
    input.current?.setSelectionRange(0, input.current.value.length);
  }

  /** Sends one request at a time; `request` resolves to the progress after it. */
  async function submit(
    during: Progress,
    request: () => Promise<Progress>,
    onProblem: (problem: ApiProblem) => void,
  ): Promise<void> {
    isBusy.current = true;
    setProgress(during);
    setFailure(null);
    try {
      setProgress(await request());
    } catch (error) {
      setProgress('idle');
      if (!isApiProblem(error)) throw error;
      onProblem(error);
    } finally {
      isBusy.current = false;
    }
  }

  async function verify(value: string) {
    if (isBusy.current || isVerifyLimited) return;
    if (value.length < rules.digits) return fail(t.signIn.codeErrors.incomplete({ digits: rules.digits }));
    const request = async () => {
      if ((await flow.verify(value, null)) === 'choose') location.navigate(routes.account);
      return 'idle' as const;
    };
    await submit('verifying', request, (problem) => {
      const { shows } = problemPolicy[problem.kind];
      fail(
        shows === 'fields' ? t.signIn.codeErrors.wrong : problemMessage(t, problem),
        shows === 'countdown' ? null : problem.serverMessage,
      );
    });
  }

  async function resend() {
    if (isBusy.current) return;
    const request = async () => {
      await requestCode(sent.phone);
      flow.codeSent(sent.phone);
      setCode('');
      focus(input.current);
      return 'resent' as const;
    };
    await submit('sending', request, (problem) => fail(problemMessage(t, problem), problem.serverMessage));
  }

  function onChange(value: string) {
    const digits = toDigits(value).slice(0, rules.digits);
    setCode(digits);
    setFailure(/[^\s\p{Nd}-]/u.test(value) ? { message: t.signIn.codeErrors.digits, serverMessage: null } : null);
    setProgress('idle');
    // Submits once, with the digit that completes the code.
    if (digits.length === rules.digits && digits !== code) void verify(digits);
  }

  // Through the platform instead of `autoFocus`, because an embedded page may not take the focus.
  useLayoutEffect(() => focus(input.current), [focus]);

  const { preloadNext } = flow;
  useEffect(preloadNext, [preloadNext]);

  const onReceived = useEffectEvent(onChange);
  useEffect(() => {
    const stop = new AbortController();
    void receiveCode(device, stop.signal).then((received) => {
      if (received !== null && !stop.signal.aborted) onReceived(received);
    });
    return () => stop.abort();
  }, [device]);

  return {
    form: {
      onSubmit(event: FormEvent) {
        event.preventDefault();
        void verify(code);
      },
    },
    input: { ref: input, value: code, onChange, maxLength: rules.digits, pasteTransformer: toDigits },
    verify: { disabled: isVerifyLimited, 'aria-disabled': progress === 'verifying' },
    resend: {
      onClick: () => void resend(),
      disabled: cooldown > 0 || isResendLimited,
      'aria-disabled': progress === 'sending',
    },
    failure,
    progress,
    lifetime,
    cooldown,
  };
}

/** Converts the digits of any script to 0–9 and drops everything else, such as spaces and dashes in a pasted code. */
function toDigits(text: string): string {
  return (
    text
      .normalize('NFKC')
      // U+0660 and U+06F0, the two Arabic zeros, are multiples of 16.
      .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) % 16))
      .replace(/\D/g, '')
  );
}
