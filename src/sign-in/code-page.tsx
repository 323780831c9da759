import { OTPInput, type SlotProps } from 'input-otp';
import { useConfig } from '#config';
import { countdown, duration, useMessages } from '#i18n';
import { toE164 } from '#model';
import { ServerMessage, SupportLinks } from '#notices';
import { Link, Redirect } from '#router';
import { routes } from '#routes';
import { Button, Callout, Page, StatusLine } from '#ui';
import type { SentCode } from './draft.ts';
import { useFlow } from './flow.tsx';
import { useCodeForm } from './use-code-form.ts';

/** Second step: the code. Redirects to the first when none was sent. */
export function CodePage() {
  const { draft } = useFlow();
  return draft.sent ? <CodeForm sent={draft.sent} /> : <Redirect to={routes.phone} />;
}

function CodeForm({ sent }: { readonly sent: SentCode }) {
  const t = useMessages();
  const { brand } = useConfig();
  const { codeNotice } = useFlow();
  const { form, input, verify, resend, failure, progress, lifetime, cooldown } = useCodeForm(sent);
  const { codeTitle: title, verifying, sendingCode: sending, resent } = t.signIn;
  const status = { idle: null, verifying, sending, resent };
  return (
    <Page
      title={title}
      documentTitle={t.app.documentTitle({ page: title, brand: brand.name })}
      keepFocus
      className="sign-in"
    >
      {codeNotice ? (
        <Callout tone="unsure">
          <p>{codeNotice === 'reloaded' ? t.signIn.enterAgain : t.signIn.codeErrors.wrong}</p>
        </Callout>
      ) : null}
      <p className="soft">{t.signIn.codeSentTo({ number: toE164(sent.phone) })}</p>
      <form {...form} className="form" noValidate>
        <div className="field">
          <label htmlFor="code">{t.signIn.code}</label>
          <OTPInput
            {...input}
            id="code"
            inputMode="numeric"
            autoComplete="one-time-code"
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
            {t.signIn.codeHint} {lifetime > 0 ? t.signIn.codeLife({ left: countdown(lifetime) }) : t.signIn.codeExpired}
          </p>
        </div>
        <Button type="submit" className="button-wide" {...verify}>
          {t.signIn.verify}
        </Button>
      </form>
      <StatusLine>{status[progress]}</StatusLine>
      <div className="actions">
        <Button variant="secondary" {...resend} aria-describedby={cooldown > 0 ? 'resend-hint' : undefined}>
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

function CodeBoxes({ slots }: { readonly slots: readonly SlotProps[] }) {
  return (
    <div className="code-boxes" aria-hidden="true">
      {[...slots.entries()].map(([place, { char, isActive, hasFakeCaret }]) => (
        <span key={place} className="code-box" data-active={isActive}>
          {char}
          {hasFakeCaret ? <span className="code-caret" /> : null}
        </span>
      ))}
    </div>
  );
}
