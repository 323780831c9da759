import { useConfig } from '#config';
import { useSignedInMessages } from '#i18n';
import { Link } from '#router';
import { routes } from '#routes';
import { Page, StatusLine } from '#ui';

export function NotFoundPage() {
  const t = useSignedInMessages();
  const { brand } = useConfig();
  const title = t.notFound.title;
  return (
    <Page title={title} documentTitle={t.app.documentTitle({ page: title, brand: brand.name })}>
      <StatusLine />
      <p>{t.notFound.body}</p>
      <Link className="button button-primary" href={routes.doors}>
        {t.notFound.toDoors}
      </Link>
    </Page>
  );
}
