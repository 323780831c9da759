import { Link } from 'wouter';
import { useConfig } from '#config';
import { useWords } from '#i18n';
import { Page, StatusLine } from '#ui';

export function NotFoundPage() {
  const t = useWords();
  const { brand } = useConfig();
  const title = t.app.notFoundTitle;
  return (
    <Page title={title} documentTitle={t.app.documentTitle({ page: title, brand: brand.name })}>
      <StatusLine />
      <p>{t.app.notFoundBody}</p>
      <Link className="button button-primary" href="/doors">
        {t.app.toDoors}
      </Link>
    </Page>
  );
}
