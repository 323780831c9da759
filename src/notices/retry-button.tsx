import { countdown, useMessages } from '#i18n';
import { Button, useSecondsUntil } from '#ui';
import { useRateLimit } from './rate-limit.ts';
import { useTrouble } from './trouble.ts';

/**
 * Retries after a failure. Disabled while the scope is rate-limited (the banner counts down), and while the circuit breaker
 * is open: the app then checks the service itself, and the button counts down to the next check.
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
