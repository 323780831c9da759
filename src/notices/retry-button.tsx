import { countdown, useMessages } from '#i18n';
import { Button, useSecondsUntil } from '#ui';
import { useRateLimit } from './rate-limit.ts';
import { useTrouble } from './trouble.ts';

/**
 * Retries after a failure. Disabled while the scope is rate-limited (the banner counts down), and while the service has
 * trouble: then the app checks by itself, and the button shows when.
 */
export function RetryButton(props: { readonly scope: string; readonly isBusy: boolean; readonly onRetry: () => void }) {
  const t = useMessages();
  const isLimited = useSecondsUntil(useRateLimit(props.scope)) > 0;
  const trouble = useTrouble();
  const seconds = useSecondsUntil(trouble);
  return (
    <Button onClick={props.onRetry} disabled={isLimited || trouble !== null} aria-disabled={props.isBusy}>
      {trouble === null ? t.problems.retry : t.problems.checksAgain({ left: countdown(seconds) })}
    </Button>
  );
}
