import { useConfig } from '#config';
import { useMessages } from '#i18n';
import { ServerMessage, SupportLinks } from '#notices';
import { Link } from '#router';
import { routes } from '#routes';
import { useSession } from '#session';
import { Button, Callout, Page, StatusLine } from '#ui';
import { CountryPicker } from './country-picker.tsx';
import { useFlow } from './flow.tsx';
import { usePhoneForm } from './use-phone-form.ts';

/** First step: the phone number. */
export function PhonePage() {
  const t = useMessages();
  const { brand } = useConfig();
  const session = useSession();
  const { draft } = useFlow();
  const { form, country, national, message, serverMessage, isLimited, isSubmitting } = usePhoneForm();
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
      <form {...form} className="form" noValidate>
        <div className="field">
          <label htmlFor="country">{t.signIn.country}</label>
          <CountryPicker id="country" {...country} />
        </div>
        <div className="field">
          <label htmlFor="national">{t.signIn.phoneNumber}</label>
          <input
            {...national}
            id="national"
            className="input"
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            dir="ltr"
            maxLength={120}
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
      {draft.sent ? <Link href={routes.code}>{t.signIn.haveCode}</Link> : null}
      <SupportLinks />
    </Page>
  );
}
