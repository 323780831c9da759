import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { countdown, duration, useMessages } from '#i18n';
import { usePlatform } from '#platform';
import { ClockIcon, OfflineIcon, TroubleIcon, useSecondsUntil } from '#ui';
import { useRateLimitServices } from './rate-limit.ts';
import { useTrouble } from './trouble.ts';

/** Shows at most one banner: rate limit before offline, offline before service trouble. */
export function Banners() {
  const { watched } = useRateLimitServices();
  const until = useSyncExternalStore(watched.subscribe, watched.until);
  const seconds = useSecondsUntil(until);
  const { online } = usePlatform();
  const isOnline = useSyncExternalStore(online.subscribe, online.isOnline);
  const trouble = useTrouble();
  const banner = () => {
    if (until !== null && seconds > 0) return <CountdownBanner key={until} seconds={seconds} />;
    if (!isOnline) return <OfflineBanner />;
    return trouble === null ? null : <TroubleBanner checksAt={trouble} />;
  };
  return (
    <>
      {banner()}
      <Ending isCounting={seconds > 0} />
    </>
  );
}

/** Announces the end of the countdown to screen readers. Rendered empty before, because a live region must exist first. */
function Ending({ isCounting }: { readonly isCounting: boolean }) {
  const t = useMessages();
  const [isOver, setOver] = useState(false);
  const wasCounting = useRef(false);
  useEffect(() => {
    if (isCounting || wasCounting.current) setOver(!isCounting);
    wasCounting.current = isCounting;
  }, [isCounting]);
  return (
    <p className="visually-hidden" aria-live="polite">
      {isOver ? t.banner.over : null}
    </p>
  );
}

/** Seconds left at which the countdown is announced. */
const ANNOUNCED_AT = [30, 10];

/** The ticking digits are hidden from screen readers. The hidden text of the alert changes, and is announced, three times. */
function CountdownBanner({ seconds }: { readonly seconds: number }) {
  const t = useMessages();
  const [atStart] = useState(seconds);
  return (
    <div role="alert" className="banner">
      <div className="banner-row">
        <ClockIcon />
        <p>
          {t.banner.tooMany} {t.banner.tryAgainIn}{' '}
          <span className="visually-hidden">
            {duration(ANNOUNCED_AT.findLast((mark) => seconds <= mark && mark < atStart) ?? atStart)}
          </span>
          <span aria-hidden="true" className="banner-digits">
            {countdown(seconds)}
          </span>
        </p>
      </div>
    </div>
  );
}

/** Announced once; the ticking digits are hidden from screen readers. */
function TroubleBanner({ checksAt }: { readonly checksAt: number }) {
  const t = useMessages();
  const seconds = useSecondsUntil(checksAt);
  return (
    <div role="alert" className="banner">
      <div className="banner-row">
        <TroubleIcon />
        <p>
          <strong>{t.app.troubleTitle}.</strong> {t.app.troubleBody}{' '}
          <span aria-hidden="true" className="banner-digits">
            {countdown(seconds)}
          </span>
        </p>
      </div>
    </div>
  );
}

function OfflineBanner() {
  const t = useMessages();
  return (
    <section className="banner" aria-label={t.app.offlineTitle}>
      <div className="banner-row">
        <OfflineIcon />
        <p>
          <strong>{t.app.offlineTitle}.</strong> {t.app.offlineBody}
        </p>
      </div>
    </section>
  );
}
