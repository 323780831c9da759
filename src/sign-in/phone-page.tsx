import { type ChangeEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { type ApiProblem, isApiProblem, problemPolicy } from '#api';
import { useConfig } from '#config';
import { countryName, type Messages, useMessages } from '#i18n';
import { problemMessage, ServerMessage, SupportLinks, useRateLimit } from '#notices';
import { usePlatform } from '#platform';
import { Link } from '#router';
import { routes } from '#routes';
import { useSession } from '#session';
import { usePhoneCode } from '#systems';
import { Button, Callout, Page, StatusLine, useSecondsUntil } from '#ui';
import { CountryPicker } from './country-picker.tsx';
import { useFlow } from './flow.tsx';
import type { PhoneReader } from './phone-reader.ts';
import { FIRST, loadPhoneReader } from './phone-rules.ts';

type Fields = { readonly country: string; readonly national: string };

/** First step: whose number is it? */
export function PhonePage() {
  const t = useMessages();
  const { brand } = useConfig();
  const signIn = usePhoneCode();
  const session = useSession();
  const flow = useFlow();
  const { navigate } = usePlatform().location;
  const { focus } = usePlatform();
  const formElement = useRef<HTMLFormElement>(null);
  const [reader, setReader] = useState<PhoneReader | null>(null);
  const [serverMessage, setServerMessage] = useState<string | null>(null);
  const { early, draft } = flow;
  // The form takes over what stands in a field without a value of its own, to the last letter.
  const form = useForm<Fields>({
    defaultValues: early?.keepsField
      ? { country: draft.country }
      : { country: draft.country, national: draft.national },
  });
  const { errors, isSubmitting } = form.formState;
  const [country, national = ''] = form.watch(['country', 'national']);
  const reading = reader?.read(national, country);
  const limitedUntil = useRateLimit(reading?.kind === 'phone' ? signIn.scopes.request(reading.phone) : null);
  const isLimited = useSecondsUntil(limitedUntil) > 0;

  /** A reader for this number; null when it cannot be had. */
  async function readerFor(text: string, picked: string): Promise<PhoneReader | null> {
    try {
      const found = await loadPhoneReader(text, picked);
      setReader(found);
      return found;
    } catch {
      return null;
    }
  }

  // A number that was kept through a reload may have a countdown of its own.
  const kept = flow.draft.national !== '';
  const fetchReader = () => void readerFor(national, country);
  const fetchForKept = useEffectEvent(fetchReader);
  useEffect(() => {
    if (kept) fetchForKept();
  }, [kept]);

  const takeOver = useEffectEvent(() => {
    if (!early) return;
    const { isFocused, keepsField, national: typedBefore } = early;
    const typedEarly = form.getValues('national') ?? '';
    // Honoured for what they saw: that country, and their own number in the field, not one that was kept.
    const isTheirs = keepsField || typedBefore !== '';
    const isSeen = country === FIRST || typedEarly.trim().startsWith('+');
    const isPressed = early.takeOver() && isTheirs && isSeen;
    if (isFocused) {
      focusNumber();
      flow.preloadNext();
    }
    if (typedEarly !== '') {
      keep({ country, national: typedEarly });
      if (!isPressed) void formatLater(typedEarly);
    }
    if (isPressed) void form.handleSubmit(send)();
  });
  useEffect(() => takeOver(), []);

  function keep(next: Fields) {
    form.setValue('country', next.country);
    form.setValue('national', next.national);
    flow.typed(next.country, next.national);
  }

  function changed(next: Fields) {
    form.clearErrors();
    setServerMessage(null);
    keep(next);
  }

  function typed(event: ChangeEvent<HTMLInputElement>) {
    const { value, selectionStart } = event.target;
    // Formatting in the middle of a number would move the caret away from the digit being mended.
    const isAtEnd = selectionStart === null || selectionStart === value.length;
    const mayFormat = isAtEnd && value.length >= national.length;
    if (reader?.suffices(value, country)) return changed(formatted(value, reader, mayFormat));
    changed({ country, national: value });
    void formatLater(value, mayFormat);
  }

  function formatted(value: string, by: PhoneReader, mayFormat: boolean): Fields {
    return { country: by.countryOf(value) ?? country, national: mayFormat ? by.format(value, country) : value };
  }

  async function formatLater(value: string, mayFormat = true) {
    const found = await readerFor(value, country);
    // The message that "Send code" may have left meanwhile stays.
    if (found && form.getValues('national') === value) keep(formatted(value, found, mayFormat));
  }

  function picked(next: string) {
    changed({ country: next, national });
    void readerFor(national, next);
  }

  async function send(fields: Fields) {
    const found = await readerFor(fields.national, fields.country);
    const name = countryName(fields.country);
    if (!found) return fail(t.signIn.errors.loading);
    const read = found.read(fields.national, fields.country);
    if (read.kind === 'wrong') {
      const message = t.signIn.errors[read.error];
      return fail(typeof message === 'string' ? message : message({ country: name }));
    }
    try {
      await signIn.requestCode(read.phone);
    } catch (error) {
      if (!isApiProblem(error)) throw error;
      setServerMessage(saidByServer(error));
      return fail(messageFor(t, error));
    }
    flow.codeSent(read.phone);
    navigate(routes.code);
  }

  // By the platform and not by the form: not every page may take the focus.
  const focusNumber = () => focus(formElement.current?.national);

  function fail(message: string) {
    form.setError('national', { message });
    focusNumber();
  }

  const message = errors.national?.message;
  const isExpired = session.kind === 'signed-out' && session.because === 'expired';
  return (
    <Page
      title={t.signIn.phoneTitle}
      documentTitle={t.app.documentTitle({ page: t.signIn.phoneTitle, brand: brand.name })}
      className="sign-in"
    >
      {isExpired ? (
        <Callout tone="unsure">
          <p>{t.signIn.expired}</p>
        </Callout>
      ) : null}
      <p className="soft">{t.signIn.phoneIntro}</p>
      <form ref={formElement} className="form" noValidate onSubmit={form.handleSubmit(send)}>
        <div className="field">
          <label htmlFor="country">{t.signIn.country}</label>
          <CountryPicker id="country" value={country} onPick={picked} />
        </div>
        <div className="field">
          <label htmlFor="national">{t.signIn.phoneNumber}</label>
          <input
            {...form.register('national', { onChange: typed })}
            id="national"
            className="input"
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            dir="ltr"
            maxLength={120}
            onFocus={() => {
              fetchReader();
              flow.preloadNext();
            }}
            aria-invalid={message !== undefined}
            aria-describedby={message === undefined ? 'national-hint' : 'national-error national-hint'}
          />
          {message === undefined ? null : (
            <p id="national-error" className="field-error">
              {message}
            </p>
          )}
          <ServerMessage text={message === undefined ? null : serverMessage} />
          <p id="national-hint" className="soft small">
            {t.signIn.phoneHint}
          </p>
        </div>
        <Button type="submit" className="button-wide" disabled={isLimited} aria-disabled={isSubmitting}>
          {t.signIn.sendCode}
        </Button>
      </form>
      <StatusLine>{isSubmitting ? t.signIn.sendingCode : null}</StatusLine>
      {flow.draft.sent ? <Link href={routes.code}>{t.signIn.haveCode}</Link> : null}
      <SupportLinks />
    </Page>
  );
}

function messageFor(t: Messages, problem: ApiProblem): string {
  const { shows } = problemPolicy[problem.kind];
  if (shows === 'countdown') return t.signIn.errors.stillLimited;
  return shows === 'fields' ? t.signIn.errors.unknownNumber : problemMessage(t, problem);
}

/** What the server says about the two fields, else in general; shown second, in its own language. */
function saidByServer({ fieldErrors, serverMessage }: ApiProblem): string | null {
  const said = [...(fieldErrors.phone_number ?? []), ...(fieldErrors.country_code ?? [])];
  return said[0] ?? serverMessage;
}
