import type { ConfigFault, ConfigResult } from '#config';
import { useMessages } from '#i18n';
import { Button, Page, StatusLine } from '#ui';

type Fault = Exclude<ConfigResult, { kind: 'ok' }>;

/** Shown instead of the app when the configuration is invalid or could not be fetched. */
export function ConfigFaultPage({ fault, onRetry }: { readonly fault: Fault; readonly onRetry: () => void }) {
  switch (fault.kind) {
    case 'broken':
      return <Broken faults={fault.faults} />;
    case 'missing':
      return <Missing status={fault.status} onRetry={onRetry} />;
  }
}

function Broken({ faults }: { readonly faults: readonly ConfigFault[] }) {
  const t = useMessages();
  return (
    <Page title={t.config.brokenTitle} documentTitle={t.config.brokenTitle}>
      <StatusLine />
      <p>{t.config.brokenBody}</p>
      <ul className="faults">
        {faults.map(({ key, message }) => (
          <li key={`${key} ${message}`}>
            <code>{key === '' ? t.config.wholeFile : key}</code> {message}
          </li>
        ))}
      </ul>
    </Page>
  );
}

function Missing({ status, onRetry }: { readonly status: number | null; readonly onRetry: () => void }) {
  const t = useMessages();
  return (
    <Page title={t.config.missingTitle} documentTitle={t.config.missingTitle}>
      <StatusLine />
      <p>{t.config.missingBody}</p>
      {status === null ? null : <p className="soft">{t.config.missingStatus({ status: String(status) })}</p>}
      <Button onClick={onRetry}>{t.config.retry}</Button>
    </Page>
  );
}
