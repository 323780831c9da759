import { type ChangeEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { type ApiProblem, isApiProblem, problemPolicy } from '#api';
import { countryName, type Messages, useMessages } from '#i18n';
import { problemMessage, useRateLimit } from '#notices';
import { usePlatform } from '#platform';
import { routes } from '#routes';
import { usePhoneCode } from '#systems';
import { useSecondsUntil } from '#ui';
import { useFlow } from './flow.tsx';
import type { PhoneReader } from './phone-reader.ts';
import { DEFAULT_COUNTRY, loadPhoneReader } from './phone-rules.ts';

type Fields = { readonly country: string; readonly national: string };

/**
 * The phone number form: formats the number while it is typed, checks it and requests a code. Returns the props of the form
 * and of its two fields, and what the page shows below them.
 */
export function usePhoneForm() {
  const t = useMessages();
  const signIn = usePhoneCode();
  const flow = useFlow();
  const { focus, location } = usePlatform();
  const formElement = useRef<HTMLFormElement>(null);
  const [reader, setReader] = useState<PhoneReader | null>(null);
  const [serverMessage, setServerMessage] = useState<string | null>(null);
  const { early, draft } = flow;
  // Without a default value the form keeps what is typed into the prerendered field.
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

  /** A reader for this number; null when its chunk cannot be loaded. */
  async function readerFor(text: string, inCountry: string): Promise<PhoneReader | null> {
    const found = await loadPhoneReader(text, inCountry).catch(() => null);
    if (found) setReader(found);
    return found;
  }

  // A number restored after a reload may be rate-limited. Finding its scope needs the reader.
  const isRestored = draft.national !== '';
  const loadReader = () => void readerFor(national, country);
  const loadForRestored = useEffectEvent(loadReader);
  useEffect(() => {
    if (isRestored) loadForRestored();
  }, [isRestored]);

  const takeOver = useEffectEvent(() => {
    if (!early) return;
    const { isFocused, keepsField, national: typedBefore } = early;
    const typedEarly = form.getValues('national') ?? '';
    // A submit before hydration counts only for values that the person saw: the prerendered country (or a number that
    // names its own), and a number that they typed themselves, not a restored one.
    const isTypedByPerson = keepsField || typedBefore !== '';
    const isCountryKnown = country === DEFAULT_COUNTRY || typedEarly.trim().startsWith('+');
    const wasSubmitted = early.takeOver() && isTypedByPerson && isCountryKnown;
    if (isFocused) {
      focusNumber();
      flow.preloadNext();
    }
    if (typedEarly !== '') {
      setFields({ country, national: typedEarly });
      if (!wasSubmitted) void formatLater(typedEarly);
    }
    if (wasSubmitted) void form.handleSubmit(send)();
  });
  useEffect(() => takeOver(), []);

  function setFields(next: Fields) {
    form.setValue('country', next.country);
    form.setValue('national', next.national);
    flow.typed(next.country, next.national);
  }

  function edit(next: Fields) {
    form.clearErrors();
    setServerMessage(null);
    setFields(next);
  }

  function onChange(event: ChangeEvent<HTMLInputElement>) {
    const { value, selectionStart } = event.target;
    // Formatting in the middle of a number would move the caret away from the digit that is being corrected.
    const isAtEnd = selectionStart === null || selectionStart === value.length;
    const mayFormat = isAtEnd && value.length >= national.length;
    if (reader?.suffices(value, country)) return edit(formatted(value, reader, mayFormat));
    edit({ country, national: value });
    void formatLater(value, mayFormat);
  }

  function formatted(value: string, by: PhoneReader, mayFormat: boolean): Fields {
    return { country: by.countryOf(value) ?? country, national: mayFormat ? by.format(value, country) : value };
  }

  async function formatLater(value: string, mayFormat = true) {
    const found = await readerFor(value, country);
    // Does not clear errors: "Send code" may have set one in the meantime.
    if (found && form.getValues('national') === value) setFields(formatted(value, found, mayFormat));
  }

  async function send(fields: Fields) {
    const found = await readerFor(fields.national, fields.country);
    if (!found) return fail(t.signIn.errors.loading);
    const read = found.read(fields.national, fields.country);
    if (read.kind === 'wrong') {
      const message = t.signIn.errors[read.error];
      return fail(typeof message === 'string' ? message : message({ country: countryName(fields.country) }));
    }
    try {
      await signIn.requestCode(read.phone);
    } catch (error) {
      if (!isApiProblem(error)) throw error;
      setServerMessage(serverMessageOf(error));
      return fail(messageFor(t, error));
    }
    flow.codeSent(read.phone);
    location.navigate(routes.code);
  }

  // Through the platform, because an embedded page may not take the focus.
  const focusNumber = () => focus(formElement.current?.national);

  function fail(message: string) {
    form.setError('national', { message });
    focusNumber();
  }

  return {
    form: { ref: formElement, onSubmit: form.handleSubmit(send) },
    country: {
      value: country,
      onPick(next: string) {
        edit({ country: next, national });
        void readerFor(national, next);
      },
    },
    national: {
      ...form.register('national', { onChange }),
      onFocus() {
        loadReader();
        flow.preloadNext();
      },
    },
    message: errors.national?.message,
    serverMessage,
    isLimited,
    isSubmitting,
  };
}

function messageFor(t: Messages, problem: ApiProblem): string {
  const { shows } = problemPolicy[problem.kind];
  if (shows === 'countdown') return t.signIn.errors.stillLimited;
  return shows === 'fields' ? t.signIn.errors.unknownNumber : problemMessage(t, problem);
}

/** The server's message about one of the two fields, else its general one. */
function serverMessageOf({ fieldErrors, serverMessage }: ApiProblem): string | null {
  return [...(fieldErrors.phone_number ?? []), ...(fieldErrors.country_code ?? [])][0] ?? serverMessage;
}
