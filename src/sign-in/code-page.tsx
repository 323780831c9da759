import { OTPInput, type SlotProps } from 'input-otp';
import { type FormEvent, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { isApiProblem, problemPolicy } from '#api';
import { useConfig } from '#config';
import { countdown, duration, type Messages, useMessages } from '#i18n';
import { toE164 } from '#model';
import { problemMessage, ServerMessage, SupportLinks, useRateLimit } from '#notices';
import { receiveCode, usePlatform } from '#platform';
import { Link, Redirect } from '#router';
import { routes } from '#routes';
import { usePhoneCode } from '#systems';
import { Button, Callout, Page, StatusLine, useSecondsUntil } from '#ui';
import type { SentCode } from './draft.ts';
import { useFlow } from './flow.tsx';

/** Second step, for whom a code was sent; without one there is nothing to enter here. */
export function CodePage() {
  const { draft } = useFlow();
  return draft.sent ? <CodeForm sent={draft.sent} /> : <Redirect to={routes.phone} />;
}

type Failure = { readonly message: string; readonly serverMessage: string | null };
type Progress = 'idle' | 'verifying' | 'sending' | 'resent';

function CodeForm({ sent }: { readonly sent: SentCode }) {
  const t = useMessages();
  const { brand } = useConfig();
  const signIn = usePhoneCode();
  const flow = useFlow();
  const { navigate } = usePlatform().location;
  const { device, focus } = usePlatform();
  const { rules, scopes } = signIn;
  const [code, setCode] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [progress, setProgress] = useState<Progress>('idle');
  const input = useRef<HTMLInputElement>(null);
  /** Guards against two submits in one task, before the state has been rendered. */
  const isBusy = useRef(false);

  const life = useSecondsUntil(sent.at + rules.lifeMs);
  const cooldown = useSecondsUntil(sent.at + rules.cooldownMs);
  const verifyLimited = useSecondsUntil(useRateLimit(scopes.verify(sent.phone))) > 0;
  const resendLimited = useSecondsUntil(useRateLimit(scopes.request(sent.phone))) > 0;

  function fail(message: string, serverMessage: string | null = null) {
    setFailure({ message, serverMessage });
    focus(input.current);
    // What was typed stays, selected: the next digit starts anew.
    input.current?.setSelectionRange(0, input.current.value.length);
  }

  async function verify(value: string) {
    if (isBusy.current || verifyLimited) return;
    if (value.length < rules.digits) return fail(t.signIn.codeErrors.incomplete({ digits: rules.digits }));
    isBusy.current = true;
    setProgress('verifying');
    setFailure(null);
    try {
      if ((await flow.verify(value, null)) === 'choose') navigate(routes.account);
    } catch (error) {
      if (!isApiProblem(error)) throw error;
      const { shows } = problemPolicy[error.kind];
      fail(
        shows === 'fields' ? t.signIn.codeErrors.wrong : problemMessage(t, error),
        shows === 'countdown' ? null : error.serverMessage,
      );
    } finally {
      isBusy.current = false;
      setProgress('idle');
    }
  }

  async function resend() {
    if (isBusy.current) return;
    isBusy.current = true;
    setProgress('sending');
    setFailure(null);
    try {
      await signIn.requestCode(sent.phone);
      flow.codeSent(sent.phone);
      setCode('');
      setProgress('resent');
      focus(input.current);
    } catch (error) {
      setProgress('idle');
      if (!isApiProblem(error)) throw error;
      fail(problemMessage(t, error), error.serverMessage);
    } finally {
      isBusy.current = false;
    }
  }

  function typed(value: string) {
    const digits = toDigits(value).slice(0, rules.digits);
    setCode(digits);
    setFailure(/[^\s\p{Nd}-]/u.test(value) ? { message: t.signIn.codeErrors.digits, serverMessage: null } : null);
    setProgress('idle');
    // Sent once by itself, at the digit that completes it.
    if (digits.length === rules.digits && digits !== code) void verify(digits);
  }

  // By the platform and not by `autoFocus`: not every page may take the focus.
  useLayoutEffect(() => focus(input.current), [focus]);

  const { preloadNext } = flow;
  useEffect(preloadNext, [preloadNext]);

  const typedByPhone = useEffectEvent(typed);
  useEffect(() => {
    const stop = new AbortController();
    void receiveCode(device, stop.signal).then((received) => {
      if (received !== null && !stop.signal.aborted) typedByPhone(received);
    });
    return () => stop.abort();
  }, [device]);

  function submit(event: FormEvent) {
    event.preventDefault();
    void verify(code);
  }

  const title = t.signIn.codeTitle;
  return (
    <Page
      title={title}
      documentTitle={t.app.documentTitle({ page: title, brand: brand.name })}
      keepFocus
      className="sign-in"
    >
      {flow.codeNotice ? (
        <Callout tone="unsure">
          <p>{flow.codeNotice === 'reloaded' ? t.signIn.enterAgain : t.signIn.codeErrors.wrong}</p>
        </Callout>
      ) : null}
      <p className="soft">{t.signIn.codeSentTo({ number: toE164(sent.phone) })}</p>
      <form className="form" noValidate onSubmit={submit}>
        <div className="field">
          <label htmlFor="code">{t.signIn.code}</label>
          <OTPInput
            ref={input}
            id="code"
            value={code}
            onChange={typed}
            maxLength={rules.digits}
            inputMode="numeric"
            autoComplete="one-time-code"
            pasteTransformer={toDigits}
            aria-invalid={failure !== null}
            aria-describedby={failure === null ? 'code-hint' : 'code-error code-hint'}
            containerClassName="code"
            render={({ slots }) => <CodeBoxes slots={slots} />}
          />
          {failure === null ? null : (
            <p id="code-error" className="field-error">
              {failure.message}
            </p>
          )}
          <ServerMessage text={failure?.serverMessage ?? null} />
          <p id="code-hint" className="soft small">
            {t.signIn.codeHint} {life > 0 ? t.signIn.codeLife({ left: countdown(life) }) : t.signIn.codeExpired}
          </p>
        </div>
        <Button type="submit" className="button-wide" disabled={verifyLimited} aria-disabled={progress === 'verifying'}>
          {t.signIn.verify}
        </Button>
      </form>
      <StatusLine>{statusText(t, progress)}</StatusLine>
      <div className="actions">
        <Button
          variant="secondary"
          onClick={() => void resend()}
          disabled={cooldown > 0 || resendLimited}
          aria-disabled={progress === 'sending'}
          aria-describedby={cooldown > 0 ? 'resend-hint' : undefined}
        >
          {t.signIn.resend}
        </Button>
        <Link className="button button-quiet" href={routes.phone}>
          {t.signIn.changeNumber}
        </Link>
      </div>
      {cooldown > 0 ? (
        <p id="resend-hint" className="soft small">
          {t.signIn.resendIn({ left: duration(cooldown) })}
        </p>
      ) : null}
      <SupportLinks />
    </Page>
  );
}

/** More digits than any code has. */
const PLACES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

function CodeBoxes({ slots }: { readonly slots: readonly SlotProps[] }) {
  return (
    <div className="code-boxes" aria-hidden="true">
      {PLACES.slice(0, slots.length).map((place) => {
        const slot = slots[place];
        return (
          <span key={place} className="code-box" data-active={slot?.isActive}>
            {slot?.char}
            {slot?.hasFakeCaret ? <span className="code-caret" /> : null}
          </span>
        );
      })}
    </div>
  );
}

function statusText(t: Messages, progress: Progress): string | null {
  switch (progress) {
    case 'idle':
      return null;
    case 'verifying':
      return t.signIn.verifying;
    case 'sending':
      return t.signIn.sendingCode;
    case 'resent':
      return t.signIn.resent;
  }
}

/** Digits of any script as 0 to 9, everything else dropped: spaces and dashes of a pasted code among it. */
function toDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/\D/g, '');
}
