import { Link } from 'wouter';
import { useConfig } from '#config';
import { t } from '#i18n';
import { Page, StatusLine } from '#ui';

export function NotFoundPage() {
  const { brand } = useConfig();
  const title = t.app.notFoundTitle;
  return (
    <Page title={title} documentTitle={t.app.documentTitle(title, brand.name)}>
      <StatusLine />
      <p>{t.app.notFoundBody}</p>
      <Link className="button button-primary" href="/doors">
        {t.app.toDoors}
      </Link>
    </Page>
  );
}
