import { useConfig } from '#config';
import { useMessages } from '#i18n';
import { Link } from '#router';
import { routes } from '#routes';

/** How to reach a person, and what the app knows that may help. `phone` is the location's own, where it has one; the operator's otherwise. */
export function SupportLinks({
  phone = null,
  hasMore = true,
}: {
  readonly phone?: string | null;
  /** A link to the help page, everywhere but on it. */
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

/** Whatever stands in it is part of the address: none of it becomes a copy to somebody, a subject or a text. */
function mailTo(address: string): string {
  return `mailto:${encodeURIComponent(address).replace('%40', '@')}`;
}

function dialable(number: string): string {
  return number.replace(/[^\d+*#]/g, '');
}
