import { useConfig } from '#config';
import { useMessages } from '#i18n';
import { Link } from '#router';
import { routes } from '#routes';

/** Links to support and to the help page. `phone` is the location's number; the operator's where that is null. */
export function SupportLinks({
  phone = null,
  hasMore = true,
}: {
  readonly phone?: string | null;
  /** Whether to link to the help page; false on that page. */
  readonly hasMore?: boolean;
}) {
  const t = useMessages();
  const { support } = useConfig();
  const number = phone ?? support.phone ?? null;
  return (
    <div className="support">
      <span>{t.support.heading}</span>
      {number ? <a href={`tel:${dialable(number)}`}>{t.support.call({ number })}</a> : null}
      {support.sms ? <a href={`sms:${dialable(support.sms)}`}>{t.support.text({ number: support.sms })}</a> : null}
      {support.email ? <a href={mailTo(support.email)}>{t.support.email({ address: support.email })}</a> : null}
      {hasMore ? <Link href={routes.help}>{t.support.more}</Link> : null}
    </div>
  );
}

/** Escapes the address, so that no part of it becomes a `cc`, a subject or a body. */
function mailTo(address: string): string {
  return `mailto:${encodeURIComponent(address).replace('%40', '@')}`;
}

function dialable(number: string): string {
  return number.replace(/[^\d+*#]/g, '');
}
